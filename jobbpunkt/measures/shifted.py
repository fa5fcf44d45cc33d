"""Shifts behind the figures of a programme: how many were held, how long people were there, and of how long it was planned."""

from typing import Any

from sqlalchemy import Select, func, select

from jobbpunkt.measures.result import Counted, Period
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts.data import minutes_between
from models.shift import Attendance, Shift


def held(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the shifts of the period at which somebody was marked; those that were cancelled are not among them."""
    return tuple(Counted("shift", key, day, heading) for key, day, heading, *_ in _marked().rows(uow, **_so_far(uow, period)))


def hours(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return those shifts with the minutes that everybody together was there."""
    found = _marked().rows(uow, **_so_far(uow, period))
    return tuple(Counted("shift", key, day, heading, amount=int(there)) for key, day, heading, _, there, *_ in found)


def attendance(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return those shifts with the minutes that people were there, out of those that were planned for who is marked."""
    return tuple(
        Counted("shift", key, day, heading, amount=int(there), out_of=people * (minutes_between(starts, ends) - pause))
        for key, day, heading, people, there, starts, ends, pause in _marked().rows(uow, **_so_far(uow, period))
    )


def people(uow: Reading, period: Period) -> int:
    """Count whose attendance stands behind these figures."""
    found = _people().first(uow, **_so_far(uow, period))
    return found[0] if found else 0


def _so_far(uow: Reading, period: Period) -> dict[str, Any]:
    """Return the days of a period that have come: who will be away may be marked before, and says nothing of a shift held."""
    return {"first": period.first, "last": min(period.last, uow.clock.today())}


@asked_once
def _marked() -> Select[*tuple[Any, ...]]:
    told = (Shift.id, Shift.day, Shift.heading)
    kept = (Shift.starts, Shift.ends, Shift.break_minutes)
    query = select(*told, func.count(Attendance.id), func.sum(Attendance.minutes), *kept)
    joined = query.join(Attendance, Attendance.shift_id == Shift.id)
    within = (Shift.day.between(given("first"), given("last")), Shift.cancelled.is_(False))
    return joined.where(*within).group_by(*told, *kept).order_by(Shift.day)


@asked_once
def _people() -> Select[int]:
    marked = select(func.count(func.distinct(Attendance.person_id))).join(Shift, Shift.id == Attendance.shift_id)
    return marked.where(Shift.day.between(given("first"), given("last")), Shift.cancelled.is_(False))
