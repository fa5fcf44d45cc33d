"""All promises to and by one person; those of health plans only for whoever asks for them, and noted first."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import coaching
from jobbpunkt.base.clock import day_of
from jobbpunkt.coaching import access as meetings
from jobbpunkt.plans import access
from jobbpunkt.plans.goals import read_goal
from jobbpunkt.plans.steps import read_step
from jobbpunkt.promises.data import Promise
from jobbpunkt.register import consents_shield, gate, shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.consent import Consent
from models.person import Person
from models.plan import Plan, PlanGoal, PlanStep
from models.vocabulary import PlanKind, PlanStatus


@depends_on(AgreedStep, CoachingSession, Person, Plan, PlanGoal, PlanStep, SessionParticipant)
def of_person(uow: Reading, person_id: UUID) -> tuple[Promise, ...]:
    """Return the promises around a person without those of health plans: open ones first, those due soonest before others."""
    gate.require_reading(uow, Permission.SEE_PLANS, person_id)
    return _in_order([*_agreed(uow, person_id), *_planned(uow, _plans(uow, person_id, health=False))])


@depends_on(AgreedStep, CoachingSession, Consent, Person, Plan, PlanGoal, PlanStep, SessionParticipant)
def with_health(uow: Writing, person_id: UUID) -> tuple[Promise, ...]:
    """Return the same with those of health plans; that each of these was read is noted first."""
    return _in_order([*of_person(uow, person_id), *health_of_person(uow, person_id)])


def health_of_person(uow: Writing, person_id: UUID) -> tuple[Promise, ...]:
    """Return the promises of a person's health plans alone; that each of these was read is noted first."""
    access.require_kind(uow, PlanKind.HEALTH)
    gate.require_need(uow, Permission.SEE_PLANS, person_id, health=True)
    found = _plans(uow, person_id, health=True)
    for plan in found:
        access.opened(uow, plan.id)
    return _in_order(list(_planned(uow, found)))


def _plans(uow: Reading, person_id: UUID, *, health: bool) -> Sequence[Plan]:
    wanted = Plan.kind == PlanKind.HEALTH if health else Plan.kind != PlanKind.HEALTH
    there = (shield.visible_plans(uow), consents_shield.consented()) if health else (shield.visible_plans(uow),)
    query = select(Plan).where(Plan.person_id == person_id, wanted, *there).order_by(Plan.id)
    return uow.session.scalars(query).all()


def _agreed(uow: Reading, person_id: UUID) -> Iterator[Promise]:
    """Yield what was agreed in meetings and between them, for whoever may see meetings."""
    if not uow.user.may(Permission.SEE_NOTES):
        return
    steps = coaching.steps_of_person(uow, person_id)
    met = _met(uow, {step.session_id for step in steps if step.session_id is not None})
    for step in steps:
        said = step.words
        # A meeting with somebody whom one may not know of is none to open.
        place = step.session_id if step.session_id in met else None
        day = met[place] if place is not None else None
        yield Promise(step.id, step.version, said.text, said.responsible, "", said.due_on, step.done_on, place, met_on=day)


def _met(uow: Reading, ids: set[UUID]) -> dict[UUID, date]:
    query = select(CoachingSession.id, CoachingSession.starts_at).where(CoachingSession.id.in_(ids), meetings.visible(uow))
    return {row.id: day_of(row.starts_at) for row in uow.session.execute(query)}


def _planned(uow: Reading, found: Sequence[Plan]) -> Iterator[Promise]:
    plans = {plan.id: plan for plan in found}
    query = select(PlanStep, PlanGoal).join(PlanGoal, PlanGoal.id == PlanStep.goal_id).where(PlanGoal.plan_id.in_(plans))
    query = query.where(PlanStep.dropped_on.is_(None))
    for step, goal in uow.session.execute(query.order_by(PlanGoal.position, PlanStep.position)):
        plan, said = plans[goal.plan_id], read_step(uow, step)
        yield Promise(
            step.id,
            step.version,
            said.text,
            said.responsible,
            said.who,
            said.due_on,
            step.done_on,
            plan.id,
            plan.kind,
            read_goal(uow, goal).title,
            is_ended=plan.status is PlanStatus.CLOSED,
        )


def _in_order(found: list[Promise]) -> tuple[Promise, ...]:
    """Put open ones first, those due soonest before others, and what is done last, the latest first."""
    waiting = [one for one in found if one.done_on is None]
    done = [one for one in found if one.done_on is not None]
    waiting.sort(key=lambda one: (one.is_ended, one.due_on or date.max))
    done.sort(key=lambda one: one.done_on or date.min, reverse=True)
    return (*waiting, *done)
