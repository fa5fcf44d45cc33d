"""The steps towards a goal: what, who, by when, and the tick."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import checks
from jobbpunkt.changes import Change
from jobbpunkt.i18n import N_
from jobbpunkt.ids import new_id
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import StepWords
from jobbpunkt.plans.order import moved
from jobbpunkt.unit_of_work import UnitOfWork
from models.plan import Plan, PlanGoal, PlanStep
from models.vocabulary import Responsible


def add_step(uow: UnitOfWork, *, goal_id: UUID, words: StepWords) -> Change:
    """Add a step at the end of a goal's steps."""
    goal, plan = access.editable_part(uow, PlanGoal, goal_id)
    others = _steps(uow, goal_id)
    step = PlanStep(id=new_id(), goal_id=goal.id, position=others[-1].position + 1 if others else 1)
    _write(uow, plan, step, words)
    access.revised(plan)
    return uow.change(uow.add(step), N_("The step has been added."))


def change_step(uow: UnitOfWork, *, step_id: UUID, version: int, words: StepWords) -> Change:
    """Save what a step says."""
    step, plan = access.editable_part(uow, PlanStep, step_id, version)
    _write(uow, plan, step, words)
    access.revised(plan)
    return uow.change(step, N_("The step has been saved."))


def tick_step(uow: UnitOfWork, *, step_id: UUID, done: bool) -> Change:
    """Note that a step was done today, or take that back; the plan stays adopted."""
    step, _ = access.editable_part(uow, PlanStep, step_id)
    if done != (step.done_on is not None):
        step.done_on = uow.clock.today() if done else None
    return uow.change(step, N_("The step is done.") if done else N_("The step is open again."))


def move_step(uow: UnitOfWork, *, step_id: UUID, up: bool) -> Change:
    """Let a step change places with the one before or after it."""
    step, plan = access.editable_part(uow, PlanStep, step_id)
    if moved(step, _steps(uow, step.goal_id), up=up):
        access.revised(plan)
    return uow.change(step, N_("The step has been moved."))


def remove_step(uow: UnitOfWork, *, step_id: UUID) -> Change:
    """Take away a step."""
    step, plan = access.editable_part(uow, PlanStep, step_id)
    uow.remove(step)
    access.revised(plan)
    return uow.change_of(step_id, N_("The step has been removed."))


def read_step(uow: UnitOfWork, step: PlanStep) -> StepWords:
    """Return what a step says."""
    values = body.read(uow, step)
    return StepWords(values["text"], Responsible.of(values["responsible"]), values["who"], step.due_on)


def _steps(uow: UnitOfWork, goal_id: UUID) -> Sequence[PlanStep]:
    return uow.session.scalars(select(PlanStep).where(PlanStep.goal_id == goal_id).order_by(PlanStep.position)).all()


def _write(uow: UnitOfWork, plan: Plan, step: PlanStep, words: StepWords) -> None:
    text = checks.line(words.text, field="text", required=True)
    who = checks.line(words.who, field="who", longest=checks.NAME) if words.responsible is Responsible.OTHER else ""
    step.due_on = checks.day(words.due_on, field="due_on")
    body.write(uow, plan.kind, step, {"text": text, "responsible": words.responsible.value, "who": who})
