"""Following a plan up: self-ratings over time, and follow-ups with the next day."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import checks
from jobbpunkt.changes import Change
from jobbpunkt.errors import UserError
from jobbpunkt.i18n import N_
from jobbpunkt.ids import new_id
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import MOST_RATING, RatingView, ReviewWords
from jobbpunkt.unit_of_work import UnitOfWork
from models.plan import Plan, PlanGoal, PlanRating, PlanReview


def rate(uow: UnitOfWork, *, goal_id: UUID, value: int, on: date | None = None) -> Change:
    """Note the person's rating of a goal, 0 to 10, today or on another day; a second one on a day replaces the first."""
    _, plan = access.editable_part(uow, PlanGoal, goal_id)
    row = _rate(uow, plan, goal_id, value, on or uow.clock.today())
    return uow.change(row, N_("The rating has been saved."))


def correct_ratings(uow: UnitOfWork, *, goal_id: UUID, right: Sequence[RatingView], wrong: Sequence[UUID] = ()) -> Change:
    """Put ratings of a goal right, each upon the version that was seen, and take `wrong` ones away; undone together."""
    access.editable_part(uow, PlanGoal, goal_id)
    for rating_id in wrong:
        row, _ = _rating(uow, goal_id, rating_id)
        uow.remove(row)
    if len({rating.rated_on for rating in right}) < len(right):
        raise UserError("There is one rating for each day. Give them different days, or remove one.")
    for rating in right:
        row, plan = _rating(uow, goal_id, rating.id, rating.version)
        checks.past_day(rating.rated_on, uow.clock.today(), field="rated_on")
        row.rated_on = rating.rated_on
        if read_rating(uow, row) != rating.value:
            body.write(uow, plan.kind, row, {"value": checks.whole(rating.value, field="value", most=MOST_RATING)})
    return uow.change_of(goal_id, N_("The ratings have been saved."))


def read_rating(uow: UnitOfWork, row: PlanRating) -> int:
    """Return the value of a rating."""
    value: int = body.read(uow, row)["value"]
    return value


def add_review(uow: UnitOfWork, *, plan_id: UUID, words: ReviewWords, ratings: Mapping[UUID, int] | None = None) -> Change:
    """Note a follow-up with the ratings given at it, by goal; its next day becomes the plan's."""
    plan = access.editable(uow, plan_id)
    row = PlanReview(id=new_id(), plan_id=plan.id)
    _write(uow, plan, row, words)
    plan.review_on = words.next_on
    for goal_id, value in (ratings or {}).items():
        goal, _ = access.editable_part(uow, PlanGoal, goal_id)
        if goal.plan_id != plan.id:
            raise ValueError("a rating at a follow-up is of one of the plan's goals")
        _rate(uow, plan, goal_id, value, words.held_on)
    return uow.change(uow.add(row), N_("The follow-up has been saved."))


def change_review(uow: UnitOfWork, *, review_id: UUID, version: int, words: ReviewWords) -> Change:
    """Save what a follow-up says; if it is the latest one, its next day becomes the plan's."""
    row, plan = access.editable_part(uow, PlanReview, review_id, version)
    _write(uow, plan, row, words)
    later = select(PlanReview.id).where(PlanReview.plan_id == plan.id, PlanReview.held_on > row.held_on)
    if uow.session.scalar(later.limit(1)) is None:
        plan.review_on = words.next_on
    return uow.change(row, N_("The follow-up has been saved."))


def remove_review(uow: UnitOfWork, *, review_id: UUID) -> Change:
    """Take away a follow-up; the plan's next day stays."""
    row, _ = access.editable_part(uow, PlanReview, review_id)
    uow.remove(row)
    return uow.change_of(review_id, N_("The follow-up has been removed."))


def read_review(uow: UnitOfWork, row: PlanReview) -> ReviewWords:
    """Return what a follow-up says."""
    return ReviewWords(held_on=row.held_on, next_on=row.next_on, **body.read(uow, row))


def _rate(uow: UnitOfWork, plan: Plan, goal_id: UUID, value: int, on: date) -> PlanRating:
    checks.whole(value, field="value", most=MOST_RATING)
    checks.past_day(on, uow.clock.today(), field="rated_on")
    row = uow.session.scalar(select(PlanRating).where(PlanRating.goal_id == goal_id, PlanRating.rated_on == on))
    row = row or PlanRating(id=new_id(), goal_id=goal_id, rated_on=on)
    body.write(uow, plan.kind, row, {"value": value})
    return uow.add(row)


def _rating(uow: UnitOfWork, goal_id: UUID, rating_id: UUID, version: int | None = None) -> tuple[PlanRating, Plan]:
    row, plan = access.editable_part(uow, PlanRating, rating_id, version)
    if row.goal_id != goal_id:
        raise ValueError("the ratings put right together are of the goal that is named")
    return row, plan


def _write(uow: UnitOfWork, plan: Plan, row: PlanReview, words: ReviewWords) -> None:
    checks.past_day(words.held_on, uow.clock.today(), field="held_on")
    row.held_on, row.next_on = words.held_on, checks.day(words.next_on, field="next_on")
    checks.day_order(words.held_on, words.next_on, field="next_on")
    happened = checks.text(words.happened, field="happened", longest=checks.NOTE, required=True)
    revised = checks.text(words.revised, field="revised", longest=checks.NOTE)
    body.write(uow, plan.kind, row, {"happened": happened, "revised": revised})
