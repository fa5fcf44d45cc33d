"""The steps of a goal: what, who, by when."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.i18n import Words
from jobbpunkt.plans import StepView, StepWords
from models.vocabulary import Responsible
from ui.drafts.naming import DraftName
from ui.plans.parts import PartList, PartRow
from ui.plans.store import PlanStore
from ui.theme import scaled
from ui.widgets.field import Field
from ui.widgets.flow import flow
from ui.widgets.forms import ChoiceField, LineField
from ui.widgets.labels import small
from ui.widgets.layouts import boxed, row


class StepRow(PartRow[StepView]):
    """One step; "someone else" opens a line for who that is."""

    def extra_fields(self) -> dict[str, Field[Any]]:
        """Make who does it, and the name of somebody else."""
        self.responsible = ChoiceField("", [(value, self.words(value.label)) for value in Responsible])
        self.responsible.box.setMinimumContentsLength(8)
        widest = max(self.fontMetrics().horizontalAdvance(self.words(value.label)) for value in Responsible)
        self.responsible.setFixedWidth(widest + 52)
        self.who = LineField(placeholder=self.words("Who?"))
        self.who.setMinimumWidth(scaled(140))
        self.responsible.changed.connect(self._show_who)
        return {"responsible": self.responsible, "who": self.who}

    def lay_out(self) -> None:
        """Put the words across, and who and when below them: neither is then cut off."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.tick, 0, 0)
        grid.addWidget(self.line, 0, 1)
        grid.addWidget(self.more, 0, 2)
        caption = small(self.words("By when"))
        caption.setWordWrap(False)
        # With large letters when goes on in a line below who.
        grid.addLayout(flow(self.responsible, self.who, boxed(row(caption, self.day, spacing=6)), spacing=6), 1, 1)
        grid.setColumnStretch(1, 1)

    def values_of(self, part: StepView) -> dict[str, Any]:
        """Return the words of the step by field."""
        said = part.words
        return {"text": said.text, "responsible": said.responsible, "who": said.who, "due_on": said.due_on}

    def done_of(self, part: StepView) -> bool:
        """Tell whether the step is done."""
        return part.done_on is not None

    def show_part(self, part: StepView) -> None:
        """Show the step, and the line for a name where one is needed."""
        super().show_part(part)
        self.responsible.box.setAccessibleName(self.words("Who does it: {text}", text=part.words.text))
        self.who.line.setAccessibleName(self.words("Who?"))
        self._show_who()

    def change(self, values: dict[str, Any], version: int) -> None:
        """Save the step's words."""
        step_id, said = self.part.id, StepWords(**values)
        self.store.do(lambda uow: plans.change_step(uow, step_id=step_id, version=version, words=said), self.form)

    def set_done(self, *, done: bool) -> None:
        """Note the tick."""
        step_id = self.part.id
        self.store.do(lambda uow: plans.tick_step(uow, step_id=step_id, done=done))

    def shift(self, *, up: bool) -> None:
        """Change places with the neighbour."""
        step_id = self.part.id
        self.store.do(lambda uow: plans.move_step(uow, step_id=step_id, up=up))

    def remove(self) -> None:
        """Take the step away; the undo bar brings it back."""
        step_id = self.part.id
        self.store.do(lambda uow: plans.remove_step(uow, step_id=step_id))

    def _show_who(self) -> None:
        self.who.setVisible(self.responsible.value() is Responsible.OTHER)


class StepsList(PartList[StepRow]):
    """The steps of one goal."""

    def __init__(self, words: Words, today: date, store: PlanStore, goal_id: UUID, parent: QWidget | None = None) -> None:
        super().__init__(words("New step: write it and press Enter"), store, DraftName("plan.step.new", goal_id), parent)
        self._words, self._today, self._store, self._goal_id = words, today, store, goal_id
        self.added.connect(self._add_step)

    def make(self, part: StepView) -> StepRow:
        """Return a row for a step."""
        return StepRow(self._words, self._today, self._store, part)

    def _add_step(self, text: str) -> None:
        goal_id = self._goal_id
        self._store.do(
            lambda uow: plans.add_step(uow, goal_id=goal_id, words=StepWords(text)),
            give_back=lambda: self.put_back(text),
            arrived=self.draft.flush,
        )
