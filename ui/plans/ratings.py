"""How near the goal the person feels today, and how that went over time as one small line from 0 to 10."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.plans import MOST_RATING, RatingView, RatingWords
from models.vocabulary import Rater
from ui.drafts.naming import DraftName
from ui.plans.live_form import LiveForm
from ui.plans.rating_line import RatingLine
from ui.plans.ratings_dialog import rating_dialog, ratings_dialog
from ui.plans.store import PlanStore
from ui.widgets.buttons import link
from ui.widgets.flow import flow
from ui.widgets.forms import LineField, SegmentField


class RatingRow(QWidget):
    """Eleven small buttons for today's rating, and the line of all ratings beside them."""

    def __init__(self, store: PlanStore, goal_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.store, self._goal_id, self._enabled = store, goal_id, True
        words = store.context.words
        choices = [(number, str(number)) for number in range(MOST_RATING + 1)]
        self.today = SegmentField(words("Self-rating: how near is the goal today, from 0 to 10?"), choices)
        self.shows = LineField(placeholder=words("What shows it? Something that was seen."))
        self.shows.line.setAccessibleName(words("What shows it?"))
        for button in self.today.editor().findChildren(QWidget):
            button.setProperty("size", "small")
        self.line = RatingLine(words)
        self.other = link(words("The coach's rating, or another day …"), self._rate_otherwise)
        self.correct = link(words("Put ratings right …"), self._correct)
        self._ratings: tuple[RatingView, ...] = ()
        self.form = LiveForm(store.context, {"value": self.today, "evidence": self.shows}, self._save, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.today)
        column.addWidget(self.shows)
        column.addWidget(self.line)
        column.addLayout(flow(self.other, self.correct, spacing=16))
        self.today.changed.connect(lambda: self.shows.setVisible(True))

    def show_ratings(self, ratings: Sequence[RatingView]) -> None:
        """Show all ratings, and today's as chosen."""
        self._ratings = tuple(ratings)
        self.line.show_ratings(ratings)
        self.line.setVisible(bool(ratings))
        self._show_correct()
        today = self.store.context.clock.today()
        now = next((one for one in ratings if one.rated_on == today and one.by is Rater.PARTICIPANT), None)
        self.form.keep_under(self.store.place(DraftName("plan.rating", self._goal_id)), self.store.bar)
        said = {"value": now.value if now else None, "evidence": now.evidence if now else ""}
        self.form.show_values(said, now.version if now else 0)
        self.shows.setVisible(self._enabled and self.today.value() is not None)

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close what is typed here; the line of all ratings stays to be read."""
        self.today.setVisible(enabled)
        self.other.setVisible(enabled)
        self._enabled = enabled
        self.shows.setVisible(enabled and self.today.value() is not None)
        self._show_correct()

    def _show_correct(self) -> None:
        self.correct.setVisible(self._enabled and bool(self._ratings))

    def _correct(self) -> None:
        ratings_dialog(self, self.store, self._goal_id, self._ratings).open()

    def _rate_otherwise(self) -> None:
        rating_dialog(self, self.store, self._goal_id).open()

    def _save(self, values: dict[str, Any], version: int) -> None:  # noqa: ARG002 - a day's rating is replaced, not merged
        goal_id, said = self._goal_id, RatingWords(values["value"], evidence=values["evidence"])
        self.store.do(lambda uow: plans.rate(uow, goal_id=goal_id, words=said), self.form)
