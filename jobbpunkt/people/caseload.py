"""The caseload: who is enrolled, with whom, since when, and when one last met."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Subquery, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from jobbpunkt import search
from jobbpunkt.clock import day_of, instant
from jobbpunkt.people.names import PersonName, name_of
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.search import SearchEntry
from models.types import Instant
from models.vocabulary import CaseStatus, SessionStatus

NO_CONTACT_DAYS = 30
NEW_DAYS = 30
ACTIVE = (CaseStatus.ENROLLED, CaseStatus.FOLLOW_UP, CaseStatus.PAUSED)
_BY_NAME = (Person.given_name, Person.family_name, Person.reference)


class CaseloadFilter(Enum):
    """The saved filters of the caseload."""

    ALL = auto()
    MINE = auto()
    ACTIVE = auto()
    NEW = auto()
    NO_CONTACT = auto()
    WAITING = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One person in the caseload, with their latest case; `status` is None before any enrolment."""

    id: UUID
    name: PersonName
    status: CaseStatus | None
    coach: str
    coach_id: UUID | None
    case_id: UUID | None
    enrolled_on: date | None
    district: str
    language: str
    last_contact: date | None
    next_meeting: datetime | None


@depends_on(Case, CoachingSession, Person, SessionParticipant, User)
def caseload(
    uow: UnitOfWork, *, words: str = "", shown: CaseloadFilter = CaseloadFilter.ALL, limit: int = 500
) -> tuple[CaseloadRow, ...]:
    """Return people whose words all match what was typed, by name; at most `limit`."""
    uow.require(Permission.SEE_PEOPLE)
    page = _from_cases(uow, shown) if shown in (CaseloadFilter.MINE, CaseloadFilter.NEW) else _from_people(uow, shown)
    if search.tokens(words):
        page = page.where(Person.id.in_(select(SearchEntry.record_id).where(search.matching(uow, words))))
    query = _rows(page.order_by(*_BY_NAME).limit(limit).subquery("page"))
    return tuple(_row(row) for row in uow.session.execute(query, {"now": uow.clock.now()}))


def _from_people(uow: UnitOfWork, shown: CaseloadFilter) -> Select[UUID, UUID]:
    """Return the query for people in the order of their names, each with the latest case: it stops at the limit."""
    chosen = select(Person.id.label("person_id"), Case.id.label("case_id")).outerjoin(Case, Case.id == _latest_case(Person.id))
    return chosen.where(Person.removed.is_(False), _condition(uow, shown))


def _from_cases(uow: UnitOfWork, shown: CaseloadFilter) -> Select[UUID, UUID]:
    """Return the query that begins with cases, for filters that few of them pass."""
    chosen = select(Person.id.label("person_id"), Case.id.label("case_id")).select_from(Case)
    chosen = chosen.join(Person, Person.id == Case.person_id).where(Case.id == _latest_case(Case.person_id))
    return chosen.where(Person.removed.is_(False), _condition(uow, shown))


def _rows(page: Subquery) -> Select[*tuple[Any, ...]]:
    """Return the query for the rows of a page at the instant `now`: what costs most is asked of those on it only."""
    now = bindparam("now", type_=Instant())
    last = _met(func.max(CoachingSession.starts_at), SessionStatus.HELD).where(CoachingSession.starts_at <= now)
    coming = _met(func.min(CoachingSession.starts_at), SessionStatus.BOOKED).where(CoachingSession.starts_at > now)
    person = (Person.id, Person.given_name, Person.family_name, Person.reference, Person.protection)
    case = (Case.status, User.name, Case.coach_id, Case.id, Case.enrolled_on)
    return (
        select(*person, *case, Person.district, Person.language, last.scalar_subquery(), coming.scalar_subquery())
        .select_from(page)
        .join(Person, Person.id == page.c.person_id)
        .outerjoin(Case, Case.id == page.c.case_id)
        .outerjoin(User, User.id == Case.coach_id)
        .order_by(*_BY_NAME)
    )


def _latest_case(person_id: InstrumentedAttribute[UUID]) -> ColumnElement[UUID]:
    other = aliased(Case)
    latest = select(other.id).where(other.person_id == person_id).order_by(other.registered_on.desc(), other.id.desc()).limit(1)
    return latest.correlate(person_id.parent).scalar_subquery()


def _met(what: Any, status: SessionStatus) -> Select[Any]:
    """Return the query for `what` of the sessions with that status that the person takes part in."""
    joined = select(what).join(SessionParticipant, SessionParticipant.session_id == CoachingSession.id)
    return joined.where(SessionParticipant.person_id == Person.id, CoachingSession.status == status).correlate(Person)


def _condition(uow: UnitOfWork, shown: CaseloadFilter) -> ColumnElement[bool]:
    today = uow.clock.today()
    active = Case.status.in_(ACTIVE)
    match shown:
        case CaseloadFilter.ALL:
            return Person.removed.is_(False)
        case CaseloadFilter.MINE:
            return and_(active, Case.coach_id == uow.user.id)
        case CaseloadFilter.ACTIVE:
            return active
        case CaseloadFilter.NEW:
            return and_(active, Case.enrolled_on >= today - timedelta(days=NEW_DAYS))
        case CaseloadFilter.NO_CONTACT:
            return without_contact(uow)
        case CaseloadFilter.WAITING:
            return or_(Case.status == CaseStatus.WAITING, Case.status == CaseStatus.INTEREST)
        case CaseloadFilter.CLOSED:
            return Case.status == CaseStatus.CLOSED


def without_contact(uow: UnitOfWork) -> ColumnElement[bool]:
    """Return the condition on Case and Person that one has been enrolled, but not met, for the days that are too many."""
    limit = uow.clock.today() - timedelta(days=NO_CONTACT_DAYS)
    return and_(Case.status == CaseStatus.ENROLLED, Case.enrolled_on < limit, ~met_since(uow, limit))


def met_since(uow: UnitOfWork, day: date) -> ColumnElement[bool]:
    """Return the condition on Person that a session was held on or after `day`, up to now."""
    since = (CoachingSession.starts_at >= instant(day), CoachingSession.starts_at <= uow.clock.now())
    return exists(_met(CoachingSession.id, SessionStatus.HELD).where(*since))


def _row(row: Any) -> CaseloadRow:
    person_id, given, family, reference, protection, *rest, last, coming = row
    status, coach, coach_id, case_id, enrolled_on, district, language = rest
    name = name_of(given, family, reference, protection)
    contact = day_of(last) if last else None
    return CaseloadRow(person_id, name, status, coach or "", coach_id, case_id, enrolled_on, district, language, contact, coming)


@depends_on(CoachingSession, SessionParticipant)
def next_meeting(uow: UnitOfWork, person_id: UUID) -> datetime | None:
    """Return when a person's next booked meeting begins."""
    uow.require(Permission.SEE_PEOPLE)
    return uow.session.scalar(_coming(), {"person": person_id, "now": uow.clock.now()})


@cache
def _coming() -> Select[datetime]:
    """Return the query for a person's next booked meeting; building it takes many times as long as its answer."""
    query = select(func.min(CoachingSession.starts_at)).join(
        SessionParticipant, SessionParticipant.session_id == CoachingSession.id
    )
    coming = (CoachingSession.status == SessionStatus.BOOKED, CoachingSession.starts_at > bindparam("now", type_=Instant()))
    return query.where(SessionParticipant.person_id == bindparam("person"), *coming)
