"""How near the goal the person feels today, and how that went over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.plans import MOST_RATING, RatingView
from ui.drafts.naming import DraftName
from ui.plans.live_form import LiveForm
from ui.plans.rating_line import RatingLine
from ui.plans.ratings_dialog import ratings_dialog
from ui.plans.store import PlanStore
from ui.widgets.buttons import link
from ui.widgets.forms import SegmentField
from ui.widgets.layouts import row


class RatingRow(QWidget):
    """Eleven small buttons for today's rating, and the line of all ratings beside them."""

    def __init__(self, store: PlanStore, goal_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.store, self._goal_id, self._enabled = store, goal_id, True
        words = store.context.words
        choices = [(number, str(number)) for number in range(MOST_RATING + 1)]
        self.today = SegmentField(words("Self-rating: how near is the goal today, from 0 to 10?"), choices)
        for button in self.today.editor().findChildren(QWidget):
            button.setProperty("size", "small")
        self.line = RatingLine(words)
        self.correct = link(words("Put ratings right …"), self._correct)
        self._ratings: tuple[RatingView, ...] = ()
        self.form = LiveForm(store.context, {"value": self.today}, self._save, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.today)
        column.addWidget(self.line)
        column.addLayout(row(None, self.correct))

    def show_ratings(self, ratings: Sequence[RatingView]) -> None:
        """Show all ratings, and today's as chosen."""
        self._ratings = tuple(ratings)
        self.line.show_ratings(ratings)
        self.line.setVisible(bool(ratings))
        self._show_correct()
        today = self.store.context.clock.today()
        now = next((rating for rating in ratings if rating.rated_on == today), None)
        self.form.keep_under(self.store.place(DraftName("plan.rating", self._goal_id)), self.store.bar)
        self.form.show_values({"value": now.value if now else None}, now.version if now else 0)

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close what is typed here; the line of all ratings stays to be read."""
        self.today.setVisible(enabled)
        self._enabled = enabled
        self._show_correct()

    def _show_correct(self) -> None:
        self.correct.setVisible(self._enabled and bool(self._ratings))

    def _correct(self) -> None:
        ratings_dialog(self, self.store, self._goal_id, self._ratings).open()

    def _save(self, values: dict[str, Any], version: int) -> None:  # noqa: ARG002 - a day's rating is replaced, not merged
        goal_id, value = self._goal_id, values["value"]
        self.store.do(lambda uow: plans.rate(uow, goal_id=goal_id, value=value), self.form)
