"""The steps towards a goal: what, who, by when, the tick, and what becomes of the open ones at a follow-up."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.order import moved
from jobbpunkt.base.words import N_
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import StepAnswer, StepFate, StepWords
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanGoal, PlanStep
from models.vocabulary import Responsible


def add_step(uow: Writing, *, goal_id: UUID, words: StepWords) -> Change:
    """Add a step at the end of a goal's steps."""
    goal, plan = access.editable_part(uow, PlanGoal, goal_id)
    others = _steps(uow, goal_id)
    step = PlanStep(id=new_id(), goal_id=goal.id, position=others[-1].position + 1 if others else 1)
    _write(uow, plan, step, words)
    access.revised(plan)
    return uow.change(uow.add(step), N_("The step has been added."))


def change_step(uow: Writing, *, step_id: UUID, version: int, words: StepWords) -> Change:
    """Save what a step says."""
    step, plan = access.editable_part(uow, PlanStep, step_id, version)
    _write(uow, plan, step, words)
    access.revised(plan)
    return uow.change(step, N_("The step has been saved."))


def tick_step(uow: Writing, *, step_id: UUID, done: bool) -> Change:
    """Note that a step was done today, or take that back; the plan stays adopted. One that was given up is taken up again."""
    step, plan = access.editable_part(uow, PlanStep, step_id)
    if done != (step.done_on is not None):
        step.done_on = uow.clock.today() if done else None
    if step.dropped_on is not None:
        _settle(uow, plan, step, dropped_on=None)
    return uow.change(step, N_("The step is done.") if done else N_("The step is open again."))


def take_up_step(uow: Writing, *, step_id: UUID) -> Change:
    """Let a step that was given up be open again."""
    step, plan = access.editable_part(uow, PlanStep, step_id)
    _settle(uow, plan, step, dropped_on=None)
    return uow.change(step, N_("The step is open again."))


def answer_steps(uow: Writing, plan: Plan, answers: Mapping[UUID, StepAnswer], *, on: date, carried_to: date | None) -> None:
    """Note what becomes of open steps at a follow-up on a day; the plan stays adopted, as when a step is ticked."""
    for step_id, answer in answers.items():
        step, its_plan = access.editable_part(uow, PlanStep, step_id)
        if its_plan is not plan:
            raise ValueError("a step answered at a follow-up is one of the plan's")
        if step.done_on is not None or step.dropped_on is not None:
            continue  # somebody else has answered it meanwhile
        if answer.fate is StepFate.DONE:
            step.done_on = on
        elif answer.fate is StepFate.CARRIED:
            step.due_on = _carried_to(answer.due_on or carried_to, on)
            step.carried += 1
        else:
            _settle(uow, plan, step, dropped_on=on, reason=answer.reason)


def move_step(uow: Writing, *, step_id: UUID, up: bool) -> Change:
    """Let a step change places with the one before or after it."""
    step, plan = access.editable_part(uow, PlanStep, step_id)
    if moved(step, _steps(uow, step.goal_id), up=up):
        access.revised(plan)
    return uow.change(step, N_("The step has been moved."))


def remove_step(uow: Writing, *, step_id: UUID) -> Change:
    """Take away a step."""
    step, plan = access.editable_part(uow, PlanStep, step_id)
    uow.remove(step)
    access.revised(plan)
    return uow.change_of(step_id, N_("The step has been removed."))


def read_step(uow: Reading, step: PlanStep) -> StepWords:
    """Return what a step says."""
    values = body.read(uow, step)
    return StepWords(values["text"], Responsible.of(values["responsible"]), values["who"], step.due_on)


def read_reason(uow: Reading, step: PlanStep) -> str:
    """Return why a step was given up."""
    reason: str = body.read(uow, step).get("reason", "")
    return reason


def _carried_to(day: date | None, on: date) -> date:
    if day is None:
        raise InvalidInput("Write when the next follow-up is, so that the steps can be carried on to it.", field="next_on")
    checks.day(day, field="next_on")
    checks.day_order(on, day, field="next_on")
    return day


def _settle(uow: Reading, plan: Plan, step: PlanStep, *, dropped_on: date | None, reason: str = "") -> None:
    step.dropped_on = dropped_on
    said = {name: value for name, value in body.read(uow, step).items() if name != "reason"}
    if dropped_on is not None:
        if not reason.strip():
            raise InvalidInput("Write why the step is dropped: {step}", field="reason", step=said["text"])
        said["reason"] = checks.text(reason, field="reason", longest=checks.NOTE)
    body.write(uow, plan.kind, step, said)


def _steps(uow: Reading, goal_id: UUID) -> Sequence[PlanStep]:
    return uow.session.scalars(select(PlanStep).where(PlanStep.goal_id == goal_id).order_by(PlanStep.position)).all()


def _write(uow: Reading, plan: Plan, step: PlanStep, words: StepWords) -> None:
    text = checks.line(words.text, field="text", required=True)
    who = checks.line(words.who, field="who", longest=checks.NAME) if words.responsible is Responsible.OTHER else ""
    step.due_on = checks.day(words.due_on, field="due_on")
    said = {"text": text, "responsible": words.responsible.value, "who": who}
    if step.dropped_on is not None:
        said["reason"] = read_reason(uow, step)
    body.write(uow, plan.kind, step, said)
