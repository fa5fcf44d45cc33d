"""The follow-ups of a plan, newest first, and the way to the next one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.plans import PlanView, ReviewView
from ui.plans.review_dialog import review_dialog
from ui.plans.store import PlanStore
from ui.widgets.buttons import icon_button, secondary
from ui.widgets.card import Card
from ui.widgets.labels import muted, small, strong, text
from ui.widgets.layouts import boxed, clear, column, row


class ReviewsCard(Card):
    """Shows what each follow-up found."""

    def __init__(self, store: PlanStore, parent: QWidget | None = None) -> None:
        words = store.context.words
        self.new = secondary(words("New follow-up"), self.add_review, icon="plus")
        super().__init__(words("Follow-up"), self.new, parent=parent)
        self.words, self.store = words, store
        self.setAccessibleName(words("Follow-up"))

    def show_plan(self, view: PlanView, *, enabled: bool) -> None:
        """Show a plan's follow-ups."""
        clear(self.body)
        self.new.setVisible(enabled)
        if not view.reviews:
            self.add(muted(self.words("When you meet again: what happened since, what is changed, and when is the next time?")))
        for review in reversed(view.reviews):
            self.add(self._entry(review, enabled=enabled))

    def add_review(self) -> None:
        """Ask what the follow-up found."""
        if self.store.view is not None:
            review_dialog(self, self.store, self.store.view).open()

    def _entry(self, review: ReviewView, *, enabled: bool) -> QWidget:
        said = review.words
        head = row(strong(self.words.day(said.held_on, "long")), None)
        if enabled:
            change = icon_button("pencil", self.words("Change the follow-up"), partial(self._change, review))
            drop = icon_button("trash-2", self.words("Remove the follow-up"), partial(self._remove, review))
            head.addWidget(change)
            head.addWidget(drop)
        parts = column(head, text(said.happened), spacing=2)
        if said.revised:
            parts.addWidget(text(self.words("Changed: {text}", text=said.revised)))
        if said.next_on:
            parts.addWidget(small(self.words("Next follow-up {day}", day=self.words.day(said.next_on))))
        return boxed(parts)

    def _change(self, review: ReviewView) -> None:
        if self.store.view is not None:
            review_dialog(self, self.store, self.store.view, review).open()

    def _remove(self, review: ReviewView) -> None:
        self.store.do(lambda uow: plans.remove_review(uow, review_id=review.id))
