"""The goals of a plan: at most three, each with its words, in an order of their own."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.order import moved
from jobbpunkt.base.words import N_
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import MOST_GOALS, GoalWords
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanGoal, PlanMilestone, PlanRating, PlanStep

_LONG = ("measure", "resources", "obstacles", "support", "signs")


def add_goal(uow: Writing, *, plan_id: UUID, words: GoalWords) -> Change:
    """Add a goal at the end; a fourth one is refused."""
    plan = access.editable(uow, plan_id)
    others = _goals(uow, plan)
    if len(others) >= MOST_GOALS:
        raise UserError(
            "Three goals are enough for one plan, so that there is strength for each of them. "
            "Remove one first, or save this one for the next plan."
        )
    position = others[-1].position + 1 if others else 1
    goal = PlanGoal(id=new_id(), plan_id=plan.id, position=position)
    _write(uow, plan, goal, words)
    access.revised(plan)
    return uow.change(uow.add(goal), N_("The goal has been added."))


def change_goal(uow: Writing, *, goal_id: UUID, version: int, words: GoalWords) -> Change:
    """Save what a goal says."""
    goal, plan = access.editable_part(uow, PlanGoal, goal_id, version)
    _write(uow, plan, goal, words)
    access.revised(plan)
    return uow.change(goal, N_("The goal has been saved."))


def move_goal(uow: Writing, *, goal_id: UUID, up: bool) -> Change:
    """Let a goal change places with the one before or after it; at the end of the row nothing happens."""
    goal, plan = access.editable_part(uow, PlanGoal, goal_id)
    if moved(goal, _goals(uow, plan), up=up):
        access.revised(plan)
    return uow.change(goal, N_("The goal has been moved."))


def remove_goal(uow: Writing, *, goal_id: UUID) -> Change:
    """Take away a goal with everything that belongs to it."""
    goal, plan = access.editable_part(uow, PlanGoal, goal_id)
    _remove(uow, [goal])
    access.revised(plan)
    return uow.change_of(goal_id, N_("The goal has been removed."))


def remove_goals(uow: Writing, plan: Plan) -> None:
    """Take away all goals of a plan that is being removed."""
    _remove(uow, _goals(uow, plan))


def read_goal(uow: Reading, goal: PlanGoal) -> GoalWords:
    """Return what a goal says."""
    return GoalWords(due_on=goal.due_on, **body.read(uow, goal))


def _goals(uow: Reading, plan: Plan) -> Sequence[PlanGoal]:
    return uow.session.scalars(select(PlanGoal).where(PlanGoal.plan_id == plan.id).order_by(PlanGoal.position)).all()


def _remove(uow: Writing, goals: Sequence[PlanGoal]) -> None:
    ids = [goal.id for goal in goals]
    for model in (PlanMilestone, PlanStep, PlanRating):
        for row in uow.session.scalars(select(model).where(model.goal_id.in_(ids))):
            uow.remove(row)
    uow.flush()
    for goal in goals:
        uow.remove(goal)
    uow.flush()


def _write(uow: Reading, plan: Plan, goal: PlanGoal, words: GoalWords) -> None:
    values = {name: checks.text(getattr(words, name), field=name, longest=checks.NOTE) for name in _LONG}
    values["title"] = checks.line(words.title, field="title", required=True)
    goal.due_on = checks.day(words.due_on, field="due_on")
    body.write(uow, plan.kind, goal, values)
