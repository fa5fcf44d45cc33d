"""The persons behind the figures: supported, in work, in studies, with the church, at the programmes."""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased
from sqlalchemy.orm.util import AliasedClass

from jobbpunkt.clock import day_of
from jobbpunkt.measures.result import Behind, Counted, Period
from jobbpunkt.search import fold
from jobbpunkt.unit_of_work import UnitOfWork
from models.application import Application, ApplicationStep
from models.case import Case, Outcome
from models.coaching import CoachingSession, SessionParticipant
from models.organisation import Organisation
from models.programme import Assignment, Programme, ProgrammeEnrolment
from models.vocabulary import (
    ApplicationStage,
    AssignmentRole,
    ClosureReason,
    EmploymentForm,
    OutcomeKind,
    SessionStatus,
)

CHURCH = "svenska kyrkan"


def supported(uow: UnitOfWork, period: Period) -> Behind:
    """Return each person with an enrolment open in the period and a meeting held in it, on the day of the first."""
    query = (
        select(SessionParticipant.person_id, func.min(CoachingSession.starts_at))
        .join(CoachingSession, CoachingSession.id == SessionParticipant.session_id)
        .where(_held_in(period))
        .group_by(SessionParticipant.person_id)
        # Asked of those who were met: as a condition on each meeting it would begin with everybody ever enrolled.
        .having(SessionParticipant.person_id.in_(select(Case.person_id).where(_open_in(period))))
    )
    return Behind(uow, query, lambda person, first: _person(person, day_of(first)))


def in_work(uow: UnitOfWork, period: Period) -> Behind:
    """Return each supported person who began work on the regular labour market, or a business, in the period."""
    regular = Outcome.form != EmploymentForm.MUNICIPAL
    return _began(uow, period, and_(Outcome.kind.in_((OutcomeKind.WORK, OutcomeKind.OWN_BUSINESS)), regular))


def in_studies(uow: UnitOfWork, period: Period) -> Behind:
    """Return each supported person who began studies in the period."""
    return _began(uow, period, Outcome.kind == OutcomeKind.STUDIES)


def with_church(uow: UnitOfWork, period: Period) -> Behind:
    """Return each person with an enrolment in co-operation with the Church of Sweden, open in the period."""
    church = [key for key, name in uow.session.execute(select(Organisation.id, Organisation.name)) if fold(name) == CHURCH]
    query = (
        select(Case.person_id, func.min(Case.enrolled_on))
        .where(_open_in(period), Case.cooperation_id.in_(church))
        .group_by(Case.person_id)
    )
    return Behind(uow, query, _person)


def called_to_interview(uow: UnitOfWork, period: Period) -> Behind:
    """Return each person who was called to at least one interview in the period."""
    query = (
        select(Application.person_id, func.min(ApplicationStep.reached_on))
        .join(ApplicationStep, ApplicationStep.application_id == Application.id)
        .where(
            ApplicationStep.stage == ApplicationStage.CALLED_TO_INTERVIEW,
            ApplicationStep.reached_on.between(period.first, period.last),
        )
        .group_by(Application.person_id)
    )
    return Behind(uow, query, _person)


def safety_ambassadors(uow: UnitOfWork, period: Period) -> tuple[Counted, ...]:
    """Return the safety ambassadors employed at some time in the period."""
    query = select(Assignment).where(
        Assignment.role == AssignmentRole.SAFETY_AMBASSADOR,
        Assignment.starts_on <= period.last,
        or_(Assignment.ends_on.is_(None), Assignment.ends_on >= period.first),
    )
    return tuple(Counted("assignment", row.id, row.starts_on, row.name) for row in uow.session.scalars(query))


def newly_enrolled(uow: UnitOfWork, period: Period) -> Behind:
    """Return each person enrolled in the period."""
    return _by_day(uow, Case.enrolled_on, period)


def closed(uow: UnitOfWork, period: Period) -> Behind:
    """Return each person whose enrolment was closed in the period."""
    return _by_day(uow, Case.closed_on, period)


def active_at_end(uow: UnitOfWork, period: Period) -> Behind:
    """Return each person with an enrolment open when the period ended."""
    last_day = Period(period.last, period.last)
    still_open = and_(_open_in(last_day), or_(Case.closed_on.is_(None), Case.closed_on > period.last))
    return Behind(uow, select(Case.person_id, func.min(Case.enrolled_on)).where(still_open).group_by(Case.person_id), _person)


def waiting_at_end(uow: UnitOfWork, period: Period) -> Behind:
    """Return each person registered but not enrolled when the period ended."""
    waits = and_(
        Case.registered_on <= period.last,
        or_(Case.enrolled_on.is_(None), Case.enrolled_on > period.last),
        or_(Case.closed_on.is_(None), Case.closed_on > period.last),
    )
    return Behind(uow, select(Case.person_id, func.min(Case.registered_on)).where(waits).group_by(Case.person_id), _person)


def in_programmes(uow: UnitOfWork, period: Period) -> Behind:
    """Return each person with a place in a programme at some time in the period, as far as this register knows."""
    query = (
        select(ProgrammeEnrolment.person_id, func.min(ProgrammeEnrolment.starts_on))
        .where(
            ProgrammeEnrolment.starts_on <= period.last,
            or_(ProgrammeEnrolment.ends_on.is_(None), ProgrammeEnrolment.ends_on >= period.first),
        )
        .group_by(ProgrammeEnrolment.person_id)
    )
    return Behind(uow, query, _person)


def stated_by_programmes(uow: UnitOfWork, period: Period) -> tuple[Counted, ...]:
    """Return the programmes of the period with the number of participants that their leaders have stated, if any."""
    query = select(Programme).where(
        or_(Programme.starts_on.is_(None), Programme.starts_on <= period.last),
        or_(Programme.ends_on.is_(None), Programme.ends_on >= period.first),
    )
    found = uow.session.scalars(query)
    return tuple(Counted("programme", row.id, row.starts_on, row.name, amount=row.stated_participants) for row in found)


def _held_in(period: Period) -> ColumnElement[bool]:
    start, end = period.instants
    held = CoachingSession.status == SessionStatus.HELD
    return and_(held, CoachingSession.starts_at >= start, CoachingSession.starts_at < end)


def _open_in(period: Period, case: type[Case] | AliasedClass[Case] = Case) -> ColumnElement[bool]:
    """Return the condition that an enrolment was open at some time in the period and was not a mistake."""
    return and_(
        case.enrolled_on <= period.last,
        or_(case.closed_on.is_(None), case.closed_on >= period.first),
        or_(case.closure_reason.is_(None), case.closure_reason != ClosureReason.REGISTERED_BY_MISTAKE),
    )


def _began(uow: UnitOfWork, period: Period, what: ColumnElement[bool]) -> Behind:
    """Return those of the supported who began something: few began, so each of them is asked whether they were supported."""
    other = aliased(Case)
    enrolled = exists(select(other.id).where(other.person_id == Case.person_id, _open_in(period, other)))
    met = select(SessionParticipant.id).join(CoachingSession, CoachingSession.id == SessionParticipant.session_id)
    met = met.where(SessionParticipant.person_id == Case.person_id, _held_in(period)).correlate(Case)
    query = (
        select(Case.person_id, func.min(Outcome.starts_on))
        .join(Outcome, Outcome.case_id == Case.id)
        .where(what, Outcome.starts_on.between(period.first, period.last), enrolled, exists(met))
        .group_by(Case.person_id)
    )
    return Behind(uow, query, _person)


def _by_day(uow: UnitOfWork, column: InstrumentedAttribute[date | None], period: Period) -> Behind:
    meant = or_(Case.closure_reason.is_(None), Case.closure_reason != ClosureReason.REGISTERED_BY_MISTAKE)
    query = (
        select(Case.person_id, func.min(column))
        .where(column.between(period.first, period.last), Case.enrolled_on.is_not(None), meant)
        .group_by(Case.person_id)
    )
    return Behind(uow, query, _person)


def _person(person: UUID, day: date | None) -> Counted:
    return Counted("person", person, day, person=person)
