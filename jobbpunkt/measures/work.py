"""What was done behind the figures: CVs, letters, applications, plans, meetings, livestreams, events, and the safety index."""

from datetime import date
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from jobbpunkt.clock import day_of
from jobbpunkt.measures.result import Behind, Counted, Number, Period
from jobbpunkt.unit_of_work import UnitOfWork
from models.application import Application
from models.coaching import CoachingSession
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.event import Event
from models.indicator import Indicator, IndicatorReading, IndicatorTarget
from models.plan import Plan, PlanVersion
from models.vocabulary import ActivityStatus, ApplicationStage, EventKind, PlanKind, SessionStatus

SAFETY = "safety_index"
_TOOK_PLACE = (ActivityStatus.HELD, ActivityStatus.CHANGED)


def cvs(uow: UnitOfWork, period: Period) -> Behind:
    """Return each CV whose first version was written in the period."""
    start, end = period.instants
    before = aliased(CvVersion)
    query = (
        select(Cv.id, Cv.person_id, Cv.title, func.min(CvVersion.made_at))
        .join(CvVersion, CvVersion.cv_id == Cv.id)
        .where(CvVersion.made_at >= start, CvVersion.made_at < end)
        .where(~exists(select(before.id).where(before.cv_id == Cv.id, before.made_at < start)))
        .group_by(Cv.id, Cv.person_id, Cv.title)
    )
    return Behind(uow, query, lambda key, person, title, at: Counted("cv", key, day_of(at), title, person))


def letters(uow: UnitOfWork, period: Period) -> Behind:
    """Return each personal letter whose first version was written in the period."""
    start, end = period.instants
    before = aliased(LetterVersion)
    query = (
        select(Letter.id, Letter.person_id, Letter.title, func.min(LetterVersion.made_at))
        .join(LetterVersion, LetterVersion.letter_id == Letter.id)
        .where(LetterVersion.made_at >= start, LetterVersion.made_at < end)
        .where(~exists(select(before.id).where(before.letter_id == Letter.id, before.made_at < start)))
        .group_by(Letter.id, Letter.person_id, Letter.title)
    )
    return Behind(uow, query, lambda key, person, title, at: Counted("letter", key, day_of(at), title, person))


def applications(uow: UnitOfWork, period: Period) -> Behind:
    """Return the applications sent in the period."""
    columns = (Application.id, Application.applied_on, Application.position, Application.employer, Application.person_id)
    sent = (Application.applied_on.between(period.first, period.last), Application.stage != ApplicationStage.PLANNED)
    return Behind(uow, select(*columns).where(*sent), _application)


def plans(uow: UnitOfWork, period: Period) -> Behind:
    """Return each career or personal plan adopted in the period; health plans never enter a figure."""
    return _plans(uow, period)


def programme_plans(uow: UnitOfWork, period: Period) -> Behind:
    """Return those of the adopted plans that were made within a programme."""
    return _plans(uow, period, of_programmes=True)


def sessions(uow: UnitOfWork, period: Period) -> Behind:
    """Return the meetings held in the period."""
    return _sessions(uow, period, SessionStatus.HELD)


def no_shows(uow: UnitOfWork, period: Period) -> Behind:
    """Return the meetings of the period to which the participant did not come."""
    return _sessions(uow, period, SessionStatus.NO_SHOW)


def livestreams(uow: UnitOfWork, period: Period) -> tuple[Counted, ...]:
    """Return the livestreams that took place in the period."""
    return tuple(_event(row) for row in _events(uow, period, EventKind.LIVESTREAM))


def livestream_views(uow: UnitOfWork, period: Period) -> tuple[Counted, ...]:
    """Return the livestreams that took place in the period, each with its views."""
    return tuple(_event(row, row.views) for row in _events(uow, period, EventKind.LIVESTREAM))


def meeting_place_events(uow: UnitOfWork, period: Period) -> tuple[Counted, ...]:
    """Return the activities that took place at the meeting place in the period."""
    return tuple(_event(row) for row in _events(uow, period, EventKind.MEETING_PLACE))


def safety_index(uow: UnitOfWork, period: Period) -> tuple[Counted, ...]:
    """Return the monthly readings of the safety index in the period: good answers out of all answers."""
    query = (
        select(IndicatorReading, Indicator.name)
        .join(Indicator, Indicator.id == IndicatorReading.indicator_id)
        .where(Indicator.key == SAFETY, IndicatorReading.month.between(period.first, period.last))
        .order_by(IndicatorReading.month)
    )
    return tuple(
        Counted("indicator_reading", row.id, row.month, name, amount=row.positive, out_of=row.answers)
        for row, name in uow.session.execute(query)
    )


def safety_target(uow: UnitOfWork, period: Period) -> Number | None:
    """Return the share that the year of the period aims at, if the period lies within one year."""
    if period.first.year != period.last.year:
        return None
    query = (
        select(IndicatorTarget.share)
        .join(Indicator, Indicator.id == IndicatorTarget.indicator_id)
        .where(Indicator.key == SAFETY, IndicatorTarget.year == period.first.year)
    )
    share = uow.session.scalar(query)
    return int(share) if share is not None and share == int(share) else share


def _plans(uow: UnitOfWork, period: Period, *, of_programmes: bool = False) -> Behind:
    start, end = period.instants
    query = (
        select(Plan.id, Plan.person_id, Plan.kind, func.min(PlanVersion.adopted_at))
        .join(PlanVersion, PlanVersion.plan_id == Plan.id)
        .where(Plan.kind != PlanKind.HEALTH, PlanVersion.adopted_at >= start, PlanVersion.adopted_at < end)
        .group_by(Plan.id, Plan.person_id, Plan.kind)
    )
    if of_programmes:
        query = query.where(Plan.programme_id.is_not(None))
    return Behind(uow, query, lambda key, person, kind, at: Counted("plan", key, day_of(at), kind.label, person))


def _sessions(uow: UnitOfWork, period: Period, status: SessionStatus) -> Behind:
    start, end = period.instants
    query = select(CoachingSession.id, CoachingSession.starts_at, CoachingSession.kind).where(
        CoachingSession.status == status, CoachingSession.starts_at >= start, CoachingSession.starts_at < end
    )
    return Behind(
        uow,
        query.order_by(CoachingSession.starts_at),
        lambda key, at, kind: Counted("coaching_session", key, day_of(at), kind.label),
    )


def _application(key: UUID, day: date, position: str, employer: str, person: UUID) -> Counted:
    return Counted("application", key, day, f"{position}, {employer}", person)


def _events(uow: UnitOfWork, period: Period, kind: EventKind) -> list[Event]:
    start, end = period.instants
    query = select(Event).where(
        Event.kind == kind, Event.status.in_(_TOOK_PLACE), Event.starts_at >= start, Event.starts_at < end
    )
    return list(uow.session.scalars(query.order_by(Event.starts_at)))


def _event(row: Event, amount: int | None = 1) -> Counted:
    return Counted("event", row.id, day_of(row.starts_at), row.title, amount=amount)
