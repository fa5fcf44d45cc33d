"""Which programmes there are, and who takes part in one on a day: by name, and nothing else about them."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from jobbpunkt.people import names
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.work.data import Member, WorkProgramme
from models.person import Person
from models.programme import Programme, ProgrammeEnrolment
from models.vocabulary import ProgrammeKind


@depends_on(Programme, ProgrammeEnrolment)
def programmes(uow: Reading) -> tuple[WorkProgramme, ...]:
    """Return every programme that has a group at work, those that run today first, then by name."""
    uow.require(Permission.SEE_WORK)
    today, person = uow.clock.today(), ProgrammeEnrolment.person_id
    counting = select(ProgrammeEnrolment.programme_id, func.count(func.distinct(person))).where(_takes_part(today))
    counted = dict(uow.session.execute(counting.group_by(ProgrammeEnrolment.programme_id)).all())
    at_work = select(Programme).where(Programme.kind == ProgrammeKind.WORK)
    found = uow.session.scalars(at_work.order_by(Programme.name))
    seen = [WorkProgramme(row.id, row.name, row.site, row.starts_on, row.ends_on, int(counted.get(row.id, 0))) for row in found]
    return tuple(sorted(seen, key=lambda one: not one.runs(today)))


@depends_on(Person, ProgrammeEnrolment)
def group(uow: Reading, programme_id: UUID, day: date) -> tuple[Member, ...]:
    """Return who takes part in a programme on a day, by name, each once."""
    uow.require(Permission.SEE_WORK)
    return _members(uow, programme_id, _takes_part(day))


@depends_on(Person, ProgrammeEnrolment)
def coming(uow: Reading, programme_id: UUID, day: date) -> tuple[Member, ...]:
    """Return who begins in a programme after a day and does not take part on it, by name."""
    uow.require(Permission.SEE_WORK)
    here = {member.person_id for member in _members(uow, programme_id, _takes_part(day))}
    later = _members(uow, programme_id, ProgrammeEnrolment.starts_on > day)
    return tuple(member for member in later if member.person_id not in here)


def _takes_part(day: date) -> ColumnElement[bool]:
    row = ProgrammeEnrolment
    return (row.starts_on <= day) & or_(row.ends_on.is_(None), row.ends_on >= day)


def _members(uow: Reading, programme_id: UUID, condition: ColumnElement[bool]) -> tuple[Member, ...]:
    row = ProgrammeEnrolment
    query = select(row.person_id, row.starts_on, row.ends_on).where(row.programme_id == programme_id, condition)
    # The first of several times that overlap stands for the person.
    found = {person: (first, last) for person, first, last in uow.session.execute(query.order_by(row.starts_on.desc()))}
    called = names(uow, found)
    members = (Member(person, called[person], *days) for person, days in found.items())
    return tuple(sorted(members, key=lambda member: member.name.key))
