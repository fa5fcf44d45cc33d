"""The caseload: who is enrolled, with whom, since when, and when one last met."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum, auto
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Integer, Select, Subquery, Text, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from jobbpunkt.base.clock import day_of, instant
from jobbpunkt.people.names import PersonName, name_of
from jobbpunkt.register import finding, gate, need, shield
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.search import SearchEntry
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
    uow: Reading, *, words: str = "", shown: CaseloadFilter = CaseloadFilter.ALL, limit: int = 500
) -> tuple[CaseloadRow, ...]:
    """Return people whose words all match what was typed, by name; at most `limit`."""
    uow.require(Permission.SEE_PEOPLE)
    typed = finding.asked_as(uow.engine_name, words)
    today = uow.clock.today()
    when = {"now": uow.clock.now(), "new": today - timedelta(days=NEW_DAYS), **too_long(today)}
    found = _asked(shown, finding.way(uow) if typed else "").rows(uow, typed=typed, limit=limit, user=uow.user.id, **when)
    near, sees = need.near(uow), shield.sees_protected(uow)
    return tuple([_row(row, near, sees=sees) for row in found])


@asked_once
def _asked(shown: CaseloadFilter, engine: str) -> Select[*tuple[Any, ...]]:
    """Return the query for a page; with the engine's name only those who match what was typed."""
    page = _from_cases(shown) if shown in (CaseloadFilter.MINE, CaseloadFilter.NEW) else _from_people(shown)
    if engine:
        page = page.where(Person.id.in_(select(SearchEntry.record_id).where(finding.matching_on(engine, given("typed", Text())))))
    return _rows(page.order_by(*_BY_NAME).limit(given("limit", Integer())).subquery("page"))


def _from_people(shown: CaseloadFilter) -> Select[UUID, UUID]:
    """Return the query for people in the order of their names, each with the latest case: it stops at the limit."""
    chosen = select(Person.id.label("person_id"), Case.id.label("case_id")).outerjoin(Case, Case.id == _latest_case(Person.id))
    return chosen.where(Person.removed.is_(False), _condition(shown))


def _from_cases(shown: CaseloadFilter) -> Select[UUID, UUID]:
    """Return the query that begins with cases, for filters that few of them pass."""
    chosen = select(Person.id.label("person_id"), Case.id.label("case_id")).select_from(Case)
    chosen = chosen.join(Person, Person.id == Case.person_id).where(Case.id == _latest_case(Case.person_id))
    return chosen.where(Person.removed.is_(False), _condition(shown))


def _rows(page: Subquery) -> Select[*tuple[Any, ...]]:
    """Return the query for the rows of a page at the instant `now`: what costs most is asked of those on it only."""
    now = given("now")
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


def _condition(shown: CaseloadFilter) -> ColumnElement[bool]:
    active = Case.status.in_(ACTIVE)
    match shown:
        case CaseloadFilter.ALL:
            return Person.removed.is_(False)
        case CaseloadFilter.MINE:
            return and_(active, Case.coach_id == given("user"))
        case CaseloadFilter.ACTIVE:
            return active
        case CaseloadFilter.NEW:
            return and_(active, Case.enrolled_on >= given("new"))
        case CaseloadFilter.NO_CONTACT:
            return without_contact()
        case CaseloadFilter.WAITING:
            return or_(Case.status == CaseStatus.WAITING, Case.status == CaseStatus.INTEREST)
        case CaseloadFilter.CLOSED:
            return Case.status == CaseStatus.CLOSED


def without_contact() -> ColumnElement[bool]:
    """Return the condition on Case and Person that one has been enrolled, but not met, for `too_long`, at the instant `now`."""
    since = (CoachingSession.starts_at >= given("contact_since"), CoachingSession.starts_at <= given("now"))
    met = exists(_met(CoachingSession.id, SessionStatus.HELD).where(*since))
    return and_(Case.status == CaseStatus.ENROLLED, Case.enrolled_on < given("enrolled_before"), ~met)


def too_long(today: date) -> dict[str, date]:
    """Tell `without_contact` the days that are too many."""
    limit = today - timedelta(days=NO_CONTACT_DAYS)
    return {"enrolled_before": limit, "contact_since": instant(limit)}


def _row(row: Any, near: need.Near, *, sees: bool) -> CaseloadRow:
    """Return a row; of a colleague's participant a name, a coach and a status, of one who is hidden no more than that."""
    person_id, first, family, reference, protection, *rest, last, coming = row
    status, coach, coach_id, case_id, enrolled_on, district, language = rest
    name = name_of(first, family, reference, protection)
    if (name.protected and not sees) or not near.has(person_id, coach_id, protected=name.protected):
        return CaseloadRow(person_id, name, status, coach or "", coach_id, case_id, None, "", "", None, None)
    contact = day_of(last) if last else None
    return CaseloadRow(person_id, name, status, coach or "", coach_id, case_id, enrolled_on, district, language, contact, coming)


@depends_on(CoachingSession, SessionParticipant)
def next_meeting(uow: Reading, person_id: UUID) -> datetime | None:
    """Return when a person's next booked meeting begins."""
    gate.require_reading(uow, Permission.SEE_PEOPLE, person_id)
    found = _coming().first(uow, person=person_id, now=uow.clock.now())
    return found[0] if found else None


@asked_once
def _coming() -> Select[datetime]:
    query = select(func.min(CoachingSession.starts_at)).join(
        SessionParticipant, SessionParticipant.session_id == CoachingSession.id
    )
    coming = (CoachingSession.status == SessionStatus.BOOKED, CoachingSession.starts_at > given("now"))
    return query.where(SessionParticipant.person_id == given("person"), *coming)
