"""Meetings in lists: of one person, between two days, the next one."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, select

from jobbpunkt import shield
from jobbpunkt.clock import bounds
from jobbpunkt.coaching import access
from jobbpunkt.coaching.data import MeetingFacts, Participant, SessionRow
from jobbpunkt.people.names import name_of
from jobbpunkt.permissions import Permission
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.vocabulary import SessionStatus


def of_person(uow: UnitOfWork, person_id: UUID) -> tuple[SessionRow, ...]:
    """Return a person's meetings, the latest first."""
    uow.require(Permission.SEE_NOTES)
    return rows(uow, taken_part([person_id]))[::-1]


def between(uow: UnitOfWork, first: date, last: date, *, coach_id: UUID | None = None) -> tuple[SessionRow, ...]:
    """Return the meetings of the Swedish days `first` to `last`, of everybody or of one coach, in order of time."""
    uow.require(Permission.SEE_NOTES)
    start, end = bounds(first, last)
    within = and_(CoachingSession.starts_at >= start, CoachingSession.starts_at < end)
    return rows(uow, within if coach_id is None else and_(within, CoachingSession.coach_id == coach_id))


def next_of(uow: UnitOfWork, person_ids: Collection[UUID], after: datetime) -> SessionRow | None:
    """Return the next booked meeting that all of these people take part in, later than `after`."""
    uow.require(Permission.SEE_NOTES)
    coming = (CoachingSession.status == SessionStatus.BOOKED, CoachingSession.starts_at > after)
    found = rows(uow, and_(together(person_ids), *coming), limit=1)
    return found[0] if found else None


def taken_part(person_ids: Collection[UUID]) -> ColumnElement[bool]:
    """Return the condition on CoachingSession that any of these people take part in it."""
    query = select(SessionParticipant.id).where(SessionParticipant.session_id == CoachingSession.id)
    return exists(query.where(SessionParticipant.person_id.in_(set(person_ids))).correlate(CoachingSession))


def together(person_ids: Collection[UUID]) -> ColumnElement[bool]:
    """Return the condition on CoachingSession that all of these people take part in it."""
    return and_(*(taken_part([person_id]) for person_id in person_ids))


def rows(
    uow: UnitOfWork, wanted: ColumnElement[bool], limit: int | None = None, *, places: bool = False
) -> tuple[SessionRow, ...]:
    """Return the meetings that the user may see and that `wanted` holds for, in order of time; two queries.

    Where a protected person is met stands in no list, calendar or print: only with `places`, for the meeting itself.
    """
    query = select(CoachingSession, User.name).join(User, User.id == CoachingSession.coach_id).where(access.visible(uow), wanted)
    found = uow.session.execute(query.order_by(CoachingSession.starts_at, CoachingSession.id).limit(limit)).all()
    people = _people(uow, [row.id for row, _ in found])
    met = tuple(_row(row, coach, tuple(people[row.id])) for row, coach in found)
    return met if places else tuple(map(without_place, met))


def facts_of(row: CoachingSession) -> MeetingFacts:
    """Return what a meeting is for, how long and where."""
    return MeetingFacts(row.kind, row.minutes, row.place, row.interpreter)


def without_place(row: SessionRow) -> SessionRow:
    """Return the meeting without its place, if a protected person takes part."""
    if any(person.name.protected for person in row.people):
        return replace(row, facts=replace(row.facts, place=""))
    return row


def _people(uow: UnitOfWork, session_ids: list[UUID]) -> dict[UUID, list[Participant]]:
    found: dict[UUID, list[Participant]] = {session_id: [] for session_id in session_ids}
    columns = (Person.id, Person.given_name, Person.family_name, Person.reference, Person.protection)
    query = select(SessionParticipant.session_id, *columns).join(Person, Person.id == SessionParticipant.person_id)
    query = query.where(SessionParticipant.session_id.in_(session_ids), shield.visible(uow)).order_by(SessionParticipant.id)
    for session_id, person_id, given, family, reference, protection in uow.session.execute(query):
        found[session_id].append(Participant(person_id, name_of(given, family, reference, protection)))
    return found


def _row(row: CoachingSession, coach: str, people: tuple[Participant, ...]) -> SessionRow:
    return SessionRow(
        id=row.id,
        version=row.version,
        starts_at=row.starts_at,
        facts=facts_of(row),
        status=row.status,
        coach_id=row.coach_id,
        coach=coach,
        people=people,
        reason=row.reason,
        written=bool(row.note or row.summary),
    )
