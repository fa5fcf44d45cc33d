"""Assignments: residents employed for a period, such as safety ambassadors."""

from jobbpunkt.assignments.data import AssignmentRow
from jobbpunkt.assignments.fields import NewAssignment
from jobbpunkt.assignments.reading import rows
from jobbpunkt.assignments.writing import change, employ, remove

__all__ = ["AssignmentRow", "NewAssignment", "change", "employ", "remove", "rows"]
