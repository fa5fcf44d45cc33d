"""Noting that a resident was employed, and putting it right."""

from uuid import UUID

from jobbpunkt.assignments.fields import FIELDS, NewAssignment
from jobbpunkt.base import checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Writing
from models.assignment import Assignment


def remove(uow: Writing, assignment_id: UUID) -> Change:
    """Remove an assignment that was noted by mistake; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    uow.remove(uow.get(Assignment, assignment_id))
    return uow.change_of(assignment_id, N_("The assignment has been removed."))


def employ(uow: Writing, new: NewAssignment) -> Change:
    """Note that a resident was employed for a period, for example as a safety ambassador."""
    uow.require(Permission.EDIT_EVENTS)
    row = Assignment()
    _write(row, new)
    return uow.change(uow.add(row), N_("The assignment has been noted."))


def change(uow: Writing, assignment_id: UUID, version: int, new: NewAssignment) -> Change:
    """Put an assignment right."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Assignment, assignment_id, version)
    _write(row, new)
    return uow.change(row, N_("The assignment has been saved."))


def _write(row: Assignment, new: NewAssignment) -> None:
    fields.put(row, fields.checked(FIELDS, new))
    checks.day_order(new.starts_on, new.ends_on, field="ends_on")
