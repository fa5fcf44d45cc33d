"""Residents who were or are employed."""

from sqlalchemy import select

from jobbpunkt.assignments.data import AssignmentRow
from jobbpunkt.assignments.fields import FIELDS, NewAssignment
from jobbpunkt.base.fields import taken
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.assignment import Assignment


@depends_on(Assignment)
def rows(uow: Reading) -> tuple[AssignmentRow, ...]:
    """Return the residents who were or are employed, the latest first."""
    uow.require(Permission.SEE_CAMPAIGNS)
    rows = uow.session.scalars(select(Assignment).order_by(Assignment.starts_on.desc(), Assignment.name))
    return tuple(AssignmentRow(row.id, row.version, NewAssignment(**taken(FIELDS, row))) for row in rows)
