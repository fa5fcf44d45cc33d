"""Shifts as they are read: a week of a programme, one shift with its people, and the supervisors to choose from."""

from collections import defaultdict
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Select, select

from jobbpunkt.base.errors import gone
from jobbpunkt.people import PersonName, names
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts.data import Later, Marked, ShiftData, ShiftOfWeek, ShiftRow, ShiftView, told_to_others
from jobbpunkt.work import coming, group
from models.account import User
from models.person import Person
from models.programme import ProgrammeEnrolment
from models.shift import Attendance, Shift, ShiftArea
from models.vocabulary import Role
from models.work import WorkArea

_SOON = timedelta(days=31)  # who begins later than that is no news at a shift


@depends_on(Shift, ShiftArea, User, WorkArea)
def between(uow: Reading, programme_id: UUID, first: date, last: date) -> tuple[ShiftRow, ...]:
    """Return a programme's shifts from `first` to `last` in order of time, the cancelled ones too."""
    uow.require(Permission.SEE_WORK)
    return _rows(uow, _shifts().where(Shift.programme_id == programme_id, Shift.day.between(first, last)))


@depends_on(Attendance, ProgrammeEnrolment, Shift, ShiftArea, User, WorkArea)
def week(uow: Reading, programme_id: UUID, monday: date) -> tuple[ShiftOfWeek, ...]:
    """Return the shifts of the week that begins on a Monday, each with how many are marked."""
    rows = between(uow, programme_id, monday, monday + timedelta(6))
    marked, places = marked_at(uow, [row.id for row in rows]), places_of(uow, programme_id)
    today = uow.clock.today()
    return tuple(
        ShiftOfWeek(row, there(places, row.data.day) | marked[row.id], marked[row.id], is_due=row.data.day <= today)
        for row in rows
    )


@depends_on(Attendance, Person, ProgrammeEnrolment, Shift, ShiftArea, User, WorkArea)
def get(uow: Reading, shift_id: UUID) -> ShiftView:
    """Return a shift with everybody enrolled that day, and whoever is marked though they no longer are, by name."""
    found = _rows(uow, _shifts().where(Shift.id == shift_id))
    if not found:
        raise gone()
    (row,) = found
    marks = {one.person_id: one for one in uow.session.scalars(select(Attendance).where(Attendance.shift_id == shift_id))}
    members = group(uow, row.programme_id, row.data.day)
    called = {member.person_id: member.name for member in members}
    called |= names(uow, [person for person in marks if person not in called])
    why = uow.user.may(Permission.RECORD_WORK)
    everybody = (_marked(person, name, marks.get(person), why=why) for person, name in called.items())
    people = sorted(everybody, key=lambda one: one.name.key)
    later = (one for one in coming(uow, row.programme_id, row.data.day) if one.starts_on <= row.data.day + _SOON)
    return ShiftView(row, tuple(people), tuple(Later(one.name, one.starts_on) for one in later))


@depends_on(Attendance, ProgrammeEnrolment, Shift)
def next_unfinished(uow: Reading, programme_id: UUID, after: date) -> UUID | None:
    """Return the first shift after a day, else the first of all, at which somebody is not marked yet though it has been held."""
    uow.require(Permission.SEE_WORK)
    held = (Shift.programme_id == programme_id, Shift.day <= uow.clock.today(), Shift.cancelled.is_(False))
    marked: defaultdict[UUID, set[UUID]] = defaultdict(set)
    marks = select(Attendance.shift_id, Attendance.person_id).join(Shift, Shift.id == Attendance.shift_id)
    for shift, person in uow.session.execute(marks.where(*held)):
        marked[shift].add(person)
    places = places_of(uow, programme_id)
    every = uow.session.execute(select(Shift.id, Shift.day).where(*held).order_by(Shift.day, Shift.starts))
    lacking = [(day, shift) for shift, day in every if there(places, day) - marked[shift]]
    return next((shift for day, shift in lacking if day > after), lacking[0][1] if lacking else None)


@depends_on(User)
def supervisors(uow: Reading) -> tuple[tuple[UUID, str], ...]:
    """Return whom a shift can be led by, by name: supervisors first, then coaches."""
    uow.require(Permission.SEE_WORK)
    found = uow.session.scalars(select(User).where(User.active.is_(True)).order_by(User.name)).all()
    leading = [user for user in found if {Role.SUPERVISOR.value, Role.COACH.value} & set(user.roles)]
    return tuple((user.id, user.name) for user in sorted(leading, key=lambda user: Role.SUPERVISOR.value not in user.roles))


def _shifts() -> Select[Shift, str]:
    return select(Shift, User.name).outerjoin(User, User.id == Shift.supervisor_id).order_by(Shift.day, Shift.starts, Shift.id)


def _rows(uow: Reading, query: Select[Shift, str]) -> tuple[ShiftRow, ...]:
    found = uow.session.execute(query).all()
    areas = _areas(uow, [shift.id for shift, _ in found])
    return tuple(_row(shift, name or "", areas[shift.id]) for shift, name in found)


def _row(shift: Shift, supervisor: str, areas: list[tuple[UUID, str]]) -> ShiftRow:
    data = ShiftData(
        *(shift.day, shift.starts, shift.ends, shift.break_minutes, shift.supervisor_id),
        *(tuple(area for area, _ in areas), shift.heading, shift.note),
    )
    names_of = tuple(name for _, name in areas)
    return ShiftRow(
        *(shift.id, shift.version, shift.programme_id, data, supervisor, names_of, shift.cancelled, shift.cancelled_because)
    )


def _areas(uow: Reading, shifts: list[UUID]) -> defaultdict[UUID, list[tuple[UUID, str]]]:
    query = select(ShiftArea.shift_id, WorkArea.id, WorkArea.name).join(WorkArea, WorkArea.id == ShiftArea.area_id)
    found: defaultdict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    for shift, area, name in uow.session.execute(query.where(ShiftArea.shift_id.in_(shifts)).order_by(ShiftArea.id)):
        found[shift].append((area, name))
    return found


def _marked(person_id: UUID, name: PersonName, row: Attendance | None, *, why: bool) -> Marked:
    if row is None:
        return Marked(person_id, name)
    return Marked(person_id, name, *(row.mark if why else told_to_others(row.mark), row.minutes, row.note if why else ""))


def marked_at(uow: Reading, shifts: list[UUID]) -> defaultdict[UUID, frozenset[UUID]]:
    """Return who is marked at each of these shifts."""
    found: defaultdict[UUID, frozenset[UUID]] = defaultdict(frozenset)
    query = select(Attendance.shift_id, Attendance.person_id).where(Attendance.shift_id.in_(shifts))
    for shift, person in uow.session.execute(query):
        found[shift] |= {person}
    return found


Places = list[tuple[UUID, date, date | None]]


def places_of(uow: Reading, programme_id: UUID) -> Places:
    """Return everybody's times in a programme."""
    place = ProgrammeEnrolment
    query = select(place.person_id, place.starts_on, place.ends_on).where(place.programme_id == programme_id)
    return [(person, first, last) for person, first, last in uow.session.execute(query)]


def there(places: Places, day: date) -> frozenset[UUID]:
    """Return who is enrolled on a day."""
    return frozenset(person for person, first, last in places if first <= day and (last is None or day <= last))
