"""Putting a past meeting right: when it was, what for, how long and where, and what became of it; its note stands."""

from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.coaching import access, booking
from jobbpunkt.coaching.data import MeetingRecord
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.coaching import CoachingSession
from models.vocabulary import SessionStatus


def correct(uow: Writing, session_id: UUID, version: int, record: MeetingRecord) -> Change:
    """Put right what stands about a meeting that is no longer booked; one that is booked is moved, held or cancelled."""
    row = access.fresh(uow, session_id, version)
    if row.status is SessionStatus.BOOKED:
        raise UserError("This meeting is still booked. Move it, end it or cancel it instead.")
    row.starts_at = booking.start(record.day, record.at)
    booking.write(row, record.facts)
    _become(uow, row, record.status)
    row.reason = checks.line(record.reason, field="reason")
    return uow.change(row, N_("The meeting has been saved."))


def _become(uow: Reading, row: CoachingSession, status: SessionStatus) -> None:
    if SessionStatus.RESCHEDULED in (row.status, status) and row.status is not status:
        raise InvalidInput("Whether a meeting was moved cannot be changed: another meeting stands in its place.", field="status")
    if status is SessionStatus.HELD:
        checks.past_day(day_of(row.starts_at), uow.clock.today(), field="day")
    if status is SessionStatus.NO_SHOW and row.starts_at > uow.clock.now():
        raise InvalidInput("This meeting has not begun yet. Cancel it or move it instead.", field="status")
    row.status = status
