"""Meetings in lists: of one person, between two days, the next one."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select

from jobbpunkt import shield
from jobbpunkt.clock import bounds
from jobbpunkt.coaching import access
from jobbpunkt.coaching.data import MeetingFacts, Participant, SessionRow
from jobbpunkt.people.names import name_of
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.vocabulary import SessionStatus

_SESSION = (
    CoachingSession.id,
    CoachingSession.version,
    CoachingSession.starts_at,
    CoachingSession.kind,
    CoachingSession.minutes,
    CoachingSession.place,
    CoachingSession.interpreter,
    CoachingSession.status,
    CoachingSession.coach_id,
    CoachingSession.reason,
)
_PERSON = (
    SessionParticipant.person_id,
    Person.given_name,
    Person.family_name,
    Person.reference,
    Person.protection,
)


@depends_on(CoachingSession, Person, SessionParticipant, User)
def of_person(uow: UnitOfWork, person_id: UUID) -> tuple[SessionRow, ...]:
    """Return a person's meetings, the latest first."""
    uow.require(Permission.SEE_NOTES)
    return rows(uow, taken_part([person_id]))[::-1]


@depends_on(CoachingSession, Person, SessionParticipant, User)
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
    """Return the condition on CoachingSession that any of these people take part in it; it begins with the people."""
    taking_part = select(SessionParticipant.session_id).where(SessionParticipant.person_id.in_(set(person_ids)))
    return CoachingSession.id.in_(taking_part)


def together(person_ids: Collection[UUID]) -> ColumnElement[bool]:
    """Return the condition on CoachingSession that all of these people take part in it."""
    return and_(*(taken_part([person_id]) for person_id in person_ids))


def rows(
    uow: UnitOfWork, wanted: ColumnElement[bool], limit: int | None = None, *, places: bool = False
) -> tuple[SessionRow, ...]:
    """Return the meetings that the user may see and that `wanted` holds for, in order of time; one query.

    Where a protected person is met stands in no list, calendar or print: only with `places`, for the meeting itself.
    """
    met = tuple(_row(list(same)) for _, same in groupby(uow.session.execute(_query(uow, wanted, limit)), lambda line: line.id))
    return met if places else tuple(map(without_place, met))


def _query(uow: UnitOfWork, wanted: ColumnElement[bool], limit: int | None) -> Select[*tuple[Any, ...]]:
    """Return the query for the meetings, a line for each who takes part."""
    written = or_(CoachingSession.note != "", CoachingSession.summary != "").label("written")
    query = (
        select(*_SESSION, written, User.name.label("coach"), *_PERSON)
        .join(User, User.id == CoachingSession.coach_id)
        .join(SessionParticipant, SessionParticipant.session_id == CoachingSession.id)
        .join(Person, Person.id == SessionParticipant.person_id)
        .where(shield.visible(uow))
        .order_by(CoachingSession.starts_at, CoachingSession.id, SessionParticipant.id)
    )
    if limit is None:
        return query.where(access.unshielded(uow), wanted)
    first = select(CoachingSession.id).where(access.visible(uow), wanted).order_by(CoachingSession.starts_at, CoachingSession.id)
    return query.where(CoachingSession.id.in_(first.limit(limit)))


def facts_of(row: Any) -> MeetingFacts:
    """Return what a meeting is for, how long and where."""
    return MeetingFacts(row.kind, row.minutes, row.place, row.interpreter)


def without_place(row: SessionRow) -> SessionRow:
    """Return the meeting without its place, if a protected person takes part."""
    if any(person.name.protected for person in row.people):
        return replace(row, facts=replace(row.facts, place=""))
    return row


def _row(lines: list[Any]) -> SessionRow:
    first = lines[0]
    return SessionRow(
        id=first.id,
        version=first.version,
        starts_at=first.starts_at,
        facts=facts_of(first),
        status=first.status,
        coach_id=first.coach_id,
        coach=first.coach,
        people=tuple(_participant(line) for line in lines),
        reason=first.reason,
        written=first.written,
    )


def _participant(line: Any) -> Participant:
    return Participant(line.person_id, name_of(line.given_name, line.family_name, line.reference, line.protection))
