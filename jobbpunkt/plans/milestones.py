"""The milestones on the way to a goal."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.order import moved
from jobbpunkt.base.words import N_
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import MilestoneWords
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanGoal, PlanMilestone


def add_milestone(uow: Writing, *, goal_id: UUID, words: MilestoneWords) -> Change:
    """Add a milestone at the end of a goal's milestones."""
    goal, plan = access.editable_part(uow, PlanGoal, goal_id)
    others = _milestones(uow, goal_id)
    row = PlanMilestone(id=new_id(), goal_id=goal.id, position=others[-1].position + 1 if others else 1)
    _write(uow, plan, row, words)
    access.revised(plan)
    return uow.change(uow.add(row), N_("The milestone has been added."))


def change_milestone(uow: Writing, *, milestone_id: UUID, version: int, words: MilestoneWords) -> Change:
    """Save what a milestone says."""
    row, plan = access.editable_part(uow, PlanMilestone, milestone_id, version)
    _write(uow, plan, row, words)
    access.revised(plan)
    return uow.change(row, N_("The milestone has been saved."))


def tick_milestone(uow: Writing, *, milestone_id: UUID, reached: bool) -> Change:
    """Note that a milestone was reached today, or take that back; the plan stays adopted."""
    row, _ = access.editable_part(uow, PlanMilestone, milestone_id)
    if reached != (row.reached_on is not None):
        row.reached_on = uow.clock.today() if reached else None
    return uow.change(row, N_("The milestone is reached.") if reached else N_("The milestone is open again."))


def move_milestone(uow: Writing, *, milestone_id: UUID, up: bool) -> Change:
    """Let a milestone change places with the one before or after it."""
    row, plan = access.editable_part(uow, PlanMilestone, milestone_id)
    if moved(row, _milestones(uow, row.goal_id), up=up):
        access.revised(plan)
    return uow.change(row, N_("The milestone has been moved."))


def remove_milestone(uow: Writing, *, milestone_id: UUID) -> Change:
    """Take away a milestone."""
    row, plan = access.editable_part(uow, PlanMilestone, milestone_id)
    uow.remove(row)
    access.revised(plan)
    return uow.change_of(milestone_id, N_("The milestone has been removed."))


def read_milestone(uow: Reading, row: PlanMilestone) -> MilestoneWords:
    """Return what a milestone says."""
    return MilestoneWords(body.read(uow, row)["text"], row.due_on)


def _milestones(uow: Reading, goal_id: UUID) -> Sequence[PlanMilestone]:
    query = select(PlanMilestone).where(PlanMilestone.goal_id == goal_id)
    return uow.session.scalars(query.order_by(PlanMilestone.position)).all()


def _write(uow: Reading, plan: Plan, row: PlanMilestone, words: MilestoneWords) -> None:
    row.due_on = checks.day(words.due_on, field="due_on")
    body.write(uow, plan.kind, row, {"text": checks.line(words.text, field="text", required=True)})
