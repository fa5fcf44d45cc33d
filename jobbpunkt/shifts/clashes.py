"""What a shift must not be: at another shift's time, outside its programme, longer than its day."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from jobbpunkt.base import checks
from jobbpunkt.base.clock import hours
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.shifts.data import ShiftData
from models.programme import Programme, ProgrammeEnrolment
from models.shift import Attendance, Shift


def checked_times(data: ShiftData) -> None:
    """Refuse times that leave no time to work."""
    checks.day(data.day, field="day")
    if data.ends <= data.starts:
        raise InvalidInput("The shift ends before it begins. Change one of the times.", field="ends")
    checks.whole(data.break_minutes, field="break_minutes", most=24 * 60)
    if data.minutes <= 0:
        raise InvalidInput("The break is as long as the shift. Make it shorter, or the shift longer.", field="break_minutes")


def within_programme(programme: Programme, days: Collection[date]) -> None:
    """Refuse days before a programme begins or after it ends."""
    if programme.starts_on is not None and min(days) < programme.starts_on:
        raise InvalidInput(
            "Choose a day from {day} on, when {programme} has begun.",
            field="day",
            programme=programme.name,
            day=programme.starts_on.isoformat(),
        )
    if programme.ends_on is not None and max(days) > programme.ends_on:
        raise InvalidInput(
            "{programme} ends on {day}. Choose an earlier day, or extend the project first.",
            field="day" if len(days) == 1 else "until",
            programme=programme.name,
            day=programme.ends_on.isoformat(),
        )


def apart(uow: Reading, programme_id: UUID, data: ShiftData, days: Collection[date], *, but: UUID | None = None) -> None:
    """Refuse a time at which the group, or somebody of it in another project, is at a shift already."""
    same_time = and_(Shift.day.in_(days), Shift.cancelled.is_(False), Shift.starts < data.ends, Shift.ends > data.starts)
    query = (
        select(Shift.day, Shift.starts, Shift.ends, Programme.id, Programme.name)
        .join(Programme, Programme.id == Shift.programme_id)
        .where(same_time, or_(Shift.programme_id == programme_id, _shared(programme_id)))
        .order_by(Shift.programme_id != programme_id, Shift.day, Shift.starts)
        .limit(1)
    )
    if but is not None:
        query = query.where(Shift.id != but)
    found = uow.session.execute(query).one_or_none()
    if found is None:
        return
    day, starts, ends, of, name = found
    when = hours(starts, ends)
    if of == programme_id:
        raise InvalidInput(
            "There is a shift at {hours} on {day} already. Choose another time, or change that one.",
            field="starts",
            hours=when,
            day=day.isoformat(),
        )
    raise InvalidInput(
        "Somebody in the group is at a shift of {programme} at {hours} on {day}. Choose another time.",
        field="starts",
        programme=name,
        hours=when,
        day=day.isoformat(),
    )


def marked_are_enrolled(uow: Reading, shift: Shift, day: date) -> None:
    """Refuse to move a shift to a day on which somebody who is marked at it takes no part in the programme."""
    place = ProgrammeEnrolment
    runs = (place.starts_on <= day, or_(place.ends_on.is_(None), place.ends_on >= day))
    of_the_day = select(place.person_id).where(place.programme_id == shift.programme_id, *runs)
    outside = select(Attendance.id).where(Attendance.shift_id == shift.id, Attendance.person_id.not_in(of_the_day))
    if uow.session.scalar(outside.limit(1)) is not None:
        raise InvalidInput(
            "Somebody is marked at the shift who is not enrolled that day. Take the mark away first, or choose another day.",
            field="day",
        )


def _shared(programme_id: UUID) -> ColumnElement[bool]:
    """Return the condition that somebody is enrolled in a shift's programme and in this one on the shift's day."""
    ours, theirs = aliased(ProgrammeEnrolment), aliased(ProgrammeEnrolment)
    return exists(
        select(theirs.id)
        .join(ours, ours.person_id == theirs.person_id)
        .where(
            theirs.programme_id == Shift.programme_id,
            ours.programme_id == programme_id,
            *(one.starts_on <= Shift.day for one in (ours, theirs)),
            *(or_(one.ends_on.is_(None), one.ends_on >= Shift.day) for one in (ours, theirs)),
        )
        .correlate(Shift)
    )
