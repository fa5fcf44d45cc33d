"""A programme's month and any other period: who was at which shift, hours, shares, and what nobody has marked yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select

from jobbpunkt.base.months import last_of
from jobbpunkt.people import names
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts.data import Cell, Month, PersonHours, PersonMonth, Sheet, ShiftRow, told_to_others
from jobbpunkt.shifts.reading import Places, between, places_of
from models.account import User
from models.person import Person
from models.programme import ProgrammeEnrolment
from models.shift import Attendance, AttendanceSheet, Shift, ShiftArea
from models.vocabulary import AttendanceMark
from models.work import WorkArea


@dataclass(frozen=True, slots=True)
class _Period:
    """The held shifts of a period, everybody's marks at them, and their times in the programme."""

    shifts: tuple[ShiftRow, ...]
    marks: dict[tuple[UUID, UUID], Attendance]
    places: Places
    today: date
    why: bool  # whether why somebody was away is told

    def cell(self, shift: ShiftRow, person_id: UUID) -> Cell | None:
        """Return how it is with a person at a shift; None where they are not enrolled."""
        row = self.marks.get((shift.id, person_id))
        if row is not None:
            return Cell(row.mark if self.why else told_to_others(row.mark), row.minutes, row.note if self.why else "")
        enrolled = any(
            person == person_id and first <= shift.data.day and (last is None or shift.data.day <= last)
            for person, first, last in self.places
        )
        return Cell(is_due=shift.data.day <= self.today) if enrolled else None

    def people(self) -> set[UUID]:
        """Return everybody who is enrolled at some shift, or marked at one."""
        if not self.shifts:
            return set()
        days = [shift.data.day for shift in self.shifts]
        first_day, last_day = min(days), max(days)
        enrolled = {p for p, first, last in self.places if first <= last_day and (last is None or first_day <= last)}
        return enrolled | {person for _, person in self.marks}


@depends_on(Attendance, Person, ProgrammeEnrolment, Shift, ShiftArea, User, WorkArea)
def hours(uow: Reading, programme_id: UUID, first: date, last: date) -> tuple[PersonHours, ...]:
    """Return each participant's hours and marks at a programme's shifts from `first` to `last`, by name.

    Who was never to be at a shift then is not among them. Cancelled shifts, and shifts to come, count for nothing.
    """
    period = _period(uow, programme_id, first, last)
    return tuple(person.hours for person in _people(uow, period) if any(person.cells))


@depends_on(Attendance, AttendanceSheet, Person, ProgrammeEnrolment, Shift, ShiftArea, User, WorkArea)
def month(uow: Reading, programme_id: UUID, first: date) -> Month:
    """Return the month that a day lies in: a cell for each person and shift, sums, and how each one's sheet stands."""
    begins = first.replace(day=1)
    period = _period(uow, programme_id, begins, last_of(first))
    signed = {row.person_id: row for row in uow.session.scalars(_sheets(programme_id, begins))}
    people = [
        replace(person, sheet=_sheet(signed.get(person.hours.person_id), person.hours))
        for person in _people(uow, period)
        if any(cell is not None for cell in person.cells)
    ]
    return Month(begins, period.shifts, tuple(people), _unfinished(period, people))


def _period(uow: Reading, programme_id: UUID, first: date, last: date) -> _Period:
    shifts = tuple(row for row in between(uow, programme_id, first, last) if not row.cancelled)
    query = select(Attendance).join(Shift, Shift.id == Attendance.shift_id)
    found = uow.session.scalars(query.where(Shift.programme_id == programme_id, Shift.day.between(first, last)))
    marks = {(row.shift_id, row.person_id): row for row in found}
    return _Period(shifts, marks, places_of(uow, programme_id), uow.clock.today(), uow.user.may(Permission.RECORD_WORK))


def _people(uow: Reading, period: _Period) -> list[PersonMonth]:
    called = names(uow, period.people())
    made = []
    for person_id, name in sorted(called.items(), key=lambda one: one[1].key):
        cells = tuple(period.cell(shift, person_id) for shift in period.shifts)
        made.append(PersonMonth(_sum(PersonHours(person_id, name, 0, 0), period.shifts, cells), cells))
    return made


def _sum(nobody: PersonHours, shifts: tuple[ShiftRow, ...], cells: tuple[Cell | None, ...]) -> PersonHours:
    marked = [(shift, cell, cell.mark) for shift, cell in zip(shifts, cells, strict=True) if cell and cell.mark]
    return replace(
        nobody,
        minutes=sum(cell.minutes for _, cell, _ in marked),
        planned=sum(shift.data.minutes for shift, _, _ in marked),
        marks=Counter[AttendanceMark](mark for _, _, mark in marked),
        unmarked=sum(cell is not None and cell.is_unmarked for cell in cells),
    )


def _sheets(programme_id: UUID, begins: date) -> Select[AttendanceSheet]:
    return select(AttendanceSheet).where(AttendanceSheet.programme_id == programme_id, AttendanceSheet.month == begins)


def _sheet(row: AttendanceSheet | None, hours: PersonHours) -> Sheet:
    if row is None:
        return Sheet(is_waiting=hours.unmarked > 0)
    return Sheet(hours.unmarked > 0, row.id, row.version, row.signed_on, row.signed_by, has_changed=row.minutes != hours.minutes)


def _unfinished(period: _Period, people: Iterable[PersonMonth]) -> tuple[tuple[date, int], ...]:
    """Return the days on which somebody is not marked, with how many."""
    lacking: defaultdict[date, int] = defaultdict(int)
    for person in people:
        for shift, cell in zip(period.shifts, person.cells, strict=True):
            if cell is not None and cell.is_unmarked:
                lacking[shift.data.day] += 1
    return tuple(sorted(lacking.items()))
