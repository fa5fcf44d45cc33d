"""Lists of plans: all, of one person, due for follow-up, and the goals that a meeting shows."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, and_, func, select, true

from jobbpunkt import shield
from jobbpunkt.people import PersonName, names
from jobbpunkt.permissions import Permission
from jobbpunkt.plans import reading
from jobbpunkt.plans.data import GoalLine, GoalView, PlanRow
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.person import Person
from models.plan import Plan, PlanGoal, PlanMilestone, PlanRating, PlanStep, PlanVersion
from models.vocabulary import PlanKind, PlanStatus


@depends_on(Person, Plan, PlanGoal, PlanStep, PlanVersion, User)
def all_plans(uow: UnitOfWork) -> tuple[PlanRow, ...]:
    """Return every plan that the user may see, the next follow-up first."""
    return _rows(uow, true())


@depends_on(Person, Plan, PlanGoal, PlanStep, PlanVersion, User)
def of_person(uow: UnitOfWork, person_id: UUID) -> tuple[PlanRow, ...]:
    """Return the plans of one person that the user may see."""
    return _rows(uow, Plan.person_id == person_id)


def due(uow: UnitOfWork, *, coach_id: UUID | None = None) -> tuple[PlanRow, ...]:
    """Return the plans whose follow-up day has come, of everybody or of one coach."""
    late = and_(Plan.status != PlanStatus.CLOSED, Plan.review_on <= uow.clock.today())
    return _rows(uow, late if coach_id is None else and_(late, Plan.coach_id == coach_id))


@depends_on(Person, Plan, PlanGoal, PlanMilestone, PlanRating, PlanStep)
def goals_of_person(uow: UnitOfWork, person_id: UUID) -> tuple[GoalLine, ...]:
    """Return the goals of a person's open plans with what is left to do; a health plan's never stand among others."""
    uow.require(Permission.SEE_PLANS)
    wanted = (
        Plan.person_id == person_id,
        Plan.status != PlanStatus.CLOSED,
        Plan.kind != PlanKind.HEALTH,
        shield.visible_plans(uow),
    )
    kinds = {row.id: row.kind for row in uow.session.execute(select(Plan.id, Plan.kind).where(*wanted).order_by(Plan.id))}
    found = reading.goals(uow, list(kinds))
    return tuple(_line(plan_id, kind, goal) for plan_id, kind in kinds.items() for goal in found[plan_id])


def _line(plan_id: UUID, kind: PlanKind, goal: GoalView) -> GoalLine:
    rating = goal.ratings[-1].value if goal.ratings else None
    left = tuple(step for step in goal.steps if step.done_on is None)
    return GoalLine(plan_id, kind, goal.id, goal.words.title, rating, left)


def _rows(uow: UnitOfWork, wanted: ColumnElement[bool]) -> tuple[PlanRow, ...]:
    uow.require(Permission.SEE_PLANS)
    columns = (Plan.id, Plan.person_id, Plan.kind, Plan.status, Plan.coach_id, User.name, Plan.starts_on, Plan.review_on)
    query = select(*columns, *_counts()).join(User, User.id == Plan.coach_id).where(shield.visible_plans(uow), wanted)
    rows = uow.session.execute(query.order_by(Plan.review_on.is_(None), Plan.review_on, Plan.id)).all()
    known = names(uow, [row.person_id for row in rows])
    return tuple(_row(uow, row, known[row.person_id]) for row in rows)


def _counts() -> tuple[ScalarSelect[Any], ...]:
    """Return the columns for goals, steps, steps done and the latest version of each plan."""
    steps = select(func.count(PlanStep.id)).join(PlanGoal, PlanGoal.id == PlanStep.goal_id).where(PlanGoal.plan_id == Plan.id)
    return (
        select(func.count(PlanGoal.id)).where(PlanGoal.plan_id == Plan.id).correlate(Plan).scalar_subquery(),
        steps.correlate(Plan).scalar_subquery(),
        steps.where(PlanStep.done_on.is_not(None)).correlate(Plan).scalar_subquery(),
        select(func.max(PlanVersion.number)).where(PlanVersion.plan_id == Plan.id).correlate(Plan).scalar_subquery(),
    )


def _row(uow: UnitOfWork, row: Any, person: PersonName) -> PlanRow:
    plan_id, person_id, kind, status, coach_id, coach, starts_on, review_on, goals, steps, done, adopted = row
    late = status is not PlanStatus.CLOSED and review_on is not None and review_on <= uow.clock.today()
    return PlanRow(
        plan_id, person_id, person, kind, status, coach_id, coach, starts_on, review_on, goals, steps, done, adopted or 0, late
    )
