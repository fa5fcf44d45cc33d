"""The dialog that puts earlier ratings of a goal right: their day and value, or that there was none."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.plans import MOST_RATING, RatingView
from ui.drafts.naming import DraftName
from ui.plans.store import PlanStore
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form


def ratings_dialog(parent: QWidget, store: PlanStore, goal_id: UUID, ratings: Sequence[RatingView]) -> FormDialog:
    """Return the dialog with a line for each rating, the latest first."""
    words, today = store.context.words, store.context.clock.today()
    choices = [(number, str(number)) for number in range(MOST_RATING + 1)]
    form = Form(words)
    lines: list[tuple[RatingView, DateField, ChoiceField[int]]] = []
    for rating in reversed(ratings):
        day = form.add(f"day{len(lines)}", DateField(words, words("Day"), today=today))
        value: ChoiceField[int] = ChoiceField(words("Rating"), choices, none=words("Remove"))
        lines.append((rating, day, form.add(f"value{len(lines)}", value, beside=True)))
        day.set_value(rating.rated_on)
        value.set_value(rating.value)
    form.dirty = False

    def prepare() -> Work:
        right, wrong = [], []
        for rating, day, value in lines:
            given, on = value.value(), day.value() or rating.rated_on
            if given is None:
                wrong.append(rating.id)
            else:
                right.append(RatingView(rating.id, rating.version, on, given))
        return store.carrying(lambda uow: plans.correct_ratings(uow, goal_id=goal_id, right=right, wrong=wrong))

    draft = store.place(DraftName("plan.ratings", goal_id))
    dialog = FormDialog(parent, store.context, words("Put ratings right"), form, prepare, draft=draft, width=460)
    dialog.saved.connect(lambda _change: store.show_after())
    return dialog
