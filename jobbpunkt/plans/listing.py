"""Lists of plans: all, of one person, due for follow-up, and the goals that a meeting shows."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, exists, func, not_, or_, select, true

from jobbpunkt.base import codes
from jobbpunkt.people import PersonName, names
from jobbpunkt.plans import reading
from jobbpunkt.plans.data import GoalLine, GoalView, PlanRow
from jobbpunkt.plans.reviews import is_planned
from jobbpunkt.register import consents_shield, finding, gate, index, need, shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.cover import Cover
from models.person import Person
from models.plan import Plan, PlanGoal, PlanMilestone, PlanRating, PlanReview, PlanStep, PlanVersion
from models.search import SearchEntry
from models.vocabulary import PlanKind, PlanStatus, Protection, Rater


class PlanFilter(Enum):
    """The saved filters of the list of plans."""

    ONGOING = auto()
    DUE = auto()
    MINE = auto()
    CAREER = auto()
    PERSONAL = auto()
    HEALTH = auto()
    FINISHED = auto()


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The first plans that fit, how many fit in all, and whether there is any plan at all."""

    rows: tuple[PlanRow, ...]
    total: int
    any_plan: bool


@depends_on(Case, CoachingSession, Cover, SessionParticipant)  # whose plans for better health are listed
@depends_on(Person, Plan, PlanGoal, PlanReview, PlanStep, PlanVersion, User)
def all_plans(uow: Reading) -> tuple[PlanRow, ...]:
    """Return every plan that the user may see, the next follow-up first."""
    return _rows(uow, true())


@depends_on(Case, CoachingSession, Cover, SessionParticipant)  # whose plans for better health are listed
@depends_on(Person, Plan, PlanGoal, PlanReview, PlanStep, PlanVersion, User)
def page(uow: Reading, shown: PlanFilter = PlanFilter.ONGOING, words: str = "", limit: int = 200) -> PlanPage:
    """Return the plans of a filter whose person's name was typed, the next follow-up first; at most `limit`."""
    wanted, typed = _condition(uow, shown), index.tokens(words)
    if typed:
        # The index says who may fit, and also knows numbers that are not looked for here.
        likely = _rows(uow, and_(wanted, *(_likely(uow, token) for token in typed)))
        found = tuple(row for row in likely if _begins(row.person, typed))
        rows, total = found[:limit], len(found)
    else:
        rows, total = _rows(uow, wanted, limit), _total(uow, wanted)
    return PlanPage(rows, total, any_plan=bool(rows) or _total(uow, true()) > 0)


@depends_on(Case, CoachingSession, Cover, SessionParticipant)  # whose plans for better health are listed
@depends_on(Person, Plan, PlanGoal, PlanReview, PlanStep, PlanVersion, User)
def of_person(uow: Reading, person_id: UUID) -> tuple[PlanRow, ...]:
    """Return the plans of one person that the user may see; one for better health only to whoever has need of the person."""
    gate.require_reading(uow, Permission.SEE_PLANS, person_id)
    return _rows(uow, Plan.person_id == person_id)


def by_code(uow: Reading, typed: str) -> PlanRow | None:
    """Return the plan whose paper shows the typed code; one that is not to be seen is as a code that is on no paper."""
    uow.require(Permission.SEE_PLANS)
    code = codes.read(typed)
    return next(iter(_rows(uow, Plan.code == code)), None) if code else None


def withheld(uow: Reading, ids: Collection[UUID]) -> frozenset[UUID]:
    """Return which plans, of those whose ids one has kept, are there and not for this user to see, or for nobody any more."""
    uow.require(Permission.SEE_PLANS)
    hidden = select(Plan.id).where(Plan.id.in_(set(ids)), not_(and_(shield.visible_plans(uow), consents_shield.consented())))
    return frozenset(uow.session.scalars(hidden))


def guarded(uow: Reading, ids: Collection[UUID]) -> frozenset[UUID]:
    """Return which plans, of those whose ids one has kept, are for better health: their words are shown where that is noted."""
    uow.require(Permission.SEE_PLANS)
    wanted = (Plan.id.in_(set(ids)), Plan.kind == PlanKind.HEALTH, shield.visible_plans(uow))
    return frozenset(uow.session.scalars(select(Plan.id).where(*wanted)))


def due(uow: Reading, *, coach_id: UUID | None = None) -> tuple[PlanRow, ...]:
    """Return the plans whose follow-up day has come, of everybody or of one coach."""
    late = _late(uow)
    return _rows(uow, late if coach_id is None else and_(late, Plan.coach_id == coach_id))


@depends_on(Person, Plan, PlanGoal, PlanMilestone, PlanRating, PlanStep)
def goals_of_person(uow: Reading, person_id: UUID) -> tuple[GoalLine, ...]:
    """Return the goals of a person's open plans with what is left to do; a health plan's never stand among others."""
    gate.require_reading(uow, Permission.SEE_PLANS, person_id)
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
    own = [rating.value for rating in goal.ratings if rating.by is not Rater.COACH]
    rating = own[-1] if own else None
    left = tuple(step for step in goal.steps if step.is_open)
    return GoalLine(plan_id, kind, goal.id, goal.words.title, rating, left)


def _late(uow: Reading) -> ColumnElement[bool]:
    return and_(Plan.status != PlanStatus.CLOSED, Plan.review_on <= uow.clock.today())


def _condition(uow: Reading, shown: PlanFilter) -> ColumnElement[bool]:
    ongoing = Plan.status != PlanStatus.CLOSED
    match shown:
        case PlanFilter.ONGOING:
            return ongoing
        case PlanFilter.DUE:
            return and_(_late(uow), _near(uow))
        case PlanFilter.MINE:
            return and_(ongoing, Plan.coach_id == uow.user.id)
        case PlanFilter.FINISHED:
            return Plan.status == PlanStatus.CLOSED
        case _:
            return and_(ongoing, Plan.kind == PlanKind[shown.name])


def _likely(uow: Reading, token: str) -> ColumnElement[bool]:
    """Return the condition on Plan that what was typed may begin a word of the person's name."""
    found = select(SearchEntry.record_id).where(finding.matching(uow, token), SearchEntry.kind == "person")
    # Of protected people no words stand in the index.
    hidden = exists(select(Person.id).where(Person.id == Plan.person_id, Person.protection != Protection.NONE).correlate(Plan))
    return or_(Plan.person_id.in_(found), hidden)


def _begins(person: PersonName, typed: list[str]) -> bool:
    """Return whether each typed word begins one of the name, or of the number that stands for a protected person's."""
    known = index.tokens(str(person.reference) if person.protected else person.text)
    return all(any(word.startswith(token) for word in known) for token in typed)


def _near(uow: Reading) -> ColumnElement[bool]:
    """Return the condition on Plan that a list tells its days and counts: the user may open the person without a reason."""
    return need.reach(uow, Plan.person_id.expression)


def _order(uow: Reading) -> tuple[ColumnElement[Any], ...]:
    """Return the order of lists: the next follow-up first, then plans without one, or whose day is not told."""
    day = case((_near(uow), Plan.review_on))
    return day.is_(None), day, Plan.id.expression


def _listed(uow: Reading) -> ColumnElement[bool]:
    """Return the condition on Plan that lists show it: one for better health is told of to who has need of the person."""
    there = shield.visible_plans(uow)
    if not shield.sees_health(uow):
        return there
    return and_(there, or_(Plan.kind != PlanKind.HEALTH, need.needed(uow, Plan.person_id.expression)))


def _total(uow: Reading, wanted: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(Plan).where(_listed(uow), wanted)
    return uow.session.execute(query).scalar_one()


def _rows(uow: Reading, wanted: ColumnElement[bool], limit: int | None = None) -> tuple[PlanRow, ...]:
    uow.require(Permission.SEE_PLANS)
    if limit is not None:
        # What costs most, the counting, is asked of those on the page only.
        on_page = select(Plan.id).where(_listed(uow), wanted).order_by(*_order(uow)).limit(limit).subquery("page")
        wanted = Plan.id.in_(select(on_page.c.id))
    columns = (Plan.id, Plan.person_id, Plan.kind, Plan.status, Plan.coach_id, User.name, Plan.starts_on, Plan.review_on)
    query = select(*columns, *_counts(), _near(uow)).join(User, User.id == Plan.coach_id).where(_listed(uow), wanted)
    rows = uow.session.execute(query.order_by(*_order(uow))).all()
    known = names(uow, [row.person_id for row in rows])
    return tuple(_row(uow, row, known[row.person_id]) for row in rows)


def _counts() -> tuple[ScalarSelect[Any], ...]:
    """Return the columns for goals, steps, steps done, the latest version, and the last day of the next follow-up's window."""
    steps = select(func.count(PlanStep.id)).join(PlanGoal, PlanGoal.id == PlanStep.goal_id).where(PlanGoal.plan_id == Plan.id)
    steps = steps.where(PlanStep.dropped_on.is_(None))
    # Where several were planned for the day, the widest window.
    window = select(func.max(func.coalesce(PlanReview.closes_on, PlanReview.planned_on))).where(
        PlanReview.plan_id == Plan.id,
        PlanReview.planned_on == Plan.review_on,
        is_planned(),
    )
    return (
        select(func.count(PlanGoal.id)).where(PlanGoal.plan_id == Plan.id).correlate(Plan).scalar_subquery(),
        steps.correlate(Plan).scalar_subquery(),
        steps.where(PlanStep.done_on.is_not(None)).correlate(Plan).scalar_subquery(),
        select(func.max(PlanVersion.number)).where(PlanVersion.plan_id == Plan.id).correlate(Plan).scalar_subquery(),
        window.correlate(Plan).scalar_subquery(),
    )


def _row(uow: Reading, row: Any, person: PersonName) -> PlanRow:
    plan_id, person_id, kind, status, coach_id, coach, starts_on, review_on, goals, steps, done, adopted, last_day, near = row
    if not near:
        return PlanRow(plan_id, person_id, person, kind, status, coach_id, coach)
    today, is_open = uow.clock.today(), status is not PlanStatus.CLOSED
    due = is_open and review_on is not None and review_on <= today
    overdue = is_open and last_day is not None and last_day < today
    counts = (goals, steps, done, adopted or 0)
    return PlanRow(plan_id, person_id, person, kind, status, coach_id, coach, starts_on, review_on, *counts, due, overdue)
