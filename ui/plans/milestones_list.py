"""The milestones of a goal."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.i18n import Words
from jobbpunkt.plans import MilestoneView, MilestoneWords
from ui.drafts.naming import DraftName
from ui.plans.parts import PartList, PartRow
from ui.plans.store import PlanStore


class MilestoneRow(PartRow[MilestoneView]):
    """One milestone: words, day and tick on one line."""

    def values_of(self, part: MilestoneView) -> dict[str, Any]:
        """Return the words of the milestone by field."""
        return {"text": part.words.text, "due_on": part.words.due_on}

    def done_of(self, part: MilestoneView) -> bool:
        """Tell whether the milestone is reached."""
        return part.reached_on is not None

    def change(self, values: dict[str, Any], version: int) -> None:
        """Save the milestone's words."""
        row, said = self.part.id, MilestoneWords(**values)
        self.store.do(lambda uow: plans.change_milestone(uow, milestone_id=row, version=version, words=said), self.form)

    def set_done(self, *, done: bool) -> None:
        """Note the tick."""
        row = self.part.id
        self.store.do(lambda uow: plans.tick_milestone(uow, milestone_id=row, reached=done))

    def shift(self, *, up: bool) -> None:
        """Change places with the neighbour."""
        row = self.part.id
        self.store.do(lambda uow: plans.move_milestone(uow, milestone_id=row, up=up))

    def remove(self) -> None:
        """Take the milestone away; the undo bar brings it back."""
        row = self.part.id
        self.store.do(lambda uow: plans.remove_milestone(uow, milestone_id=row))


class MilestonesList(PartList[MilestoneRow]):
    """The milestones of one goal."""

    def __init__(self, words: Words, today: date, store: PlanStore, goal_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(
            words("New milestone: write it and press Enter"), store, DraftName("plan.milestone.new", goal_id), parent
        )
        self._words, self._today, self._store, self._goal_id = words, today, store, goal_id
        self.added.connect(self._add_milestone)

    def make(self, part: MilestoneView) -> MilestoneRow:
        """Return a row for a milestone."""
        return MilestoneRow(self._words, self._today, self._store, part)

    def _add_milestone(self, text: str) -> None:
        goal_id = self._goal_id
        self._store.do(
            lambda uow: plans.add_milestone(uow, goal_id=goal_id, words=MilestoneWords(text)),
            give_back=lambda: self.put_back(text),
            arrived=self.draft.flush,
        )
