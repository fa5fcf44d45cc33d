"""The goals of a plan, and the place for one more while there are fewer than three."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.plans import MOST_GOALS, GoalView, GoalWords
from jobbpunkt.suggestions import SuggestionRow
from ui.drafts.form_draft import FormDraft
from ui.drafts.naming import DraftName
from ui.plans.goal_card import GoalCard
from ui.plans.store import PlanStore
from ui.suggestions.suggesting import Suggesting
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.forms import LineField
from ui.widgets.labels import muted


class GoalsList(QWidget):
    """Cards in their order; a card stays the same widget while its goal moves, and with it what is being typed."""

    def __init__(self, store: PlanStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.store, self.words = store, store.context.words
        self.cards: dict[UUID, GoalCard] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self.entry = LineField(hint=self.words("What shall be reached? Small enough to see the end of it."))
        self.new = self.entry.line
        self.draft: FormDraft | None = None
        self.new.setAccessibleName(self.words("New goal"))
        self.suggesting = Suggesting(self.new)
        self.new.returnPressed.connect(self._entered)
        self._offered: tuple[SuggestionRow, ...] = ()
        self.adding = Card(self.words("New goal"))
        self.explanation = muted("")
        self.adding.add(self.explanation)
        line = QHBoxLayout()
        line.addWidget(self.entry, 1)
        line.addWidget(secondary(self.words("Add the goal"), self.add_goal, icon="plus"), 0, Qt.AlignmentFlag.AlignTop)
        self.adding.add(line)
        self.column.addWidget(self.adding)

    def show_goals(self, goals: tuple[GoalView, ...], *, enabled: bool) -> None:
        """Show these goals, open for writing or not."""
        for gone in [goal_id for goal_id in self.cards if goal_id not in {goal.id for goal in goals}]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, goal in enumerate(goals):
            card = self.cards.get(goal.id) or GoalCard(self.store, goal)
            card.offer(self._offered)
            self.cards[goal.id] = card
            card.show_goal(goal, place + 1)
            card.set_place(first=place == 0, last=place == len(goals) - 1)
            card.set_enabled(enabled=enabled)
            if self.column.indexOf(card) != place:
                self.column.insertWidget(place, card)
        self.adding.setVisible(enabled and len(goals) < MOST_GOALS)
        self._keep_draft()
        left = MOST_GOALS - len(goals)
        room = self.words("A plan has room for three goals, so that there is strength for each of them.")
        self.explanation.setText(
            room if left == MOST_GOALS else self.words.plural("Room for {n} more.", "Room for {n} more.", left)
        )

    def offer(self, offered: tuple[SuggestionRow, ...]) -> None:
        """Offer these goals and steps while one types."""
        self._offered = offered
        self.suggesting.offer(row.text for row in offered if row.goal_id is None)
        for card in self._shown():
            card.offer(offered)

    def clear(self) -> None:
        """Take all cards away: another plan comes."""
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self.cards.clear()
        self.new.clear()

    def flush(self) -> None:
        """Save now what has been typed in any goal."""
        for card in self._shown():
            card.flush()
        self.add_goal()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not yet saved."""
        return bool(self.new.text().strip()) or any(card.dirty for card in self._shown())

    def _entered(self) -> None:
        if not self.suggesting.is_taking:
            self.add_goal()

    def add_goal(self) -> None:
        """Add the goal that was typed."""
        plan_id, title = self.store.plan_id, self.new.text().strip()
        if plan_id is not None and title:
            self.new.clear()
            self.store.do(
                lambda uow: plans.add_goal(uow, plan_id=plan_id, words=GoalWords(title)),
                give_back=lambda: self._put_back(title),
                arrived=self._let_go,
            )

    def _keep_draft(self) -> None:
        name = self.store.place(DraftName("plan.goal.new", self.store.plan_id))
        if self.draft is None:
            self.draft = FormDraft(self.store.context, name, {"title": self.entry}, self.store.bar, name.title, self)
        elif self.draft.name == name:
            return
        self.draft.rename(name)
        self.draft.begin()

    def _let_go(self) -> None:
        if self.draft is not None:
            self.draft.flush()

    def _put_back(self, title: str) -> None:
        if not self.new.text():
            self.new.setText(title)

    def _shown(self) -> Iterable[GoalCard]:
        return self.cards.values()
