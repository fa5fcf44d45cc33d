"""The milestones of a goal, and its steps: what, who, by when."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu

from jobbpunkt import plans
from jobbpunkt.plans import MilestoneView, MilestoneWords, StepView, StepWords
from models.vocabulary import Responsible
from ui.icons import icon
from ui.plans.asked_step import carried_words
from ui.plans.parts import Deeds, PartList, PartRow
from ui.plans.store import PlanStore
from ui.theme import scaled
from ui.widgets.field import Field
from ui.widgets.flow import flow
from ui.widgets.forms import ChoiceField, LineField
from ui.widgets.labels import small
from ui.widgets.layouts import boxed, row


class MilestoneRow(PartRow[MilestoneView]):
    """One milestone: words, day and tick on one line."""

    deeds = Deeds(
        add=lambda uow, goal, text: plans.add_milestone(uow, goal_id=goal, words=MilestoneWords(text)),
        change=lambda uow, part, version, values: plans.change_milestone(
            uow, milestone_id=part, version=version, words=MilestoneWords(values["text"], values["due_on"])
        ),
        tick=lambda uow, part, done: plans.tick_milestone(uow, milestone_id=part, reached=done),
        move=lambda uow, part, up: plans.move_milestone(uow, milestone_id=part, up=up),
        remove=lambda uow, part: plans.remove_milestone(uow, milestone_id=part),
    )

    def done_of(self, part: MilestoneView) -> bool:
        """Tell whether the milestone is reached."""
        return part.reached_on is not None


class StepRow(PartRow[StepView]):
    """One step; "someone else" opens a line for who that is."""

    deeds = Deeds(
        add=lambda uow, goal, text: plans.add_step(uow, goal_id=goal, words=StepWords(text)),
        change=lambda uow, part, version, values: plans.change_step(
            uow, step_id=part, version=version, words=StepWords(**values)
        ),
        tick=lambda uow, part, done: plans.tick_step(uow, step_id=part, done=done),
        move=lambda uow, part, up: plans.move_step(uow, step_id=part, up=up),
        remove=lambda uow, part: plans.remove_step(uow, step_id=part),
    )

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
        self.fate = small("")
        grid.addLayout(flow(self.responsible, self.who, boxed(row(caption, self.day, spacing=6)), spacing=6), 1, 1)
        grid.addWidget(self.fate, 2, 1)
        grid.setColumnStretch(1, 1)

    def done_of(self, part: StepView) -> bool:
        """Tell whether the step is done."""
        return part.done_on is not None

    def show_part(self, part: StepView) -> None:
        """Show the step, what has become of it, and the line for a name where one is needed."""
        super().show_part(part)
        self.take_up.setVisible(part.dropped_on is not None)
        self.fate.setText(self._told(part))
        self.fate.setVisible(bool(self.fate.text()))
        self.responsible.box.setAccessibleName(self.words("Who does it: {text}", text=part.words.text))
        self.who.line.setAccessibleName(self.words("Who?"))
        self._show_who()

    def fill_menu(self, menu: QMenu) -> None:
        """Offer besides to take up again what was given up."""
        super().fill_menu(menu)
        self.take_up = QAction(icon("undo-2"), self.words("Take it up again"), menu)
        self.take_up.triggered.connect(self._take_up)
        menu.addAction(self.take_up)

    def struck(self, part: StepView) -> bool:
        """Tell whether the step is no longer to be done."""
        return not part.is_open

    def _take_up(self) -> None:
        step = self.part.id
        self.store.do(lambda uow: plans.take_up_step(uow, step_id=step))

    def _told(self, part: StepView) -> str:
        """Say that the step was carried on, or given up and why."""
        words = self.words
        if part.dropped_on is not None:
            return words("Dropped {day}: {reason}", day=words.day(part.dropped_on), reason=part.reason)
        return carried_words(words, part.carried).capitalize()

    def _show_who(self) -> None:
        self.who.setVisible(self.responsible.value() is Responsible.OTHER)


def milestones_list(store: PlanStore, goal_id: UUID) -> PartList[MilestoneRow]:
    """Return the list of a goal's milestones."""
    placeholder = store.context.words("New milestone: write it and press Enter")
    return PartList(MilestoneRow, store, goal_id, placeholder, "plan.milestone.new")


def steps_list(store: PlanStore, goal_id: UUID) -> PartList[StepRow]:
    """Return the list of a goal's steps."""
    return PartList(StepRow, store, goal_id, store.context.words("New step: write it and press Enter"), "plan.step.new")
