"""Booking: a meeting is made, moved, cancelled or missed; clashes are told before, never refused."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import and_, or_, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import hour_of, instant
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.coaching import access, lists
from jobbpunkt.coaching.data import LONGEST_MINUTES, SHORTEST_MINUTES, Clash, MeetingFacts, NewSession, SessionRow
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.coaching import CoachingSession, SessionParticipant
from models.vocabulary import SessionStatus

CANCELLED = (SessionStatus.CANCELLED_BY_PARTICIPANT, SessionStatus.CANCELLED_BY_COACH)


def book(uow: Writing, new: NewSession) -> Change:
    """Book a meeting with one or several people."""
    return uow.change(add(uow, new), N_("The meeting has been booked."))


def add(uow: Writing, new: NewSession) -> CoachingSession:
    """Add a booked meeting with its participants within the transaction of something larger."""
    uow.require(Permission.SEE_NOTES)
    if not new.person_ids:
        raise InvalidInput("Choose who the meeting is with.", field="person_ids")
    access.known(uow, new.person_ids)
    row = uow.add(
        CoachingSession(
            coach_id=uow.get(User, new.coach_id or uow.user.id).id,
            status=SessionStatus.BOOKED,
            starts_at=start(new.day, new.at),
        )
    )
    write(row, new.facts)
    for person_id in dict.fromkeys(new.person_ids):
        uow.add(SessionParticipant(session_id=row.id, person_id=person_id))
    return row


def change(uow: Writing, session_id: UUID, version: int, facts: MeetingFacts) -> Change:
    """Change what a meeting is for, its length, place or interpreter; its time is moved by `reschedule`."""
    row = access.fresh(uow, session_id, version)
    write(row, facts)
    return uow.change(row, N_("The meeting has been saved."))


def reschedule(
    uow: Writing, session_id: UUID, version: int, *, day: date, at: time, facts: MeetingFacts | None = None, reason: str = ""
) -> Change:
    """Move a booked meeting: a new one supersedes it, and the old one stays as rescheduled; the Change is of the new one."""
    old = access.booked(uow, session_id, version)
    query = select(SessionParticipant.person_id).where(SessionParticipant.session_id == old.id)
    people = tuple(uow.session.scalars(query.order_by(SessionParticipant.id)))
    new = add(uow, NewSession(people, day, at, facts or lists.facts_of(old), old.coach_id))
    new.supersedes_id = old.id
    _end(old, SessionStatus.RESCHEDULED, reason)
    return uow.change(new, N_("The meeting has been moved."))


def cancel(uow: Writing, session_id: UUID, version: int, *, by: SessionStatus, reason: str = "") -> Change:
    """Cancel a booked meeting; `by` says whether the participant or the coach did."""
    if by not in CANCELLED:
        raise InvalidInput("Choose who cancelled the meeting.", field="by")
    row = access.booked(uow, session_id, version)
    _end(row, by, reason)
    return uow.change(row, N_("The meeting has been cancelled."))


def no_show(uow: Writing, session_id: UUID, version: int, *, reason: str = "") -> Change:
    """Note that nobody came to a meeting that should have begun."""
    row = access.booked(uow, session_id, version)
    if row.starts_at > uow.clock.now():
        raise InvalidInput("This meeting has not begun yet. Cancel it or move it instead.", field="reason")
    _end(row, SessionStatus.NO_SHOW, reason)
    return uow.change(row, N_("It has been noted that the participant did not come."))


def clashes(
    uow: Reading,
    *,
    person_ids: Collection[UUID],
    day: date,
    at: time,
    minutes: int,
    coach_id: UUID | None = None,
    besides: UUID | None = None,
) -> tuple[Clash, ...]:
    """Return the meetings that overlap, of the same coach or with any of the same people; `besides` is being moved itself."""
    uow.require(Permission.SEE_NOTES)
    begins, coach = start(day, at), coach_id or uow.user.id
    near = and_(
        CoachingSession.status.in_(lists.TAKES_TIME),
        CoachingSession.starts_at < begins + timedelta(minutes=minutes),
        CoachingSession.starts_at > begins - timedelta(minutes=LONGEST_MINUTES),
        or_(CoachingSession.coach_id == coach, lists.taken_part(person_ids)),
    )
    there = lists.near(uow, lists.rows(uow, near), near)
    found = (row for row in there if row.ends_at > begins and row.id != besides)
    return tuple(_clash(row, coach) for row in found)


def _clash(row: SessionRow, coach: UUID) -> Clash:
    people = tuple(person.name for person in row.people)
    return Clash(row.id, row.starts_at, row.facts.minutes, row.coach, people, same_coach=row.coach_id == coach)


def start(day: date, at: time) -> datetime:
    """Return when a meeting begins; refuses a time that the clocks leap over."""
    checks.day(day, field="day")
    begins = instant(day, at)
    if hour_of(begins) != at:
        raise InvalidInput("The clocks go forward that night, so there is no such time. Choose another.", field="at")
    return begins


def write(row: CoachingSession, facts: MeetingFacts) -> None:
    """Write what a meeting is for, how long and where, within the transaction of something larger."""
    checks.whole(facts.minutes, field="minutes", least=SHORTEST_MINUTES, most=LONGEST_MINUTES)
    row.kind, row.minutes = facts.kind, facts.minutes
    row.place = checks.line(facts.place, field="place")
    row.interpreter = checks.line(facts.interpreter, field="interpreter", longest=checks.NAME)


def _end(row: CoachingSession, status: SessionStatus, reason: str) -> None:
    row.status, row.reason = status, checks.line(reason, field="reason")
