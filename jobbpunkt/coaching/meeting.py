"""The conversation itself: its note is saved as it is written, and its end keeps everything in one go."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.coaching import access, booking, steps
from jobbpunkt.coaching.data import MeetingEnd, NoteSaved
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.coaching import CoachingSession, SessionParticipant
from models.vocabulary import SessionStatus

_WRITABLE = (SessionStatus.BOOKED, SessionStatus.HELD, SessionStatus.NO_SHOW)


def save_note(uow: Writing, session_id: UUID, version: int, *, note: str, summary: str) -> NoteSaved:
    """Save what has been written so far; nothing is touched when nothing was, and the answer has the version to save upon."""
    row = access.fresh(uow, session_id, version)
    if row.status not in _WRITABLE:
        raise UserError("This meeting has been moved or cancelled. Write in the one that replaced it.")
    _write(row, note, summary)
    done = uow.change(row, N_("The note has been saved."), undoable=False)
    return NoteSaved(done.record, done.nouns, done.transaction, done.sentence, done.undoable, row.version)


def hold(uow: Writing, session_id: UUID, version: int, end: MeetingEnd) -> Change:
    """End a meeting: note, summary, agreed steps (for each participant) and the next booking stand or fall together."""
    row = access.fresh(uow, session_id, version)
    if row.status not in (SessionStatus.BOOKED, SessionStatus.HELD):
        raise UserError("This meeting is no longer booked. Book a new one instead.")
    if day_of(row.starts_at) > uow.clock.today():
        raise UserError("This meeting is on a later day. Move it to today if you are holding it now.")
    _write(row, end.note, end.summary)
    row.status = SessionStatus.HELD
    for words in end.steps:
        for person_id in _people(uow, row.id):
            steps.add(uow, person_id, words, session_id=row.id)
    if end.next is not None:
        booking.add(uow, end.next)
    return uow.change(row, N_("The meeting has been held."))


def _people(uow: Reading, session_id: UUID) -> list[UUID]:
    query = select(SessionParticipant.person_id).where(SessionParticipant.session_id == session_id)
    return list(uow.session.scalars(query.order_by(SessionParticipant.id)))


def _write(row: CoachingSession, note: str, summary: str) -> None:
    row.note = checks.text(note, field="note", longest=checks.NOTE)
    row.summary = checks.text(summary, field="summary", longest=checks.NOTE)
