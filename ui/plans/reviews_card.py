"""The follow-ups of a plan: those to come, then those that were held or called off, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from jobbpunkt import cases, plans
from jobbpunkt.base.clock import day_of
from jobbpunkt.plans import PlanView, ReviewView
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.coaching.booking import booking_dialog
from ui.plans.review_dialog import Coaches, hold_dialog, review_dialog
from ui.plans.review_time_dialog import missed_dialog, time_dialog
from ui.plans.store import PlanStore
from ui.widgets.buttons import icon_button, quiet, secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.flow import flow
from ui.widgets.labels import muted, small, strong, text
from ui.widgets.layouts import boxed, clear, column, row


class ReviewsCard(Card):
    """Shows what is planned, and what each follow-up found."""

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
        for review in view.planned:
            self.add(self._planned(view, review, enabled=enabled))
        for review in reversed(view.reviews):
            if not review.is_planned:
                self.add(self._past(view, review, enabled=enabled))

        if enabled:  # not in the heading: with large letters that would be wider than the window
            self.add(row(quiet(self.words("Plan a follow-up"), self.plan_review, icon="calendar-days"), None))

    def add_review(self) -> None:
        """Ask what the next planned follow-up found, or one that nobody planned."""
        view = self.store.view
        if view is not None:
            self._hold(view, view.planned[0] if view.planned else None)

    def plan_review(self) -> None:
        """Ask when a follow-up shall be."""
        if self.store.view is not None:
            time_dialog(self, self.store, self.store.view).open()

    def _planned(self, view: PlanView, review: ReviewView, *, enabled: bool) -> QWidget:
        words, time = self.words, review.time
        head = row(strong(words("Planned: {day}", day=words.day(time.planned_on, "weekday"))), spacing=8)
        today = self.store.context.clock.today()
        if time.last_day < today:
            head.addWidget(chip(words("Late"), "bad"))
        elif time.planned_on <= today:
            head.addWidget(chip(words("Now"), "warn"))
        head.addStretch(1)
        if enabled:
            head.addWidget(icon_button("pencil", words("When is the follow-up?"), partial(self._time, view, review)))
            head.addWidget(icon_button("trash-2", words("Remove the follow-up"), partial(self._remove, review)))
        parts = column(head, spacing=2)
        if window := self._window(review):
            parts.addWidget(small(window))
        if enabled:
            parts.addLayout(flow(*self._deeds(view, review), spacing=4))
        return boxed(parts)

    def _deeds(self, view: PlanView, review: ReviewView) -> Iterator[QWidget]:
        words = self.words
        yield quiet(words("It was held …"), partial(self._hold, view, review), icon="check")
        yield quiet(words("It was called off …"), partial(self._miss, view, review), icon="x")
        if self.store.context.user.may(Permission.SEE_NOTES):
            yield quiet(words("Book the meeting …"), partial(self._book, view, review), icon="calendar-days")

    def _window(self, review: ReviewView) -> str:
        words, time = self.words, review.time
        if time.opens_on and time.closes_on:
            first, last = words.day(time.opens_on), words.day(time.closes_on)
            return words("May be held from {first} to {last}", first=first, last=last)
        if time.opens_on:
            return words("No earlier than {day}", day=words.day(time.opens_on))
        return words("No later than {day}", day=words.day(time.closes_on)) if time.closes_on else ""

    def _past(self, view: PlanView, review: ReviewView, *, enabled: bool) -> QWidget:
        head = row(strong(self.words.day(review.day, "long")), spacing=8)
        if review.excuse:
            head.addWidget(chip(self.words("Called off"), "neutral"))
        head.addStretch(1)
        if enabled:
            change = self._miss if review.excuse else self._change
            head.addWidget(icon_button("pencil", self.words("Change the follow-up"), partial(change, view, review)))
            head.addWidget(icon_button("trash-2", self.words("Remove the follow-up"), partial(self._remove, review)))
        parts = column(head, spacing=2)
        for label in self._told(review):
            parts.addWidget(label)
        return boxed(parts)

    def _told(self, review: ReviewView) -> Iterator[QWidget]:
        words = self.words
        if review.words:
            yield text(review.words.happened)
            if review.words.revised:
                yield text(words("Changed: {text}", text=review.words.revised))
            if review.held_by:
                yield small(words("Held by {name}", name=review.held_by))
        elif review.excuse:
            yield text(words("{who}: {why}", who=words(review.excuse.called_off.label), why=review.excuse.why))
        if review.typed_at is not None:
            day = words.day(day_of(review.typed_at))
            yield small(words("Noted {day} by {name}", day=day, name=review.typed_by))

    def _hold(self, view: PlanView, review: ReviewView | None) -> None:
        self._with_coaches(lambda coaches: hold_dialog(self, self.store, view, coaches, review).open())

    def _change(self, view: PlanView, review: ReviewView) -> None:
        self._with_coaches(lambda coaches: review_dialog(self, self.store, view, coaches, review).open())

    def _with_coaches(self, then: Callable[[Coaches], None]) -> None:
        asking.read(self, self.store.context, cases.coaches, then)

    def _time(self, view: PlanView, review: ReviewView) -> None:
        time_dialog(self, self.store, view, review).open()

    def _miss(self, view: PlanView, review: ReviewView) -> None:
        missed_dialog(self, self.store, view, review).open()

    def _book(self, view: PlanView, review: ReviewView) -> None:
        booking_dialog(self, self.store.context, person=view.person_id, day=review.time.planned_on).open()

    def _remove(self, review: ReviewView) -> None:
        self.store.do(lambda uow: plans.remove_review(uow, review_id=review.id))
