"""The dialogs of ratings: one by the coach or of another day, and earlier ones put right or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.plans import MOST_RATING, RatingView, RatingWords
from models.vocabulary import Rater
from ui.drafts.naming import DraftName
from ui.plans.plan_dialog import plan_dialog
from ui.plans.store import PlanStore
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, SegmentField

SCALE = [(number, str(number)) for number in range(MOST_RATING + 1)]


def rating_dialog(parent: QWidget, store: PlanStore, goal_id: UUID) -> FormDialog:
    """Return the dialog for a rating by anybody, of any day."""
    words, today = store.context.words, store.context.clock.today()
    form = Form(words)
    form.add("by", SegmentField(words("Who rates?"), _raters(words)))
    form.add("value", SegmentField(words("How near is the goal, 0 to 10?"), SCALE))
    form.add("evidence", LineField(words("What shows it?"), hint=words("Something that was seen.")))
    form.add("rated_on", DateField(words, words("Day"), today=today))
    form.set_values(by=Rater.COACH, rated_on=today)

    def prepare() -> Work:
        value = form["value"].value()
        if value is None:
            raise InvalidInput("Choose a number from 0 to 10.", field="value")
        said, on = RatingWords(value, form["by"].value() or Rater.COACH, form["evidence"].value()), form["rated_on"].value()
        return lambda uow: plans.rate(uow, goal_id=goal_id, words=said, on=on)

    draft = store.place(DraftName("plan.rating.other", goal_id))
    return plan_dialog(parent, store, words("A rating"), form, prepare, draft=draft, width=560)


def ratings_dialog(parent: QWidget, store: PlanStore, goal_id: UUID, ratings: Sequence[RatingView]) -> FormDialog:
    """Return the dialog with a few lines for each rating, the latest first."""
    words = store.context.words
    form = Form(words)
    lines = [_Line(form, store, rating, number) for number, rating in enumerate(reversed(ratings))]
    form.dirty = False

    def prepare() -> Work:
        given = [(line.rating, line.said()) for line in lines]
        right = [said for _, said in given if said is not None]
        wrong = [rating.id for rating, said in given if said is None]
        return lambda uow: plans.correct_ratings(uow, goal_id=goal_id, right=right, wrong=wrong)

    draft = store.place(DraftName("plan.ratings", goal_id))
    return plan_dialog(parent, store, words("Put ratings right"), form, prepare, draft=draft, width=560)


class _Line:
    """The fields of one rating."""

    def __init__(self, form: Form, store: PlanStore, rating: RatingView, number: int) -> None:
        words, today = store.context.words, store.context.clock.today()
        self.rating = rating
        self.day = form.add(f"day{number}", DateField(words, words("Day"), today=today))
        self.value: ChoiceField[int] = ChoiceField(words("Rating"), SCALE, none=words("Remove"))
        form.add(f"value{number}", self.value, beside=True)
        self.by: ChoiceField[Rater] = form.add(f"by{number}", ChoiceField(words("Who rates?"), _raters(words)))
        self.shows = form.add(f"evidence{number}", LineField(words("What shows it?")), beside=True)
        self.day.set_value(rating.rated_on)
        self.value.set_value(rating.value)
        self.by.set_value(rating.by)
        self.shows.set_value(rating.evidence)

    def said(self) -> RatingView | None:
        """Return the rating as it is put right, or None where it is taken away."""
        given, old = self.value.value(), self.rating
        if given is None:
            return None
        return RatingView(
            old.id, old.version, self.day.value() or old.rated_on, given, self.by.value() or old.by, self.shows.value()
        )


def _raters(words: Words) -> list[tuple[Rater, str]]:
    return [(rater, words(rater.label)) for rater in Rater]
