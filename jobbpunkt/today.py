"""Today: the signed-in coach's meetings, what is to be done, who needs them, and their caseload in figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, union

from jobbpunkt import coaching
from jobbpunkt.coaching import SessionRow, StepView
from jobbpunkt.coaching import steps as agreed
from jobbpunkt.people import PersonName
from jobbpunkt.people.caseload import ACTIVE, too_long, without_contact
from jobbpunkt.people.names import name_of
from jobbpunkt.register import shield
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.case import Case, Outcome, OutcomeFollowUp
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.person import Person
from models.plan import Plan, PlanReview
from models.progress import ProgressRound
from models.vocabulary import WORK_KINDS, EmploymentForm, PlanStatus

_NAME = (Person.id, Person.given_name, Person.family_name, Person.reference, Person.protection)


@dataclass(frozen=True, slots=True)
class Behind:
    """One record behind a figure, and the person it is about; `day` says since when, or by when."""

    record: UUID
    person_id: UUID
    person: PersonName
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ToDo:
    """Agreed steps that are open and have a day: past it, due today, and due later, each soonest first."""

    late: tuple[StepView, ...]
    today: tuple[StepView, ...]
    later: tuple[StepView, ...]

    @property
    def all(self) -> tuple[StepView, ...]:
        """Return every step, the oldest first."""
        return (*self.late, *self.today, *self.later)


@dataclass(frozen=True, slots=True)
class TodayView:
    """What a coach sees first. Every figure is the length of a tuple of what is behind it.

    `no_contact` and `incomplete` stand for people, `plans_due` for plans to follow up and `plans_late` for those whose
    time for it has passed, `follow_ups` for outcomes to ask about, `to_be_asked` for people whose round of questions about
    their way towards work has come, or their coach's about them;
    `active`, `new` (enrolled this month) and `in_work` (since new year) are the coach's own caseload, by person.
    """

    day: date
    meetings: tuple[SessionRow, ...]
    to_do: ToDo
    no_contact: tuple[Behind, ...]
    plans_due: tuple[Behind, ...]
    plans_late: tuple[Behind, ...]
    incomplete: tuple[Behind, ...]
    follow_ups: tuple[Behind, ...]
    to_be_asked: tuple[Behind, ...]
    active: tuple[Behind, ...]
    new: tuple[Behind, ...]
    in_work: tuple[Behind, ...]


@depends_on(
    AgreedStep, Case, CoachingSession, Outcome, OutcomeFollowUp, Person, Plan, PlanReview, ProgressRound, SessionParticipant, User
)
def today(uow: Reading) -> TodayView:
    """Return the signed-in coach's day."""
    day = uow.clock.today()
    meetings = coaching.between(uow, day, day, coach_id=uow.user.id)  # asks first whether the user may
    sees = shield.sees_protected(uow)
    values = {"user": uow.user.id, "day": day, "new_year": day.replace(month=1, day=1)}
    active = _behind(_active(sees=sees).rows(uow, **values))
    plans = _plans(uow, values)
    return TodayView(
        day=day,
        meetings=meetings,
        to_do=_to_do(agreed.views(_steps(sees=sees).rows(uow, **values)), day),
        no_contact=_behind(_no_contact(sees=sees).rows(uow, now=uow.clock.now(), **values, **too_long(day))),
        plans_due=_behind([row for last_day, *row in plans if last_day is None or last_day >= day]),
        plans_late=_behind([row for last_day, *row in plans if last_day is not None and last_day < day]),
        incomplete=_behind(_incomplete(sees=sees).rows(uow, **values)),
        follow_ups=_behind(_follow_ups(sees=sees).rows(uow, **values)),
        to_be_asked=_first_each(_behind(_to_be_asked(uow, values))),
        active=active,
        new=tuple(one for one in active if one.day is not None and day.replace(day=1) <= one.day <= day),
        in_work=_first_each(_behind(_in_work(sees=sees).rows(uow, **values))),
    )


def _mine(*, sees: bool) -> ColumnElement[bool]:
    """Return the condition on Case and Person that the user coaches somebody who is active."""
    return and_(Case.coach_id == given("user"), Case.status.in_(ACTIVE), shield.visible_if(sees=sees))


def _of_cases(*columns: Any) -> Select[*tuple[Any, ...]]:
    return select(*columns, *_NAME).select_from(Case).join(Person, Person.id == Case.person_id)


def _behind(rows: Sequence[Sequence[Any]]) -> tuple[Behind, ...]:
    """Return what rows of record, day and a person's columns tell."""
    return tuple([Behind(record, person_id, name_of(*name), day) for record, day, person_id, *name in rows])


@asked_once
def _active(*, sees: bool) -> Select[*tuple[Any, ...]]:
    return _of_cases(Case.id, Case.enrolled_on).where(_mine(sees=sees)).order_by(Case.enrolled_on.desc(), Case.id)


@asked_once
def _no_contact(*, sees: bool) -> Select[*tuple[Any, ...]]:
    query = _of_cases(Person.id.label("record"), Case.enrolled_on).where(_mine(sees=sees), without_contact())
    return query.order_by(Case.enrolled_on, Case.id)


def _plans(uow: Reading, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
    """Return the plans whose follow-up has come, each with the last day on which it was to be held."""
    if not uow.user.may(Permission.SEE_PLANS):
        return ()
    return _late_plans(sees=shield.sees_protected(uow), health=shield.sees_health(uow)).rows(uow, **values)


@asked_once
def _late_plans(*, sees: bool, health: bool) -> Select[*tuple[Any, ...]]:
    # Asked here rather than of `plans`, which would bring its paper and ReportLab's words to the first page of the day.
    window = select(func.max(func.coalesce(PlanReview.closes_on, PlanReview.planned_on))).where(
        PlanReview.plan_id == Plan.id,
        PlanReview.planned_on == Plan.review_on,
        PlanReview.held_on.is_(None),
        PlanReview.called_off.is_(None),
    )
    last_day = window.correlate(Plan).scalar_subquery()
    query = select(last_day, Plan.id, Plan.review_on, *_NAME).join(Person, Person.id == Plan.person_id)
    late = (Plan.status != PlanStatus.CLOSED, Plan.review_on <= given("day"), Plan.coach_id == given("user"))
    return query.where(*late, shield.visible_plans_if(sees=sees, health=health)).order_by(Plan.review_on, Plan.id)


@asked_once
def _incomplete(*, sees: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for the people of whom nobody is the coach, and those of the user's whose year of birth is missing."""
    lacking = or_(Case.coach_id.is_(None), and_(Case.coach_id == given("user"), Person.birth_year.is_(None)))
    query = _of_cases(Person.id.label("record"), Case.registered_on)
    query = query.where(Case.status.in_(ACTIVE), lacking, shield.visible_if(sees=sees))
    return query.order_by(Case.registered_on, Case.id)


@asked_once
def _follow_ups(*, sees: bool) -> Select[*tuple[Any, ...]]:
    query = _of_cases(OutcomeFollowUp.id, OutcomeFollowUp.due_on)
    query = query.join(Outcome, Outcome.case_id == Case.id).join(OutcomeFollowUp, OutcomeFollowUp.outcome_id == Outcome.id)
    due = and_(OutcomeFollowUp.asked_on.is_(None), OutcomeFollowUp.due_on <= given("day"))
    query = query.where(due, Case.coach_id == given("user"), shield.visible_if(sees=sees))
    return query.order_by(OutcomeFollowUp.due_on, OutcomeFollowUp.id)


def _to_be_asked(uow: Reading, values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
    """Return the rounds of questions that have come, of the participant and of the coach."""
    return _rounds(sees=shield.sees_protected(uow)).rows(uow, **values) if uow.user.may(Permission.SEE_NOTES) else ()


@asked_once
def _rounds(*, sees: bool) -> Select[*tuple[Any, ...]]:
    query = _of_cases(ProgressRound.id, ProgressRound.due_on).join(ProgressRound, ProgressRound.person_id == Case.person_id)
    due = and_(ProgressRound.answered_on.is_(None), ProgressRound.due_on <= given("day"))
    return query.where(due, _mine(sees=sees)).order_by(ProgressRound.due_on, ProgressRound.id)


@asked_once
def _in_work(*, sees: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for the coach's people who began work on the regular labour market since new year."""
    query = _of_cases(Outcome.id, Outcome.starts_on).join(Outcome, Outcome.case_id == Case.id)
    started = and_(Outcome.kind.in_(WORK_KINDS), Outcome.starts_on >= given("new_year"), Outcome.starts_on <= given("day"))
    query = query.where(
        started, Outcome.form != EmploymentForm.MUNICIPAL, Case.coach_id == given("user"), shield.visible_if(sees=sees)
    )
    return query.order_by(Outcome.starts_on, Outcome.id)


def _first_each(found: tuple[Behind, ...]) -> tuple[Behind, ...]:
    """Return each person once, by what began first."""
    return tuple({one.person_id: one for one in reversed(found)}.values())[::-1]


@asked_once
def _steps(*, sees: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for open steps of the people whom the user coaches, and of the user's own meetings."""
    waits = (AgreedStep.done_on.is_(None), AgreedStep.due_on.is_not(None))
    # Each begins with what is the coach's own; asked for at once, the steps of everybody would be looked through.
    coached = select(AgreedStep.id).join(Case, Case.person_id == AgreedStep.person_id)
    coached = coached.where(Case.coach_id == given("user"), Case.status.in_(ACTIVE), *waits)
    met = select(AgreedStep.id).join(CoachingSession, CoachingSession.id == AgreedStep.session_id)
    met = met.where(CoachingSession.coach_id == given("user"), *waits)
    return agreed.query(AgreedStep.id.in_(union(coached, met)), sees=sees)


def _to_do(found: tuple[StepView, ...], day: date) -> ToDo:
    due = [(step, step.words.due_on) for step in found if step.words.due_on is not None]
    return ToDo(
        late=tuple(step for step, on in due if on < day),
        today=tuple(step for step, on in due if on == day),
        later=tuple(step for step, on in due if on > day),
    )
