"""The dialog of a follow-up: what happened, how near each goal feels, what is changed, and when the next one is."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.i18n import Words
from jobbpunkt.plans import MOST_RATING, PlanView, ReviewView, ReviewWords
from ui.drafts.naming import DraftName
from ui.plans.store import PlanStore
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LongTextField, SegmentField
from ui.widgets.growing import growing

WEEKS_TO_NEXT = 6


def review_dialog(parent: QWidget, store: PlanStore, view: PlanView, review: ReviewView | None = None) -> FormDialog:
    """Return the dialog for a new follow-up, or for changing one; only a new one asks for ratings."""
    words, today = store.context.words, store.context.clock.today()
    form = _form(words, today)
    ratings = {} if review is not None else _ratings(form, words, view)
    said = review.words if review else ReviewWords(today, "", next_on=today + timedelta(weeks=WEEKS_TO_NEXT))
    form.set_values(held_on=said.held_on, happened=said.happened, revised=said.revised, next_on=said.next_on)

    def prepare() -> Work:
        values = {name: form[name].value() for name in ("held_on", "happened", "revised", "next_on")}
        found = ReviewWords(**{**values, "held_on": values["held_on"] or today})
        given = {goal_id: value for goal_id, field in ratings.items() if (value := field.value()) is not None}
        if review is None:
            return store.carrying(lambda uow: plans.add_review(uow, plan_id=view.id, words=found, ratings=given))
        review_id, version = review.id, review.version
        return store.carrying(lambda uow: plans.change_review(uow, review_id=review_id, version=version, words=found))

    title = words("New follow-up") if review is None else words("Change the follow-up")
    draft = DraftName(
        "plan.review.new" if review is None else "plan.review",
        view.id if review is None else review.id,
        person=view.person_id,
        page="plans",
        place=view.id,
    )
    dialog = FormDialog(parent, store.context, title, form, prepare, draft=draft, width=600)
    dialog.saved.connect(lambda _change: store.show_after())
    return dialog


def _form(words: Words, today: date) -> Form:
    form = Form(words)
    form.add("held_on", DateField(words, words("Day"), today=today))
    form.add("next_on", DateField(words, words("Next follow-up"), today=today), beside=True)
    form.add("happened", growing(LongTextField(words("What has happened since last time?")), least=4))
    form.add("revised", growing(LongTextField(words("What do we change in the plan?"))))
    return form


def _ratings(form: Form, words: Words, view: PlanView) -> dict[UUID, SegmentField[int]]:
    choices = [(number, str(number)) for number in range(MOST_RATING + 1)]
    fields: dict[UUID, SegmentField[int]] = {}
    for number, goal in enumerate(view.goals):
        field: SegmentField[int] = SegmentField(words("How near is it, 0 to 10: {goal}", goal=goal.words.title), choices)
        fields[goal.id] = form.add(f"rating{number}", field)
    return fields
