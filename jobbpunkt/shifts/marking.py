"""Marking how it was with each person at a shift: one mark each, kept at once."""

from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Stale, gone
from jobbpunkt.base.words import N_
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.shifts.data import THERE, TIMED, minutes_between
from models.programme import ProgrammeEnrolment
from models.shift import Attendance, Shift
from models.vocabulary import AttendanceMark


class _Standing(NamedTuple):
    """A shift and one person's place in it, as they stand."""

    day: Any
    starts: Any
    ends: Any
    break_minutes: int
    cancelled: bool
    enrolled: bool
    elsewhere: bool  # present at another shift at that time
    attendance_id: UUID | None
    mark: AttendanceMark | None

    @property
    def minutes(self) -> int:
        return minutes_between(self.starts, self.ends) - self.break_minutes


def mark(
    uow: Writing,
    shift_id: UUID,
    person_id: UUID,
    mark: AttendanceMark,
    *,
    seen: AttendanceMark | None,
    minutes: int | None = None,
) -> Change:
    """Mark one person, instead of the mark that was `seen`; Stale when somebody else has marked them otherwise since.

    The Change says nothing: one sees the mark, and goes on. `minutes` are asked for where somebody was there for a part.
    """
    uow.require(Permission.RECORD_WORK)
    standing = _standing(uow, shift_id, person_id, seen)
    row = _row(uow, standing, shift_id, person_id)
    row.mark, row.minutes = mark, _minutes(uow, standing, mark, minutes)
    return uow.change(row if standing.attendance_id else uow.add(row), "")


def correct(
    uow: Writing,
    shift_id: UUID,
    person_id: UUID,
    mark: AttendanceMark | None,
    *,
    seen: AttendanceMark | None,
    minutes: int | None = None,
    note: str = "",
    noted: str = "",
) -> Change:
    """Put a mark right together with its hours and its note, instead of what was `seen` and `noted`; None takes it away."""
    uow.require(Permission.RECORD_WORK)
    standing = _standing(uow, shift_id, person_id, seen)
    row = _row(uow, standing, shift_id, person_id)
    if row.note != noted:
        raise Stale("Somebody else has written a note to this mark since. Look at it, and change it if it is wrong.")
    if mark is None:
        return clear(uow, shift_id, person_id, seen=seen)
    row.mark, row.minutes = mark, _minutes(uow, standing, mark, minutes)
    row.note = checks.text(note, field="note", longest=checks.TITLE)
    return uow.change(row if standing.attendance_id else uow.add(row), N_("The mark has been saved."))


def clear(uow: Writing, shift_id: UUID, person_id: UUID, *, seen: AttendanceMark | None) -> Change:
    """Take a person's mark away, its note with it; without one nothing happens."""
    uow.require(Permission.RECORD_WORK)
    standing = _standing(uow, shift_id, person_id, seen)
    if standing.attendance_id is None:
        return uow.change_of(shift_id, "", undoable=False)
    uow.remove(uow.get(Attendance, standing.attendance_id))
    return uow.change_of(standing.attendance_id, "")


def rest_present(uow: Writing, shift_id: UUID) -> Change:
    """Mark as present who is enrolled that day, not marked and at no other shift then; whoever is marked stays as they are."""
    uow.require(Permission.RECORD_WORK)
    shift = uow.get(Shift, shift_id)
    _demand_held(uow, shift.cancelled, shift.day)
    minutes = minutes_between(shift.starts, shift.ends) - shift.break_minutes
    enrolled = uow.session.scalars(
        select(ProgrammeEnrolment.person_id)
        .join(Shift, Shift.programme_id == ProgrammeEnrolment.programme_id)
        .where(Shift.id == shift_id, *_runs(Shift.day), ~_elsewhere(ProgrammeEnrolment.person_id))
        .where(~exists().where(Attendance.shift_id == shift_id, Attendance.person_id == ProgrammeEnrolment.person_id))
        .distinct()
    ).all()
    for person_id in sorted(enrolled):
        uow.add(Attendance(shift_id=shift_id, person_id=person_id, mark=AttendanceMark.PRESENT, minutes=minutes, note=""))
    return uow.change_of(shift_id, N_("The rest have been marked as present."), undoable=bool(enrolled))


def _row(uow: Reading, standing: _Standing, shift_id: UUID, person_id: UUID) -> Attendance:
    if standing.attendance_id is not None:
        return uow.get(Attendance, standing.attendance_id)
    return Attendance(shift_id=shift_id, person_id=person_id, note="")


def _minutes(uow: Reading, standing: _Standing, mark: AttendanceMark, minutes: int | None) -> int:
    """Return how long somebody with this mark was there; refuses what the shift cannot hold."""
    if mark not in THERE:
        return 0
    _demand_held(uow, standing.cancelled, standing.day)
    if standing.elsewhere:
        raise InvalidInput("This person is present at another shift at that time. Put that mark right first.", field="mark")
    if mark not in TIMED:
        return standing.minutes
    if minutes is None or minutes <= 0:
        raise InvalidInput("Write for how long, such as 2,5 or 2:30.", field="minutes")
    if minutes > standing.minutes:
        hours = f"{standing.minutes // 60}:{standing.minutes % 60:02}"
        raise InvalidInput("The shift is {hours} long. Write at most so much.", field="minutes", hours=hours)
    return minutes


def _demand_held(uow: Reading, cancelled: bool, day: Any) -> None:  # noqa: FBT001 - as it stands in the row
    if cancelled:
        raise InvalidInput("The shift is cancelled. Let it be held again before you mark anybody.", field="mark")
    if day > uow.clock.today():
        raise InvalidInput("The shift has not been held yet. Until then you can only mark who will be away.", field="mark")


def _standing(uow: Reading, shift_id: UUID, person_id: UUID, seen: AttendanceMark | None) -> _Standing:
    found = _asking().first(uow, shift=shift_id, person=person_id)
    if found is None:
        raise gone()
    standing = _Standing(*found)
    if standing.cancelled:
        _demand_held(uow, standing.cancelled, standing.day)
    if standing.mark is not seen:
        raise Stale("Somebody else has marked this person since. Look at the mark, and change it if it is wrong.")
    if not standing.enrolled and standing.attendance_id is None:
        raise InvalidInput("This person is not enrolled in the project that day.", field="mark")
    return standing


@asked_once
def _asking() -> Select[*tuple[Any, ...]]:
    person = given("person", Attendance.person_id.type)
    enrolled = exists(
        select(ProgrammeEnrolment.id)
        .where(ProgrammeEnrolment.programme_id == Shift.programme_id, ProgrammeEnrolment.person_id == person)
        .where(*_runs(Shift.day))
        .correlate(Shift)
    )
    columns = (Shift.day, Shift.starts, Shift.ends, Shift.break_minutes, Shift.cancelled)
    return (
        select(*columns, enrolled, _elsewhere(person), Attendance.id, Attendance.mark)
        .outerjoin(Attendance, and_(Attendance.shift_id == Shift.id, Attendance.person_id == person))
        .where(Shift.id == given("shift", Shift.id.type))
    )


def _elsewhere(person: Any) -> ColumnElement[bool]:
    """Return the condition that somebody was at another shift while this one was held: nobody has two hours in one."""
    other, mark = aliased(Shift), aliased(Attendance)
    same_time = (other.day == Shift.day, other.starts < Shift.ends, other.ends > Shift.starts, other.id != Shift.id)
    return exists(
        select(mark.id).join(other, other.id == mark.shift_id).where(mark.person_id == person, mark.minutes > 0, *same_time)
    ).correlate(Shift, ProgrammeEnrolment)


def _runs(day: Any) -> tuple[Any, ...]:
    """Return the conditions on an enrolment that it runs on a day."""
    return ProgrammeEnrolment.starts_on <= day, or_(ProgrammeEnrolment.ends_on.is_(None), ProgrammeEnrolment.ends_on >= day)
