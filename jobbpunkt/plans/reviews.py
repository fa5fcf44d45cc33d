"""The follow-ups of a plan: planned for a day within a window, then held, or called off with an excuse and a new day."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError, stale
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import Excuse, RatingWords, ReviewTime, ReviewWords, StepAnswer
from jobbpunkt.plans.ratings import note_rating
from jobbpunkt.plans.standing import is_adopted
from jobbpunkt.plans.steps import answer_steps
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanGoal, PlanReview


def plan_review(uow: Writing, *, plan_id: UUID, time: ReviewTime) -> Change:
    """Plan a follow-up."""
    plan = access.editable(uow, plan_id)
    row = plan_next(uow, plan, time)
    return uow.change(row, N_("The follow-up is planned."))


def change_review_time(uow: Writing, *, review_id: UUID, version: int, time: ReviewTime) -> Change:
    """Save when a follow-up is, or was, to be held."""
    row, plan = access.editable_part(uow, PlanReview, review_id, version)
    set_time(plan, row, time)
    _follow(uow, plan)
    return uow.change(row, N_("The follow-up has been saved."))


def hold_review(
    uow: Writing,
    *,
    plan_id: UUID,
    words: ReviewWords,
    review_id: UUID | None = None,
    version: int | None = None,
    ratings: Mapping[UUID, RatingWords] | None = None,
    answers: Mapping[UUID, StepAnswer] | None = None,
    following: ReviewTime | None = None,
) -> Change:
    """Note that a follow-up was held, one that was planned or another, with the ratings of goals and what becomes of steps.

    `following` plans the next one. All of it is undone together.
    """
    plan = access.editable(uow, plan_id)
    row = _to_be_held(uow, plan, review_id, version) if review_id else PlanReview(id=new_id(), plan_id=plan.id)
    _write(uow, plan, row, words)
    row.planned_on = row.planned_on or words.held_on
    _typed(uow, row)
    uow.add(row)
    if following is not None:
        checks.day_order(words.held_on, following.planned_on, field="next_on")
        plan_next(uow, plan, following, field="next_on")
    answer_steps(uow, plan, answers or {}, on=words.held_on, carried_to=following.planned_on if following else None)
    for goal_id, given in (ratings or {}).items():
        goal, _ = access.editable_part(uow, PlanGoal, goal_id)
        if goal.plan_id != plan.id:
            raise ValueError("a rating at a follow-up is of one of the plan's goals")
        note_rating(uow, plan, goal_id, given, words.held_on)
    _follow(uow, plan)
    return uow.change(row, N_("The follow-up has been saved."))


def change_review(uow: Writing, *, review_id: UUID, version: int, words: ReviewWords) -> Change:
    """Save what a held follow-up says."""
    row, plan = access.editable_part(uow, PlanReview, review_id, version)
    if row.held_on is None:
        raise UserError("This follow-up has not been held. Note first that it was.")
    _write(uow, plan, row, words)
    return uow.change(row, N_("The follow-up has been saved."))


def miss_review(uow: Writing, *, review_id: UUID, version: int, excuse: Excuse, again: ReviewTime | None = None) -> Change:
    """Note who called a follow-up off and why, or put that right; `again` plans it for another day."""
    row, plan = access.editable_part(uow, PlanReview, review_id, version)
    if row.held_on is not None:
        raise UserError("This follow-up was held. Remove it if that is wrong.")
    row.called_off = excuse.called_off
    body.write(uow, plan.kind, row, {"why": checks.text(excuse.why, field="why", longest=checks.NOTE, required=True)})
    _typed(uow, row)
    if again is not None:
        plan_next(uow, plan, again, field="again_on")
    _follow(uow, plan)
    return uow.change(row, N_("The follow-up is noted as called off."))


def remove_review(uow: Writing, *, review_id: UUID) -> Change:
    """Take away a follow-up."""
    row, plan = access.editable_part(uow, PlanReview, review_id)
    if row.held_on is not None and is_adopted(uow, plan, row.id):
        access.revised(plan)  # the adopted version says what it found
    uow.remove(row)
    _follow(uow, plan)
    return uow.change_of(review_id, N_("The follow-up has been removed."))


def plan_next(uow: Writing, plan: Plan, time: ReviewTime, *, field: str = "planned_on") -> PlanReview:
    """Plan a follow-up of a plan that a service has found; a refusal names the day's field."""
    row = PlanReview(id=new_id(), plan_id=plan.id)
    set_time(plan, row, time, field=field)
    body.write(uow, plan.kind, row, {})
    uow.add(row)
    _follow(uow, plan)
    return row


def is_planned() -> ColumnElement[bool]:
    """Return the condition that a follow-up is still to be held."""
    return and_(PlanReview.held_on.is_(None), PlanReview.called_off.is_(None))


def first_day(uow: Reading, plan: Plan) -> date | None:
    """Return the earliest day of a plan's follow-ups, held or planned."""
    day = func.coalesce(PlanReview.held_on, PlanReview.planned_on)
    return uow.session.scalar(select(func.min(day)).where(PlanReview.plan_id == plan.id, PlanReview.called_off.is_(None)))


def read_words(uow: Reading, row: PlanReview) -> ReviewWords | None:
    """Return what a held follow-up says; None of one that was not held."""
    if row.held_on is None:
        return None
    values = body.read(uow, row)
    return ReviewWords(row.held_on, values["happened"], values.get("revised", ""), row.held_by)


def read_excuse(uow: Reading, row: PlanReview) -> Excuse | None:
    """Return who called a follow-up off and why; None of one that was not called off."""
    if row.called_off is None or row.held_on is not None:
        return None
    return Excuse(row.called_off, body.read(uow, row).get("why", ""))


def _to_be_held(uow: Reading, plan: Plan, review_id: UUID, version: int | None) -> PlanReview:
    row, its_plan = access.editable_part(uow, PlanReview, review_id)
    if its_plan is not plan:
        raise ValueError("the follow-up is of another plan")
    if row.held_on is not None:  # told before whether it was changed since: there are no two texts to choose from
        raise UserError("This follow-up is noted as held already. Change what stands there.")
    if version is not None and row.version != version:
        raise stale()
    row.called_off = None
    return row


def _follow(uow: Writing, plan: Plan) -> None:
    """Let the plan know the day of its next follow-up."""
    uow.flush()
    plan.review_on = uow.session.scalar(
        select(func.min(PlanReview.planned_on)).where(PlanReview.plan_id == plan.id, is_planned())
    )


def set_time(plan: Plan, row: PlanReview, time: ReviewTime, *, field: str = "planned_on") -> None:
    """Write for when a follow-up is planned: within its window, and not before its plan."""
    checks.day(time.planned_on, field=field)
    checks.day(time.opens_on, field="opens_on")
    checks.day(time.closes_on, field="closes_on")
    _not_before(plan, time.planned_on, field=field)
    if not (time.opens_on or time.planned_on) <= time.planned_on <= time.last_day:
        raise InvalidInput("The day lies outside its window. Change the day or the window.", field=field)
    row.planned_on, row.opens_on, row.closes_on = time.planned_on, time.opens_on, time.closes_on


def _not_before(plan: Plan, day: date, *, field: str) -> None:
    if day < plan.starts_on:
        begins = plan.starts_on.isoformat()
        raise InvalidInput("The plan begins on {day}. Choose that day or a later one.", field=field, day=begins)


def _typed(uow: Writing, row: PlanReview) -> None:
    row.typed_by, row.typed_at = uow.user.id, uow.clock.now()


def _write(uow: Reading, plan: Plan, row: PlanReview, words: ReviewWords) -> None:
    checks.past_day(words.held_on, uow.clock.today(), field="held_on")
    _not_before(plan, words.held_on, field="held_on")
    row.held_on, row.held_by = words.held_on, words.held_by or uow.user.id
    happened = checks.text(words.happened, field="happened", longest=checks.NOTE, required=True)
    revised = checks.text(words.revised, field="revised", longest=checks.NOTE)
    body.write(uow, plan.kind, row, {"happened": happened, "revised": revised})
