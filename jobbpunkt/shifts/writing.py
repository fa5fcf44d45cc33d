"""Planning shifts, one or every week, and moving, changing, cancelling and removing them."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.shifts import clashes
from jobbpunkt.shifts.data import TIMED, ShiftData, minutes_between
from jobbpunkt.shifts.pattern import MOST, weekly
from models.account import User
from models.programme import Programme
from models.shift import Attendance, Shift, ShiftArea
from models.vocabulary import AttendanceMark
from models.work import WorkArea


def create(uow: Writing, programme_id: UUID, data: ShiftData) -> Change:
    """Add a shift."""
    uow.require(Permission.RECORD_WORK)
    programme = uow.get(Programme, programme_id)
    _check(uow, programme, data, (data.day,))
    return uow.change(_add(uow, programme_id, data, data.day), N_("The shift has been added."))


def create_weekly(uow: Writing, programme_id: UUID, data: ShiftData, until: date, weekdays: Collection[int] = ()) -> Change:
    """Add a shift for every week until a day, red days apart, in one step that one undo takes back; `weekly` says which."""
    uow.require(Permission.RECORD_WORK)
    programme = uow.get(Programme, programme_id)
    checks.day_order(data.day, checks.day(until, field="until"), field="until")
    days = weekly(data.day, until, weekdays).days
    if not days:
        raise InvalidInput("There is no such weekday until then that is not a red day. Choose a later last day.", field="until")
    if len(days) > MOST:
        raise InvalidInput("This makes too many shifts: {count}. Choose an earlier last day.", field="until", count=len(days))
    _check(uow, programme, data, days)
    made = [_add(uow, programme_id, data, day) for day in days]
    return uow.change(made[0], N_("The shifts have been added."))


def change(uow: Writing, shift_id: UUID, version: int, data: ShiftData) -> Change:
    """Save a shift as the form has it, also on another day; who was marked as present was there as long as it now is."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Shift, shift_id, version)
    before = minutes_between(row.starts, row.ends) - row.break_minutes
    _check(uow, uow.get(Programme, row.programme_id), data, (data.day,), but=None if row.cancelled else row.id)
    if data.day > uow.clock.today() and _marks(uow, row.id):
        raise InvalidInput("The shift is marked already, so its day cannot lie ahead. Choose the day it was held.", field="day")
    if data.day != row.day:
        clashes.marked_are_enrolled(uow, row, data.day)
    _fill(row, data, data.day)
    if before != data.minutes:
        _stretch(uow, row.id, data.minutes)
    _set_areas(uow, row.id, data.areas)
    return uow.change(row, N_("The shift has been saved."))


def cancel(uow: Writing, shift_id: UUID, version: int, *, reason: str) -> Change:
    """Cancel a shift, with the reason; it stays in sight and counts for nothing."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Shift, shift_id, version)
    because = checks.line(reason, field="reason", required=True)
    if _marks(uow, row.id):
        raise InvalidInput("People are marked at this shift. Take the marks away before you cancel it.", field="reason")
    row.cancelled, row.cancelled_because = True, because
    return uow.change(row, N_("The shift has been cancelled."))


def restore(uow: Writing, shift_id: UUID, version: int) -> Change:
    """Let a cancelled shift be held after all."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Shift, shift_id, version)
    clashes.within_programme(uow.get(Programme, row.programme_id), (row.day,))
    clashes.apart(uow, row.programme_id, ShiftData(row.day, row.starts, row.ends), (row.day,), but=row.id)
    row.cancelled, row.cancelled_because = False, ""
    return uow.change(row, N_("The shift is to be held again."))


def remove(uow: Writing, shift_id: UUID, version: int) -> Change:
    """Remove a shift that was added by mistake; it can be undone. One at which people are marked stays."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(Shift, shift_id, version)
    if _marks(uow, row.id):
        raise InvalidInput("People are marked at this shift. Take the marks away before you remove it.", field="day")
    _set_areas(uow, row.id, ())
    uow.flush()
    uow.remove(row)
    return uow.change_of(shift_id, N_("The shift has been removed."))


def _check(uow: Reading, programme: Programme, data: ShiftData, days: Collection[date], *, but: UUID | None = None) -> None:
    clashes.checked_times(data)
    clashes.within_programme(programme, days)
    clashes.apart(uow, programme.id, data, days, but=but)
    if data.supervisor_id is not None:
        uow.get(User, data.supervisor_id)
    for area in data.areas:
        uow.get(WorkArea, area)


def _add(uow: Writing, programme_id: UUID, data: ShiftData, day: date) -> Shift:
    row = Shift(programme_id=programme_id, cancelled=False, cancelled_because="")
    _fill(row, data, day)
    uow.add(row)
    for area in dict.fromkeys(data.areas):
        uow.add(ShiftArea(shift_id=row.id, area_id=area))
    return row


def _fill(row: Shift, data: ShiftData, day: date) -> None:
    row.day, row.starts, row.ends, row.break_minutes = day, data.starts, data.ends, data.break_minutes
    row.supervisor_id = data.supervisor_id
    row.heading = checks.line(data.heading, field="heading")
    row.note = checks.text(data.note, field="note", longest=checks.NOTE)


def _marks(uow: Reading, shift_id: UUID) -> bool:
    return uow.session.scalar(select(Attendance.id).where(Attendance.shift_id == shift_id).limit(1)) is not None


def _stretch(uow: Writing, shift_id: UUID, minutes: int) -> None:
    """Let who was present have been so for another length; hours that somebody typed are never made up."""
    for row in uow.session.scalars(select(Attendance).where(Attendance.shift_id == shift_id)):
        if row.mark is AttendanceMark.PRESENT:
            row.minutes = minutes
        elif row.mark in TIMED and row.minutes > minutes:
            raise InvalidInput(
                "Somebody is marked with more hours than the shift would have. Correct that mark first.", field="ends"
            )


def _set_areas(uow: Writing, shift_id: UUID, wanted: Collection[UUID]) -> None:
    kept = uow.session.scalars(select(ShiftArea).where(ShiftArea.shift_id == shift_id)).all()
    for row in kept:
        if row.area_id not in wanted:
            uow.remove(row)
    for area in dict.fromkeys(wanted):
        if area not in {row.area_id for row in kept}:
            uow.add(ShiftArea(shift_id=shift_id, area_id=area))
