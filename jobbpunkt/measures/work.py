"""What was done behind the figures: CVs, letters, applications, plans, meetings, livestreams, events, and the safety index."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import aliased

from jobbpunkt.base.clock import day_of
from jobbpunkt.indicators import MonthResult
from jobbpunkt.measures.result import Behind, Counted, Number, Period
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.unit_of_work import Reading
from models.application import Application
from models.case import Case, Outcome, OutcomeFollowUp
from models.coaching import CoachingSession
from models.cv import Cv, CvVersion, Letter, LetterVersion
from models.event import Event
from models.indicator import Indicator, IndicatorReading, IndicatorTarget
from models.plan import Plan, PlanVersion
from models.vocabulary import TOOK_PLACE, ApplicationStage, EventKind, PlanKind, SessionStatus

SAFETY = "safety_index"


def cvs(uow: Reading, period: Period) -> Behind:
    """Return each CV whose first version was written in the period."""
    return Behind(uow, _cvs(), lambda key, person, title, at: Counted("cv", key, day_of(at), title, person), period.values)


@cache
def _cvs() -> Select[UUID, UUID, str, datetime]:
    before = aliased(CvVersion)
    return (
        select(Cv.id, Cv.person_id, Cv.title, func.min(CvVersion.made_at))
        .join(CvVersion, CvVersion.cv_id == Cv.id)
        .where(CvVersion.made_at >= given("start"), CvVersion.made_at < given("end"))
        .where(~exists(select(before.id).where(before.cv_id == Cv.id, before.made_at < given("start"))))
        .group_by(Cv.id, Cv.person_id, Cv.title)
    )


def letters(uow: Reading, period: Period) -> Behind:
    """Return each personal letter whose first version was written in the period."""
    return Behind(
        uow, _letters(), lambda key, person, title, at: Counted("letter", key, day_of(at), title, person), period.values
    )


@cache
def _letters() -> Select[UUID, UUID, str, datetime]:
    before = aliased(LetterVersion)
    return (
        select(Letter.id, Letter.person_id, Letter.title, func.min(LetterVersion.made_at))
        .join(LetterVersion, LetterVersion.letter_id == Letter.id)
        .where(LetterVersion.made_at >= given("start"), LetterVersion.made_at < given("end"))
        .where(~exists(select(before.id).where(before.letter_id == Letter.id, before.made_at < given("start"))))
        .group_by(Letter.id, Letter.person_id, Letter.title)
    )


def applications(uow: Reading, period: Period) -> Behind:
    """Return the applications sent in the period."""
    return Behind(uow, _applications(), _application, period.values)


@cache
def _applications() -> Select[*tuple[Any, ...]]:
    columns = (Application.id, Application.applied_on, Application.position, Application.employer, Application.person_id)
    sent = (Application.applied_on.between(given("first"), given("last")), Application.stage != ApplicationStage.PLANNED)
    return select(*columns).where(*sent)


def plans(uow: Reading, period: Period) -> Behind:
    """Return each career or personal plan adopted in the period; health plans never enter a figure."""
    return _plans(uow, period)


def programme_plans(uow: Reading, period: Period) -> Behind:
    """Return those of the adopted plans that were made within a programme."""
    return _plans(uow, period, of_programmes=True)


def sessions(uow: Reading, period: Period) -> Behind:
    """Return the meetings held in the period."""
    return _sessions(uow, period, SessionStatus.HELD)


def no_shows(uow: Reading, period: Period) -> Behind:
    """Return the meetings of the period to which the participant did not come."""
    return _sessions(uow, period, SessionStatus.NO_SHOW)


def overdue_follow_ups(uow: Reading, period: Period) -> Behind:
    """Return the follow-ups that were due by the end of the period, or by yesterday, and had not been made then."""
    until = min(period.last, uow.clock.today() - timedelta(days=1))
    return Behind(uow, _overdue(), _follow_up, {"until": until})


@cache
def _overdue() -> Select[UUID, UUID, date]:
    asked = OutcomeFollowUp.asked_on
    return (
        select(OutcomeFollowUp.id, Case.person_id, OutcomeFollowUp.due_on)
        .join(Outcome, Outcome.id == OutcomeFollowUp.outcome_id)
        .join(Case, Case.id == Outcome.case_id)
        .where(OutcomeFollowUp.due_on <= given("until"), or_(asked.is_(None), asked > given("until")))
    )


def _follow_up(key: UUID, person: UUID, due: date) -> Counted:
    return Counted("outcome_follow_up", key, due, person=person)


def livestreams(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the livestreams that took place in the period."""
    return tuple(_event(key, title, at) for key, title, at, _ in _events(EventKind.LIVESTREAM).rows(uow, **period.values))


def livestream_views(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the livestreams that took place in the period, each with its views."""
    return tuple(_event(*row) for row in _events(EventKind.LIVESTREAM).rows(uow, **period.values))


def meeting_place_events(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the activities that took place at the meeting place in the period."""
    return tuple(_event(key, title, at) for key, title, at, _ in _events(EventKind.MEETING_PLACE).rows(uow, **period.values))


def safety_index(uow: Reading, period: Period) -> tuple[Counted, ...]:
    """Return the readings of the safety index in the period: good answers out of all answers.

    Where any is a share that somebody told without answers, each weighs the same: so many out of a thousand.
    """
    found = [
        (key, month, name, MonthResult(month, answers, positive, None if share is None else Decimal(str(share))))
        for key, month, name, answers, positive, share in _safety_index().rows(uow, **period.values)
    ]
    if all(read.stated is None for _, _, _, read in found):
        return tuple(
            Counted("indicator_reading", key, month, name, amount=read.positive, out_of=read.answers)
            for key, month, name, read in found
        )
    return tuple(
        Counted("indicator_share", key, month, name, amount=int(10 * read.share), out_of=1000)
        for key, month, name, read in found
        if read.share is not None
    )


@asked_once
def _safety_index() -> Select[*tuple[Any, ...]]:
    reading = IndicatorReading
    return (
        select(reading.id, reading.month, Indicator.name, reading.answers, reading.positive, reading.share)
        .join(Indicator, Indicator.id == reading.indicator_id)
        .where(Indicator.key == SAFETY, reading.month.between(given("first"), given("last")))
        .order_by(reading.month)
    )


def safety_target(uow: Reading, period: Period) -> Number | None:
    """Return the share that the year of the period aims at, if the period lies within one year."""
    if period.first.year != period.last.year:
        return None
    found = _safety_target().first(uow, year=period.first.year)
    share = found[0] if found else None
    return int(share) if share is not None and share == int(share) else share


@asked_once
def _safety_target() -> Select[float]:
    query = select(IndicatorTarget.share).join(Indicator, Indicator.id == IndicatorTarget.indicator_id)
    return query.where(Indicator.key == SAFETY, IndicatorTarget.year == given("year"))


def _plans(uow: Reading, period: Period, *, of_programmes: bool = False) -> Behind:
    query = _adopted(of_programmes=of_programmes)
    return Behind(uow, query, lambda key, person, kind, at: Counted("plan", key, day_of(at), kind.label, person), period.values)


@cache
def _adopted(*, of_programmes: bool) -> Select[*tuple[Any, ...]]:
    query = (
        select(Plan.id, Plan.person_id, Plan.kind, func.min(PlanVersion.adopted_at))
        .join(PlanVersion, PlanVersion.plan_id == Plan.id)
        .where(Plan.kind != PlanKind.HEALTH, PlanVersion.adopted_at >= given("start"), PlanVersion.adopted_at < given("end"))
        .group_by(Plan.id, Plan.person_id, Plan.kind)
    )
    return query.where(Plan.programme_id.is_not(None)) if of_programmes else query


def _sessions(uow: Reading, period: Period, status: SessionStatus) -> Behind:
    query = _met(status)
    return Behind(uow, query, lambda key, at, kind: Counted("coaching_session", key, day_of(at), kind.label), period.values)


@cache
def _met(status: SessionStatus) -> Select[*tuple[Any, ...]]:
    meeting = CoachingSession
    within = (meeting.status == status, meeting.starts_at >= given("start"), meeting.starts_at < given("end"))
    return select(meeting.id, meeting.starts_at, meeting.kind).where(*within).order_by(meeting.starts_at)


def _application(key: UUID, day: date, position: str, employer: str, person: UUID) -> Counted:
    return Counted("application", key, day, f"{position}, {employer}", person)


@asked_once
def _events(kind: EventKind) -> Select[*tuple[Any, ...]]:
    held = (Event.kind == kind, Event.status.in_(TOOK_PLACE), Event.starts_at >= given("start"), Event.starts_at < given("end"))
    return select(Event.id, Event.title, Event.starts_at, Event.views).where(*held).order_by(Event.starts_at)


def _event(key: UUID, title: str, at: datetime, amount: int | None = 1) -> Counted:
    return Counted("event", key, day_of(at), title, amount=amount)
