"""A resident's employment for a period, as read."""

from dataclasses import dataclass
from uuid import UUID

from jobbpunkt.assignments.fields import NewAssignment


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """An assignment as read."""

    id: UUID
    version: int
    data: NewAssignment
