"""The persons behind the figures: supported, in work, in studies, with the church, at the programmes."""

from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased
from sqlalchemy.orm.util import AliasedClass

from jobbpunkt.base.clock import day_of
from jobbpunkt.measures import lasting
from jobbpunkt.measures.groups import reason_group
from jobbpunkt.measures.result import Behind, Counted, Period
from jobbpunkt.register.asking import asked_once, given, numbered, several
from jobbpunkt.register.index import fold
from jobbpunkt.register.unit_of_work import Reading
from models.application import Application, ApplicationStep
from models.assignment import Assignment
from models.case import Case, Outcome
from models.coaching import CoachingSession, SessionParticipant
from models.organisation import Organisation
from models.person import Person
from models.programme import Programme, ProgrammeEnrolment
from models.vocabulary import (
    ApplicationStage,
    AssignmentRole,
    ClosureReason,
    OutcomeKind,
    Referrer,
    SessionStatus,
)

CHURCH = "svenska kyrkan"


def supported(uow: Reading, period: Period) -> Behind:
    """Return each person with an enrolment open in the period and a meeting held in it, on the day of the first."""
    return Behind(uow, _supported(), lambda person, first: _person(person, day_of(first)), period.values)


@cache
def _supported() -> Select[UUID, datetime]:
    return (
        select(SessionParticipant.person_id, func.min(CoachingSession.starts_at))
        .join(CoachingSession, CoachingSession.id == SessionParticipant.session_id)
        .where(_held_in())
        .group_by(SessionParticipant.person_id)
        # Asked of those who were met: as a condition on each meeting it would begin with everybody ever enrolled.
        .having(SessionParticipant.person_id.in_(select(Case.person_id).where(_open_in())))
    )


def tenants(uow: Reading, period: Period) -> Behind:
    """Return each supported person of whom it is written down that they are a tenant of the housing company."""
    return Behind(uow, _tenants(), lambda person, first: _person(person, day_of(first)), period.values)


@cache
def _tenants() -> Select[UUID, datetime]:
    # Begun with who was enrolled: of all who were met, which is the slowest of what a year asks, it would be asked twice.
    is_tenant = exists().where(Person.id == Case.person_id, Person.tenant.is_(True)).correlate(Case)
    first = (
        select(func.min(CoachingSession.starts_at))
        .join(SessionParticipant, SessionParticipant.session_id == CoachingSession.id)
        .where(SessionParticipant.person_id == Case.person_id, _held_in())
        .correlate(Case)
        .scalar_subquery()
    )
    met = func.min(first)
    return select(Case.person_id, met).where(_open_in(), is_tenant).group_by(Case.person_id).having(met.is_not(None))


def in_work(uow: Reading, period: Period) -> Behind:
    """Return each supported person who began work in the period, or a business; it is told of how many nobody wrote as what."""
    return Behind(uow, _began_work(), _judged_person, period.values, least=lasting.UNKNOWN)


@cache
def _began_work() -> Select[*tuple[Any, ...]]:
    return _judged(_began(lasting.regular_work()), lasting.is_regular())


def in_work_a_month(uow: Reading, period: Period) -> Behind:
    """Return each of those in work with whether it lasted at least an unbroken month, as far as anybody knows."""
    return Behind(uow, _worked_a_month(), _judged_person, _today(uow, period), least=lasting.SO)


@cache
def _worked_a_month() -> Select[*tuple[Any, ...]]:
    return _judged(_began(lasting.regular_work()), lasting.lasted())


def closed_nationally(uow: Reading, period: Period) -> Behind:
    """Return each person whose enrolment was closed in the period with whether it led to what the national figure counts."""
    return Behind(uow, _closed_nationally(), _judged_person, _today(uow, period), least=lasting.SO, shared=True)


@cache
def _closed_nationally() -> Select[*tuple[Any, ...]]:
    return _judged(_by_day("closed_on"), lasting.closed_to_what())


def _judged(persons: Select[UUID, date | None], verdict: ColumnElement[int]) -> Select[*tuple[Any, ...]]:
    """Return persons with what holds of each: the greatest verdict of all that is theirs."""
    return persons.add_columns(func.max(verdict))


def _today(uow: Reading, period: Period) -> dict[str, Any]:
    return {**period.values, "today": uow.clock.today()}


def in_studies(uow: Reading, period: Period) -> Behind:
    """Return each supported person who began studies in the period."""
    return Behind(uow, _began_studies(), _person, period.values)


@cache
def _began_studies() -> Select[UUID, date | None]:
    return _began(Outcome.kind == OutcomeKind.STUDIES)


def with_church(uow: Reading, period: Period) -> Behind:
    """Return each person with an enrolment in co-operation with the Church of Sweden, open in the period."""
    church = [key for key, name in _organisations().rows(uow) if fold(name) == CHURCH]
    return Behind(uow, _with_any_of(len(church)), _person, {**period.values, **numbered("church", church)})


@asked_once
def _organisations() -> Select[UUID, str]:
    return select(Organisation.id, Organisation.name)


@cache
def _with_any_of(organisations: int) -> Select[UUID, date | None]:
    query = select(Case.person_id, func.min(Case.enrolled_on)).where(_open_in())
    return query.where(Case.cooperation_id.in_(several("church", organisations))).group_by(Case.person_id)


def called_to_interview(uow: Reading, period: Period) -> Behind:
    """Return each person who was called to at least one interview in the period."""
    return Behind(uow, _called_to_interview(), _person, period.values)


@cache
def _called_to_interview() -> Select[UUID, date | None]:
    return (
        select(Application.person_id, func.min(ApplicationStep.reached_on))
        .join(ApplicationStep, ApplicationStep.application_id == Application.id)
        .where(
            ApplicationStep.stage == ApplicationStage.CALLED_TO_INTERVIEW,
            ApplicationStep.reached_on.between(given("first"), given("last")),
        )
        .group_by(Application.person_id)
    )


def safety_ambassadors(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the safety ambassadors employed at some time in the period."""
    found = _safety_ambassadors().rows(uow, **period.values)
    return tuple(Counted("assignment", key, starts_on, name) for key, starts_on, name in found)


@asked_once
def _safety_ambassadors() -> Select[UUID, date, str]:
    return select(Assignment.id, Assignment.starts_on, Assignment.name).where(
        Assignment.role == AssignmentRole.SAFETY_AMBASSADOR,
        Assignment.starts_on <= given("last"),
        or_(Assignment.ends_on.is_(None), Assignment.ends_on >= given("first")),
    )


def newly_enrolled(uow: Reading, period: Period) -> Behind:
    """Return each person enrolled in the period."""
    return Behind(uow, _latest_by_day("enrolled_on", "referrer"), _referred, period.values, grouping=_referrer_group)


def closed(uow: Reading, period: Period) -> Behind:
    """Return each person whose enrolment was closed in the period."""
    return Behind(uow, _latest_by_day("closed_on", "closure_reason"), _ended, period.values, grouping=reason_group)


def active_at_end(uow: Reading, period: Period) -> Behind:
    """Return each person with an enrolment open when the period ended."""
    return Behind(uow, _active_at_end(), _person, period.values)


@cache
def _active_at_end() -> Select[UUID, date | None]:
    still_open = and_(_open_in(since="last"), or_(Case.closed_on.is_(None), Case.closed_on > given("last")))
    return select(Case.person_id, func.min(Case.enrolled_on)).where(still_open).group_by(Case.person_id)


def waiting_at_end(uow: Reading, period: Period) -> Behind:
    """Return each person registered but not enrolled when the period ended."""
    return Behind(uow, _waiting_at_end(), _person, period.values)


@cache
def _waiting_at_end() -> Select[UUID, date | None]:
    waits = and_(
        Case.registered_on <= given("last"),
        or_(Case.enrolled_on.is_(None), Case.enrolled_on > given("last")),
        or_(Case.closed_on.is_(None), Case.closed_on > given("last")),
    )
    return select(Case.person_id, func.min(Case.registered_on)).where(waits).group_by(Case.person_id)


def in_programmes(uow: Reading, period: Period) -> Behind:
    """Return each person with a place in a programme at some time in the period, as far as this register knows."""
    return Behind(uow, _in_programmes(), _person, period.values)


@cache
def _in_programmes() -> Select[UUID, date | None]:
    return (
        select(ProgrammeEnrolment.person_id, func.min(ProgrammeEnrolment.starts_on))
        .where(
            ProgrammeEnrolment.starts_on <= given("last"),
            or_(ProgrammeEnrolment.ends_on.is_(None), ProgrammeEnrolment.ends_on >= given("first")),
        )
        .group_by(ProgrammeEnrolment.person_id)
    )


def programmes_in_work(uow: Reading, period: Period) -> Behind:
    """Return each person with a place in a programme in the period who began work on the regular labour market in it."""
    return Behind(uow, _programmes_began(is_work=True), _person, period.values)


def programmes_in_studies(uow: Reading, period: Period) -> Behind:
    """Return each person with a place in a programme in the period who began studies in it."""
    return Behind(uow, _programmes_began(is_work=False), _person, period.values)


@cache
def _programmes_began(*, is_work: bool) -> Select[UUID, date | None]:
    place = ProgrammeEnrolment
    still = or_(place.ends_on.is_(None), place.ends_on >= given("first"))
    taking_part = exists(select(place.id).where(place.person_id == Case.person_id, place.starts_on <= given("last"), still))
    return (
        select(Case.person_id, func.min(Outcome.starts_on))
        .join(Outcome, Outcome.case_id == Case.id)
        .where(lasting.regular_work() if is_work else Outcome.kind == OutcomeKind.STUDIES)
        .where(Outcome.starts_on.between(given("first"), given("last")), taking_part)
        .group_by(Case.person_id)
    )


def stated_by_programmes(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the programmes of the period with the number of participants that their leaders have stated, if any."""
    query = select(Programme).where(
        or_(Programme.starts_on.is_(None), Programme.starts_on <= period.last),
        or_(Programme.ends_on.is_(None), Programme.ends_on >= period.first),
    )
    found = uow.session.scalars(query)
    return tuple(Counted("programme", row.id, row.starts_on, row.name, amount=row.stated_participants) for row in found)


def _held_in() -> ColumnElement[bool]:
    held = CoachingSession.status == SessionStatus.HELD
    return and_(held, CoachingSession.starts_at >= given("start"), CoachingSession.starts_at < given("end"))


def _open_in(case: type[Case] | AliasedClass[Case] = Case, *, since: str = "first") -> ColumnElement[bool]:
    """Return the condition that an enrolment was open at some time in the period and was not a mistake."""
    return and_(
        case.enrolled_on <= given("last"),
        or_(case.closed_on.is_(None), case.closed_on >= given(since)),
        or_(case.closure_reason.is_(None), case.closure_reason != ClosureReason.REGISTERED_BY_MISTAKE),
    )


def _began(what: ColumnElement[bool]) -> Select[UUID, date | None]:
    """Return those of the supported who began something: few began, so each of them is asked whether they were supported."""
    other = aliased(Case)
    enrolled = exists(select(other.id).where(other.person_id == Case.person_id, _open_in(other)))
    met = select(SessionParticipant.id).join(CoachingSession, CoachingSession.id == SessionParticipant.session_id)
    met = met.where(SessionParticipant.person_id == Case.person_id, _held_in()).correlate(Case)
    return (
        select(Case.person_id, func.min(Outcome.starts_on))
        .join(Outcome, Outcome.case_id == Case.id)
        .where(what, Outcome.starts_on.between(given("first"), given("last")), enrolled, exists(met))
        .group_by(Case.person_id)
    )


@cache
def _by_day(name: str) -> Select[UUID, date | None]:
    column: InstrumentedAttribute[date | None] = getattr(Case, name)
    return select(Case.person_id, func.min(column)).group_by(Case.person_id).where(_within(column))


def _within(column: InstrumentedAttribute[date | None]) -> ColumnElement[bool]:
    meant = or_(Case.closure_reason.is_(None), Case.closure_reason != ClosureReason.REGISTERED_BY_MISTAKE)
    return and_(column.between(given("first"), given("last")), Case.enrolled_on.is_not(None), meant)


@cache
def _latest_by_day(name: str, divided_by: str) -> Select[*tuple[Any, ...]]:
    """Return each person once, on the day of the first such enrolment, with what divides them as the last of them has it."""
    column: InstrumentedAttribute[date | None] = getattr(Case, name)
    own = Case.person_id
    place = func.row_number().over(partition_by=own, order_by=(column.desc(), Case.id.desc()))
    columns = (own, func.min(column).over(partition_by=own), getattr(Case, divided_by), place)
    rows = select(*(one.label(f"c{n}") for n, one in enumerate(columns))).where(_within(column)).subquery()
    return select(rows.c[0], rows.c[1], rows.c[2]).where(rows.c[3] == 1)


def _referrer_group(referrer: Referrer) -> str:
    return str(referrer.value)


def _referred(person: UUID, day: date | None, referrer: Referrer) -> Counted:
    return Counted("person", person, day, person=person, group=_referrer_group(referrer))


def _ended(person: UUID, day: date | None, reason: ClosureReason | None) -> Counted:
    return Counted("person", person, day, person=person, group=reason_group(reason))


def _person(person: UUID, day: date | None) -> Counted:
    return Counted("person", person, day, person=person)


def _judged_person(person: UUID, day: date | None, verdict: int) -> Counted:
    return Counted("person", person, day, person=person, verdict=verdict)
