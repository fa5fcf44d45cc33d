"""Today: the signed-in coach's meetings, what is to be done, who needs them, and their caseload in figures."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select, union

from jobbpunkt import coaching, shield
from jobbpunkt.coaching import SessionRow, StepView
from jobbpunkt.coaching import steps as agreed
from jobbpunkt.people import PersonName
from jobbpunkt.people.caseload import ACTIVE, without_contact
from jobbpunkt.people.names import name_of
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.case import Case, Outcome, OutcomeFollowUp
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.person import Person
from models.plan import Plan
from models.vocabulary import EmploymentForm, OutcomeKind, PlanStatus

_WORK = (OutcomeKind.WORK, OutcomeKind.OWN_BUSINESS)
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

    `no_contact` and `incomplete` stand for people, `plans_due` for plans, `follow_ups` for outcomes to ask about;
    `active`, `new` (enrolled this month) and `in_work` (since new year) are the coach's own caseload, by person.
    """

    day: date
    meetings: tuple[SessionRow, ...]
    to_do: ToDo
    no_contact: tuple[Behind, ...]
    plans_due: tuple[Behind, ...]
    incomplete: tuple[Behind, ...]
    follow_ups: tuple[Behind, ...]
    active: tuple[Behind, ...]
    new: tuple[Behind, ...]
    in_work: tuple[Behind, ...]


@depends_on(AgreedStep, Case, CoachingSession, Outcome, OutcomeFollowUp, Person, Plan, SessionParticipant, User)
def today(uow: UnitOfWork) -> TodayView:
    """Return the signed-in coach's day."""
    day = uow.clock.today()
    meetings = coaching.between(uow, day, day, coach_id=uow.user.id)  # asks first whether the user may
    active = _active(uow)
    return TodayView(
        day=day,
        meetings=meetings,
        to_do=_to_do(uow, day),
        no_contact=_no_contact(uow),
        plans_due=_plans_due(uow),
        incomplete=_incomplete(uow),
        follow_ups=_follow_ups(uow, day),
        active=active,
        new=tuple(one for one in active if one.day is not None and day.replace(day=1) <= one.day <= day),
        in_work=_in_work(uow, day),
    )


def _mine(uow: UnitOfWork) -> ColumnElement[bool]:
    """Return the condition on Case and Person that the user coaches somebody who is active."""
    return and_(Case.coach_id == uow.user.id, Case.status.in_(ACTIVE), shield.visible(uow))


def _of_cases(*columns: Any) -> Select[*tuple[Any, ...]]:
    return select(*columns, *_NAME).select_from(Case).join(Person, Person.id == Case.person_id)


def _behind(uow: UnitOfWork, query: Select[*tuple[Any, ...]]) -> tuple[Behind, ...]:
    """Read rows of record, day and a person's columns."""
    found = uow.session.execute(query)
    return tuple(Behind(record, person_id, name_of(*name), day) for record, day, person_id, *name in found)


def _active(uow: UnitOfWork) -> tuple[Behind, ...]:
    return _behind(uow, _of_cases(Case.id, Case.enrolled_on).where(_mine(uow)).order_by(Case.enrolled_on.desc(), Case.id))


def _no_contact(uow: UnitOfWork) -> tuple[Behind, ...]:
    query = _of_cases(Person.id.label("record"), Case.enrolled_on).where(_mine(uow), without_contact(uow))
    return _behind(uow, query.order_by(Case.enrolled_on, Case.id))


def _plans_due(uow: UnitOfWork) -> tuple[Behind, ...]:
    if not uow.user.may(Permission.SEE_PLANS):
        return ()
    # Asked here rather than of `plans`, which would bring its paper and ReportLab's words to the first page of the day.
    query = select(Plan.id, Plan.review_on, *_NAME).join(Person, Person.id == Plan.person_id)
    late = (Plan.status != PlanStatus.CLOSED, Plan.review_on <= uow.clock.today(), Plan.coach_id == uow.user.id)
    return _behind(uow, query.where(*late, shield.visible_plans(uow)).order_by(Plan.review_on, Plan.id))


def _incomplete(uow: UnitOfWork) -> tuple[Behind, ...]:
    """Return the people of whom nobody is the coach, and those of the user's whose year of birth is missing."""
    lacking = or_(Case.coach_id.is_(None), and_(Case.coach_id == uow.user.id, Person.birth_year.is_(None)))
    query = _of_cases(Person.id.label("record"), Case.registered_on)
    query = query.where(Case.status.in_(ACTIVE), lacking, shield.visible(uow))
    return _behind(uow, query.order_by(Case.registered_on, Case.id))


def _follow_ups(uow: UnitOfWork, day: date) -> tuple[Behind, ...]:
    query = _of_cases(OutcomeFollowUp.id, OutcomeFollowUp.due_on)
    query = query.join(Outcome, Outcome.case_id == Case.id).join(OutcomeFollowUp, OutcomeFollowUp.outcome_id == Outcome.id)
    due = and_(OutcomeFollowUp.asked_on.is_(None), OutcomeFollowUp.due_on <= day)
    query = query.where(due, Case.coach_id == uow.user.id, shield.visible(uow))
    return _behind(uow, query.order_by(OutcomeFollowUp.due_on, OutcomeFollowUp.id))


def _in_work(uow: UnitOfWork, day: date) -> tuple[Behind, ...]:
    """Return the coach's people who began work on the regular labour market since new year, each once, by the first."""
    query = _of_cases(Outcome.id, Outcome.starts_on).join(Outcome, Outcome.case_id == Case.id)
    started = and_(Outcome.kind.in_(_WORK), Outcome.starts_on >= day.replace(month=1, day=1), Outcome.starts_on <= day)
    query = query.where(
        started, Outcome.form != EmploymentForm.MUNICIPAL, Case.coach_id == uow.user.id, shield.visible(uow)
    ).order_by(Outcome.starts_on, Outcome.id)
    found = _behind(uow, query)
    return tuple({one.person_id: one for one in reversed(found)}.values())[::-1]


def _to_do(uow: UnitOfWork, day: date) -> ToDo:
    """Return open steps of the people whom the user coaches, and of the user's own meetings."""
    waits = (AgreedStep.done_on.is_(None), AgreedStep.due_on.is_not(None))
    # Each begins with what is the coach's own; asked for at once, the steps of everybody would be looked through.
    coached = select(AgreedStep.id).join(Case, Case.person_id == AgreedStep.person_id)
    coached = coached.where(Case.coach_id == uow.user.id, Case.status.in_(ACTIVE), *waits)
    met = select(AgreedStep.id).join(CoachingSession, CoachingSession.id == AgreedStep.session_id)
    met = met.where(CoachingSession.coach_id == uow.user.id, *waits)
    found = agreed.rows(uow, AgreedStep.id.in_(union(coached, met)))
    due = [(step, step.words.due_on) for step in found if step.words.due_on is not None]
    return ToDo(
        late=tuple(step for step, on in due if on < day),
        today=tuple(step for step, on in due if on == day),
        later=tuple(step for step, on in due if on > day),
    )
