"""Opening a plan: everything it says, in a handful of queries."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.changes import Change
from jobbpunkt.people import names
from jobbpunkt.plans import access
from jobbpunkt.plans.data import (
    GoalView,
    MilestoneView,
    PlanView,
    RatingView,
    ReviewView,
    SignatureView,
    StepView,
    VersionView,
)
from jobbpunkt.plans.following import read_rating, read_review
from jobbpunkt.plans.goals import read_goal
from jobbpunkt.plans.making import read_situation
from jobbpunkt.plans.milestones import read_milestone
from jobbpunkt.plans.steps import read_step
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.person import Person
from models.plan import Plan, PlanGoal, PlanMilestone, PlanRating, PlanReview, PlanSignature, PlanStep, PlanVersion
from models.programme import Programme


@depends_on(Person, Plan, PlanGoal, PlanMilestone, PlanRating, PlanReview, PlanSignature, PlanStep, PlanVersion, Programme, User)
def view(uow: UnitOfWork, plan_id: UUID) -> PlanView:
    """Return a whole plan; of a health plan the reading is noted first, so that it needs a transaction that writes."""
    return _view(uow, access.opened(uow, plan_id))


def view_after(uow: UnitOfWork, plan_id: UUID, change: Change) -> PlanView:
    """Return a plan as one's own `change` in this transaction left it; its history row already tells who had it open."""
    if change.transaction != uow.transaction:
        raise ValueError("the change belongs to another transaction")
    return _view(uow, access.found(uow, plan_id))


def _view(uow: UnitOfWork, plan: Plan) -> PlanView:
    coach, programme = uow.session.execute(
        select(User.name, Programme.name).outerjoin(Programme, Programme.id == plan.programme_id).where(User.id == plan.coach_id)
    ).one()
    return PlanView(
        id=plan.id,
        version=plan.version,
        person_id=plan.person_id,
        person=names(uow, [plan.person_id])[plan.person_id],
        coach=coach,
        programme=programme or "",
        kind=plan.kind,
        status=plan.status,
        situation=read_situation(uow, plan),
        goals=goals(uow, [plan.id])[plan.id],
        reviews=_reviews(uow, plan),
        versions=_versions(uow, plan),
    )


def goals(uow: UnitOfWork, plan_ids: Sequence[UUID]) -> dict[UUID, tuple[GoalView, ...]]:
    """Return the goals of some plans with all that belongs to them, in order."""
    rows = uow.session.scalars(select(PlanGoal).where(PlanGoal.plan_id.in_(plan_ids)).order_by(PlanGoal.position)).all()
    ids = [row.id for row in rows]
    milestones, steps, ratings = _milestones(uow, ids), _steps(uow, ids), _ratings(uow, ids)
    found: dict[UUID, tuple[GoalView, ...]] = defaultdict(tuple)
    for row in rows:
        parts = (tuple(milestones[row.id]), tuple(steps[row.id]), tuple(ratings[row.id]))
        found[row.plan_id] = (*found[row.plan_id], GoalView(row.id, row.version, read_goal(uow, row), *parts))
    return found


def _milestones(uow: UnitOfWork, ids: list[UUID]) -> dict[UUID, list[MilestoneView]]:
    found: dict[UUID, list[MilestoneView]] = defaultdict(list)
    query = select(PlanMilestone).where(PlanMilestone.goal_id.in_(ids)).order_by(PlanMilestone.position)
    for row in uow.session.scalars(query):
        found[row.goal_id].append(MilestoneView(row.id, row.version, read_milestone(uow, row), row.reached_on))
    return found


def _steps(uow: UnitOfWork, ids: list[UUID]) -> dict[UUID, list[StepView]]:
    found: dict[UUID, list[StepView]] = defaultdict(list)
    query = select(PlanStep).where(PlanStep.goal_id.in_(ids)).order_by(PlanStep.position)
    for row in uow.session.scalars(query):
        found[row.goal_id].append(StepView(row.id, row.version, read_step(uow, row), row.done_on))
    return found


def _ratings(uow: UnitOfWork, ids: list[UUID]) -> dict[UUID, list[RatingView]]:
    found: dict[UUID, list[RatingView]] = defaultdict(list)
    query = select(PlanRating).where(PlanRating.goal_id.in_(ids)).order_by(PlanRating.rated_on)
    for row in uow.session.scalars(query):
        found[row.goal_id].append(RatingView(row.id, row.version, row.rated_on, read_rating(uow, row)))
    return found


def _reviews(uow: UnitOfWork, plan: Plan) -> tuple[ReviewView, ...]:
    query = select(PlanReview).where(PlanReview.plan_id == plan.id).order_by(PlanReview.held_on, PlanReview.id)
    return tuple(ReviewView(row.id, row.version, read_review(uow, row)) for row in uow.session.scalars(query))


def _versions(uow: UnitOfWork, plan: Plan) -> tuple[VersionView, ...]:
    columns = (PlanVersion.id, PlanVersion.number, PlanVersion.adopted_at, User.name, PlanVersion.digest)
    query = select(*columns).join(User, User.id == PlanVersion.adopted_by).where(PlanVersion.plan_id == plan.id)
    rows = uow.session.execute(query.order_by(PlanVersion.number.desc())).all()
    signed = _signatures(uow, [row.id for row in rows])
    return tuple(VersionView(*row, signatures=tuple(signed[row.id])) for row in rows)


def _signatures(uow: UnitOfWork, ids: list[UUID]) -> dict[UUID, list[SignatureView]]:
    found: dict[UUID, list[SignatureView]] = defaultdict(list)
    query = select(PlanSignature).where(PlanSignature.version_id.in_(ids)).order_by(PlanSignature.signed_on, PlanSignature.id)
    for row in uow.session.scalars(query):
        found[row.version_id].append(SignatureView(row.id, row.version, row.role, row.name, row.signed_on))
    return found
