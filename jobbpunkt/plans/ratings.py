"""How near the goals of a plan are over time: the judgement of the participant, of the coach, or of both together."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.base.words import N_
from jobbpunkt.plans import access, body
from jobbpunkt.plans.data import MOST_RATING, RatingView, RatingWords
from jobbpunkt.plans.standing import is_adopted
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.plan import Plan, PlanGoal, PlanRating
from models.vocabulary import Rater


def rate(uow: Writing, *, goal_id: UUID, words: RatingWords, on: date | None = None) -> Change:
    """Note a rating of a goal, today or on another day; a second one of the same rater on a day replaces the first."""
    _, plan = access.editable_part(uow, PlanGoal, goal_id)
    return uow.change(note_rating(uow, plan, goal_id, words, on or uow.clock.today()), N_("The rating has been saved."))


def correct_ratings(uow: Writing, *, goal_id: UUID, right: Sequence[RatingView], wrong: Sequence[UUID] = ()) -> Change:
    """Put ratings of a goal right, each upon the version that was seen, and take `wrong` ones away; undone together."""
    access.editable_part(uow, PlanGoal, goal_id)
    for rating_id in wrong:
        row, plan = _rating(uow, goal_id, rating_id)
        if is_adopted(uow, plan, row.id):  # what the adopted version says already is revised by that
            access.revised(plan)
        uow.remove(row)
    if len({(rating.rated_on, rating.by) for rating in right}) < len(right):
        raise UserError("Each rater gives one rating a day. Choose different days or raters, or remove one.")
    for rating in right:
        row, plan = _rating(uow, goal_id, rating.id, rating.version)
        checks.past_day(rating.rated_on, uow.clock.today(), field="rated_on")
        row.rated_on = rating.rated_on
        _write(uow, plan, row, RatingWords(rating.value, rating.by, rating.evidence))
    return uow.change_of(goal_id, N_("The ratings have been saved."))


def note_rating(uow: Writing, plan: Plan, goal_id: UUID, words: RatingWords, on: date) -> PlanRating:
    """Write a rating of a goal that a service has found."""
    checks.past_day(on, uow.clock.today(), field="rated_on")
    same_day = uow.session.scalars(select(PlanRating).where(PlanRating.goal_id == goal_id, PlanRating.rated_on == on))
    row = next((found for found in same_day if read_rating(uow, found).by is words.by), None)
    row = row or PlanRating(id=new_id(), goal_id=goal_id, rated_on=on)
    _write(uow, plan, row, words)
    return uow.add(row)


def read_rating(uow: Reading, row: PlanRating) -> RatingWords:
    """Return what a rating says; the earliest ones were all the participant's, and said nothing of what showed it."""
    values = body.read(uow, row)
    return RatingWords(values["value"], Rater.of(values.get("by", Rater.PARTICIPANT.value)), values.get("evidence", ""))


def _rating(uow: Reading, goal_id: UUID, rating_id: UUID, version: int | None = None) -> tuple[PlanRating, Plan]:
    row, plan = access.editable_part(uow, PlanRating, rating_id, version)
    if row.goal_id != goal_id:
        raise ValueError("the ratings put right together are of the goal that is named")
    return row, plan


def _write(uow: Reading, plan: Plan, row: PlanRating, words: RatingWords) -> None:
    checks.whole(words.value, field="value", most=MOST_RATING)
    evidence = checks.text(words.evidence, field="evidence", longest=checks.NOTE)
    if row.body is None or read_rating(uow, row) != RatingWords(words.value, words.by, evidence):
        body.write(uow, plan.kind, row, {"value": words.value, "by": words.by.value, "evidence": evidence})
