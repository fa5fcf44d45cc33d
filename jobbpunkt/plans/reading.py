"""Opening a plan: everything it says, in a handful of queries."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import codes
from jobbpunkt.base.changes import Change
from jobbpunkt.coaching import lists
from jobbpunkt.consents import ConsentView
from jobbpunkt.consents import access as consented
from jobbpunkt.consents import reading as consents
from jobbpunkt.people import names
from jobbpunkt.plans import access, body
from jobbpunkt.plans.completing import read_completion
from jobbpunkt.plans.data import (
    GoalView,
    MilestoneView,
    NextMeeting,
    PlanView,
    RatingView,
    ReviewTime,
    ReviewView,
    SignatureView,
    Sought,
    StepView,
    VersionView,
)
from jobbpunkt.plans.goals import read_goal
from jobbpunkt.plans.making import read_situation
from jobbpunkt.plans.milestones import read_milestone
from jobbpunkt.plans.ratings import read_rating
from jobbpunkt.plans.reviews import read_excuse, read_words
from jobbpunkt.plans.standing import standing
from jobbpunkt.plans.steps import read_reason, read_step
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.application import Application
from models.coaching import CoachingSession, SessionParticipant
from models.consent import Consent
from models.cv import Cv, Letter
from models.person import Person
from models.plan import (
    Plan,
    PlanCompletion,
    PlanGoal,
    PlanMilestone,
    PlanRating,
    PlanReview,
    PlanSignature,
    PlanStep,
    PlanVersion,
)
from models.programme import Programme
from models.vocabulary import ApplicationStage, ConsentPurpose, PlanKind


@depends_on(Person, Plan, PlanCompletion, PlanGoal, PlanMilestone, PlanRating, PlanReview, PlanSignature, PlanStep, PlanVersion)
@depends_on(Application, CoachingSession, Consent, Cv, Letter, Programme, SessionParticipant, User)
def view(uow: Writing, plan_id: UUID) -> PlanView:
    """Return a whole plan; of a health plan the reading is noted first, so that it needs a transaction that writes."""
    return view_of(uow, access.opened(uow, plan_id))


def view_after(uow: Writing, plan_id: UUID, change: Change) -> PlanView:
    """Return a plan as one's own `change` in this transaction left it; its history row already tells who had it open."""
    if change.transaction != uow.transaction:
        raise ValueError("the change belongs to another transaction")
    return view_of(uow, access.found(uow, plan_id))


def view_of(uow: Reading, plan: Plan) -> PlanView:
    """Return a whole plan that a service has opened."""
    named = select(User.name, User.phone, Programme.name).outerjoin(Programme, Programme.id == plan.programme_id)
    coach, phone, programme = uow.session.execute(named.where(User.id == plan.coach_id)).one()
    found, held, versions = goals(uow, [plan.id])[plan.id], _reviews(uow, plan), _versions(uow, plan)
    completion = read_completion(uow, plan)
    parts = _parts(found, held) | ({completion.id} if completion else set())
    return PlanView(
        id=plan.id,
        version=plan.version,
        person_id=plan.person_id,
        person=names(uow, [plan.person_id])[plan.person_id],
        coach=coach,
        coach_phone=phone,
        programme=programme or "",
        kind=plan.kind,
        status=plan.status,
        situation=read_situation(uow, plan),
        code=codes.shown(plan.code),
        goals=found,
        reviews=held,
        versions=versions,
        standing=standing(uow, plan, parts, versions[0] if versions else None),
        completion=completion,
        meeting=_meeting(uow, plan),
        sought=_sought(uow, plan) if plan.kind is PlanKind.CAREER and uow.user.may(Permission.SEE_NOTES) else None,
        consent=_consent(uow, plan) if plan.kind is PlanKind.HEALTH else None,
    )


def _consent(uow: Reading, plan: Plan) -> ConsentView | None:
    """Return the consent upon which a plan was opened; that is noted already, and at the person it would tell of the plan."""
    row = consented.standing(uow, plan.person_id, ConsentPurpose.HEALTH_PLAN)
    return consents.view(uow, row) if row is not None else None


def _parts(found: Sequence[GoalView], held: Sequence[ReviewView]) -> set[UUID]:
    ids = {goal.id for goal in found} | {review.id for review in held}
    for goal in found:
        ids |= {part.id for parts in (goal.milestones, goal.steps, goal.ratings) for part in parts}
    return ids


def _meeting(uow: Reading, plan: Plan) -> NextMeeting | None:
    """Return the person's next booked meeting, for whoever may see meetings."""
    if not uow.user.may(Permission.SEE_NOTES):
        return None
    row = lists.next_of(uow, [plan.person_id], uow.clock.now())
    return NextMeeting(row.starts_at, row.facts.place) if row else None


def _sought(uow: Reading, plan: Plan) -> Sought:
    """Return what was written and sent; only counts and titles, since the papers themselves have pages of their own."""
    sent = select(func.count(Application.id)).where(
        Application.person_id == plan.person_id, Application.stage != ApplicationStage.PLANNED
    )
    papers: list[tuple[str, int]] = []
    for paper in (Cv, Letter):
        query = select(paper.title, paper.latest).where(paper.person_id == plan.person_id).order_by(paper.id)
        papers += [(title, latest) for title, latest in uow.session.execute(query)]
    return Sought(uow.session.scalar(sent) or 0, tuple(papers))


def goals(uow: Reading, plan_ids: Sequence[UUID]) -> dict[UUID, tuple[GoalView, ...]]:
    """Return the goals of some plans with all that belongs to them, in order."""
    rows = uow.session.scalars(select(PlanGoal).where(PlanGoal.plan_id.in_(plan_ids)).order_by(PlanGoal.position)).all()
    ids = [row.id for row in rows]
    milestones, steps, ratings = _milestones(uow, ids), _steps(uow, ids), _ratings(uow, ids)
    found: dict[UUID, tuple[GoalView, ...]] = defaultdict(tuple)
    for row in rows:
        parts = (tuple(milestones[row.id]), tuple(steps[row.id]), tuple(ratings[row.id]))
        found[row.plan_id] = (*found[row.plan_id], GoalView(row.id, row.version, read_goal(uow, row), *parts))
    return found


def _milestones(uow: Reading, ids: list[UUID]) -> dict[UUID, list[MilestoneView]]:
    found: dict[UUID, list[MilestoneView]] = defaultdict(list)
    query = select(PlanMilestone).where(PlanMilestone.goal_id.in_(ids)).order_by(PlanMilestone.position)
    for row in uow.session.scalars(query):
        found[row.goal_id].append(MilestoneView(row.id, row.version, read_milestone(uow, row), row.reached_on))
    return found


def _steps(uow: Reading, ids: list[UUID]) -> dict[UUID, list[StepView]]:
    found: dict[UUID, list[StepView]] = defaultdict(list)
    query = select(PlanStep).where(PlanStep.goal_id.in_(ids)).order_by(PlanStep.position)
    for row in uow.session.scalars(query):
        reason = read_reason(uow, row) if row.dropped_on else ""
        found[row.goal_id].append(
            StepView(row.id, row.version, read_step(uow, row), row.done_on, row.carried, row.dropped_on, reason)
        )
    return found


def _ratings(uow: Reading, ids: list[UUID]) -> dict[UUID, list[RatingView]]:
    found: dict[UUID, list[RatingView]] = defaultdict(list)
    query = select(PlanRating).where(PlanRating.goal_id.in_(ids)).order_by(PlanRating.rated_on, PlanRating.id)
    for row in uow.session.scalars(query):
        said = read_rating(uow, row)
        found[row.goal_id].append(RatingView(row.id, row.version, row.rated_on, said.value, said.by, said.evidence))
    return found


def _reviews(uow: Reading, plan: Plan) -> tuple[ReviewView, ...]:
    query = select(PlanReview).where(PlanReview.plan_id == plan.id).order_by(PlanReview.id)
    rows = uow.session.scalars(query).all()
    wanted = {user for row in rows for user in (row.held_by, row.typed_by) if user is not None}
    users = uow.session.execute(select(User.id, User.name).where(User.id.in_(wanted)))
    known: dict[UUID | None, str] = {row.id: row.name for row in users}
    found = [
        ReviewView(
            row.id,
            row.version,
            ReviewTime(row.planned_on, row.opens_on, row.closes_on),
            read_words(uow, row),
            read_excuse(uow, row),
            known.get(row.held_by, ""),
            known.get(row.typed_by, ""),
            row.typed_at,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda review: review.day))


def _versions(uow: Reading, plan: Plan) -> tuple[VersionView, ...]:
    columns = (PlanVersion.id, PlanVersion.number, PlanVersion.adopted_at, User.name, PlanVersion.digest, PlanVersion.body != "")
    query = select(*columns).join(User, User.id == PlanVersion.adopted_by).where(PlanVersion.plan_id == plan.id)
    rows = uow.session.execute(query.order_by(PlanVersion.number.desc())).all()
    signed = _signatures(uow, [row.id for row in rows])
    return tuple(VersionView(*row, signatures=tuple(signed[row.id])) for row in rows)


def _signatures(uow: Reading, ids: list[UUID]) -> dict[UUID, list[SignatureView]]:
    found: dict[UUID, list[SignatureView]] = defaultdict(list)
    query = select(PlanSignature).where(PlanSignature.version_id.in_(ids)).order_by(PlanSignature.signed_on, PlanSignature.id)
    for row in uow.session.scalars(query):
        found[row.version_id].append(SignatureView(row.id, row.version, row.role, body.signed(uow, row), row.signed_on))
    return found
