"""Meetings in lists: of one person, between two days, the next one."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select

from jobbpunkt.base.clock import bounds
from jobbpunkt.coaching import access
from jobbpunkt.coaching.data import MeetingFacts, Participant, SessionRow
from jobbpunkt.people.names import name_of
from jobbpunkt.register import gate, need, shield
from jobbpunkt.register.asking import asked_once, given, numbered, several
from jobbpunkt.register.database import GATE
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.vocabulary import SessionStatus

Ts = TypeVarTuple("Ts")
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
_WHO = len(_SESSION) + 2  # whether anything was written, and the coach's name, stand before
LINE = _WHO + len(_PERSON)
TAKES_TIME = frozenset({SessionStatus.BOOKED, SessionStatus.HELD})


@depends_on(CoachingSession, Person, SessionParticipant, User)
def of_person(uow: Reading, person_id: UUID) -> tuple[SessionRow, ...]:
    """Return a person's meetings, the latest first."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    lines = _meetings_of(sees=shield.sees_protected(uow)).rows(uow, who0=person_id)
    return tuple(map(without_place, gathered(lines)))[::-1]


@asked_once
def _meetings_of(*, sees: bool) -> Select[*tuple[Any, ...]]:
    return query(_taken_part(several("who", 1)), sees=sees)


@depends_on(CoachingSession, Person, SessionParticipant, User)
def between(uow: Reading, first: date, last: date, *, coach_id: UUID | None = None) -> tuple[SessionRow, ...]:
    """Return the meetings of the Swedish days `first` to `last`, of everybody or of one coach, in order of time."""
    uow.require(Permission.SEE_NOTES)
    start, end = bounds(first, last)
    asked = _between(sees=shield.sees_protected(uow), of_one=coach_id is not None)
    found = gathered(asked.rows(uow, start=start, end=end, coach=coach_id))
    within = and_(CoachingSession.starts_at >= start, CoachingSession.starts_at < end)
    return tuple(map(without_place, near(uow, found, within)))


def near(uow: Reading, found: Sequence[SessionRow], wanted: ColumnElement[bool]) -> Iterator[SessionRow]:
    """Yield meetings as lists tell them; `wanted` is what they were found by.

    One with nobody whom the user may open without a reason takes a colleague's time, and tells no more; one that takes none is
    left out.
    """
    if all(row.coach_id == uow.user.id for row in found):
        yield from found
        return
    part = select(SessionParticipant.session_id).join(CoachingSession, CoachingSession.id == SessionParticipant.session_id)
    part = part.where(wanted, need.reach(uow, SessionParticipant.person_id.expression)).prefix_with(GATE)
    reached = set(uow.session.scalars(part))
    for row in found:
        if row.coach_id == uow.user.id or row.id in reached:
            yield row
        elif row.status in TAKES_TIME:
            facts = MeetingFacts(minutes=row.facts.minutes)
            yield replace(row, facts=facts, status=SessionStatus.BOOKED, people=(), reason="", written=False)


@asked_once
def _between(*, sees: bool, of_one: bool) -> Select[*tuple[Any, ...]]:
    within = and_(CoachingSession.starts_at >= given("start"), CoachingSession.starts_at < given("end"))
    return query(and_(within, CoachingSession.coach_id == given("coach")) if of_one else within, sees=sees)


def next_of(uow: Reading, person_ids: Collection[UUID], after: datetime) -> SessionRow | None:
    """Return the next booked meeting that all of these people, who are some, take part in, later than `after`."""
    uow.require(Permission.SEE_NOTES)
    return first_of(
        coming(len(person_ids), sees=shield.sees_protected(uow)).rows(uow, after=after, **numbered("who", person_ids))
    )


def first_of(lines: Sequence[Any]) -> SessionRow | None:
    """Return the meeting that `coming` found, without its place, or None."""
    return without_place(gathered(lines)[0]) if lines else None


@asked_once
def coming(people: int, *, sees: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for the next booked meeting of so many people; who asks it has asked who may."""
    booked = (CoachingSession.status == SessionStatus.BOOKED, CoachingSession.starts_at > given("after"))
    first = together(select(CoachingSession.id), people).where(*booked, access.unshielded_if(sees=sees))
    first = first.order_by(CoachingSession.starts_at, CoachingSession.id).limit(1).correlate(None)
    return query(CoachingSession.id == first.scalar_subquery(), sees=sees)


def taken_part(person_ids: Collection[UUID]) -> ColumnElement[bool]:
    """Return the condition on CoachingSession that any of these people take part in it; it begins with the people."""
    return _taken_part(set(person_ids))


def _taken_part(people: Collection[Any]) -> ColumnElement[bool]:
    return CoachingSession.id.in_(select(SessionParticipant.session_id).where(SessionParticipant.person_id.in_(people)))


def together(meetings: Select[*Ts], people: int) -> Select[*Ts]:
    """Return those of the meetings that so many people, `numbered` as "who", all take part in; it begins with the first."""
    first, *others = several("who", people)
    joined = meetings.join(SessionParticipant, SessionParticipant.session_id == CoachingSession.id)
    return joined.where(SessionParticipant.person_id == first, *(_taken_part([one]) for one in others))


def rows(uow: Reading, wanted: ColumnElement[bool]) -> tuple[SessionRow, ...]:
    """Return the meetings that the user may see and that `wanted` holds for, in order of time; one query.

    Where a protected person is met stands in no list, calendar or print.
    """
    lines = uow.session.execute(query(wanted, sees=shield.sees_protected(uow))).all()
    return tuple(map(without_place, gathered(lines)))


def query(wanted: ColumnElement[bool], *more: Any, sees: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for meetings, a line for each who takes part; with `more` columns at the end."""
    written = or_(CoachingSession.note != "", CoachingSession.summary != "")
    return (
        select(*_SESSION, written, User.name, *_PERSON, *more)
        .join(User, User.id == CoachingSession.coach_id)
        .join(SessionParticipant, SessionParticipant.session_id == CoachingSession.id)
        .join(Person, Person.id == SessionParticipant.person_id)
        .where(shield.visible_if(sees=sees), access.unshielded_if(sees=sees), wanted)
        .order_by(CoachingSession.starts_at, CoachingSession.id, SessionParticipant.id)
    )


def gathered(lines: Sequence[Sequence[Any]]) -> tuple[SessionRow, ...]:
    """Return the meetings of such lines, with their places."""
    meetings: list[list[Sequence[Any]]] = []
    last = None
    for line in lines:
        if line[0].int == last:  # ids themselves are compared in Python, line by line
            meetings[-1].append(line)
        else:
            meetings.append([line])
            last = line[0].int
    return tuple(map(_row, meetings))


def facts_of(row: Any) -> MeetingFacts:
    """Return what a meeting is for, how long and where."""
    return MeetingFacts(row.kind, row.minutes, row.place, row.interpreter)


def without_place(row: SessionRow) -> SessionRow:
    """Return the meeting without its place, if a protected person takes part."""
    for person in row.people:
        if person.name.protected:
            return replace(row, facts=replace(row.facts, place=""))
    return row


def _row(lines: Sequence[Sequence[Any]]) -> SessionRow:
    """Return the meeting of its lines; by place, since a week of everybody's has hundreds."""
    first = lines[0]
    facts, people = MeetingFacts(*first[3:7]), [Participant(line[_WHO], name_of(*line[_WHO + 1 : LINE])) for line in lines]
    (key, version, starts_at), (status, coach_id, reason, written, coach) = first[:3], first[7:_WHO]
    return SessionRow(key, version, starts_at, facts, status, coach_id, coach, tuple(people), reason, written)
