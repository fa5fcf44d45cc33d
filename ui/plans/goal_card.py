"""One goal: its words, its milestones and steps, and how near it feels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.plans import GoalView, GoalWords
from jobbpunkt.suggestions import SuggestionRow
from ui.drafts.naming import DraftName
from ui.plans.live_form import LiveForm
from ui.plans.part_rows import milestones_list, steps_list
from ui.plans.parts import day_width
from ui.plans.ratings import RatingRow
from ui.plans.store import PlanStore
from ui.widgets.buttons import icon_button, link
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.forms import DateField, LineField, LongTextField
from ui.widgets.growing import growing
from ui.widgets.labels import PlainLabel, small
from ui.widgets.layouts import row

AROUND = ("resources", "obstacles", "support", "signs")


class GoalCard(Card):
    """Saves itself as it is typed; what helps and hinders is folded away until it is wanted or filled in."""

    def __init__(self, store: PlanStore, goal: GoalView, parent: QWidget | None = None) -> None:
        words = store.context.words
        self.up = icon_button("arrow-up", words("Move the goal up"), lambda: self._move(up=True))
        self.down = icon_button("arrow-down", words("Move the goal down"), lambda: self._move(up=False))
        self.drop = icon_button("trash-2", words("Remove the goal"), self._remove)
        super().__init__(" ", self.up, self.down, self.drop, parent=parent)
        self.words, self.store, self.goal_id = words, store, goal.id
        self._make_fields()
        self.milestones = milestones_list(store, goal.id)
        self.steps = steps_list(store, goal.id)
        self.progress = small("")
        self.rating = RatingRow(store, goal.id)
        self._lay_out()
        self.show_goal(goal, 1)

    def show_goal(self, goal: GoalView, number: int) -> None:
        """Show the goal as the register holds it, as the goal with that number."""
        if self.heading is not None:
            self.heading.setText(self.words("Goal {number}", number=number))
        self.form.show_values(asdict(goal.words), goal.version)
        self.milestones.show_parts(goal.milestones)
        self.steps.show_parts(goal.steps)
        self.rating.show_ratings(goal.ratings)
        done = self.words.plural("{done} of {n} step done", "{done} of {n} steps done", len(goal.steps), done=goal.steps_done)
        self.progress.setText(done if goal.steps else "")
        self._unfold(shown=self.around.isVisibleTo(self) or any(getattr(goal.words, name) for name in AROUND))

    def offer(self, offered: Sequence[SuggestionRow]) -> None:
        """Offer steps: those of this goal where it is a suggested one, else those of every goal."""
        steps = [row for row in offered if row.goal_id is not None]
        own = [row for row in steps if row.goal == self.title.value()]
        self.steps.suggesting.offer(row.text for row in own or steps)

    def set_place(self, *, first: bool, last: bool) -> None:
        """Close the arrows that lead nowhere."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close the whole goal."""
        self.form.set_enabled(enabled=enabled)
        self.milestones.set_enabled(enabled=enabled)
        self.steps.set_enabled(enabled=enabled)
        self.rating.set_enabled(enabled=enabled)
        for button in (self.up, self.down, self.drop):
            button.setVisible(enabled)

    def flush(self) -> None:
        """Save now what has been typed anywhere in the goal."""
        self.form.flush()
        self.rating.form.flush()
        self.milestones.flush()
        self.steps.flush()

    @property
    def dirty(self) -> bool:
        """Whether something typed is not yet saved."""
        return self.form.dirty or self.rating.form.dirty or self.milestones.dirty or self.steps.dirty

    def _make_fields(self) -> None:
        words = self.words
        self.title = LineField(words("The goal"), placeholder=words("What shall be reached? Small enough to see the end of it."))
        self.due_on = DateField(words, words("To be reached by"), today=self.store.context.clock.today())
        self.measure = LineField(words("How we know that it is reached"))
        captions = {
            "resources": words("Resources and strengths"),
            "obstacles": words("Obstacles"),
            "support": words("Support that is needed"),
            "signs": words("Signs of progress"),
        }
        self.long = {name: growing(LongTextField(caption)) for name, caption in captions.items()}
        fields: dict[str, Field[Any]] = {"title": self.title, "measure": self.measure, **self.long, "due_on": self.due_on}
        self.form = LiveForm(self.store.context, fields, self._save, self)
        self.form.keep_under(self.store.place(DraftName("plan.goal", self.goal_id)), self.store.bar)

    def _lay_out(self) -> None:
        self.add(self.title)
        line = row(spacing=14)
        line.addWidget(self.measure, 1)
        line.addWidget(self.due_on)
        self.due_on.setFixedWidth(day_width(self) + 30)
        self.add(line)
        self.unfold = link(self.words("Add resources, obstacles, support and signs of progress"), self._open_around)
        self.around = QWidget()
        self.around.setProperty("ground", "none")
        grid = QGridLayout(self.around)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        for place, name in enumerate(AROUND):
            grid.addWidget(self.long[name], place // 2, place % 2)
        self.around.hide()
        self.add(row(self.unfold, None))
        self.add(self.around)
        self.body.addLayout(self._listed(self.words("Milestones"), self.milestones, None))
        self.body.addLayout(self._listed(self.words("Steps"), self.steps, self.progress))
        self.add(self.rating)

    def _listed(self, caption: str, parts: QWidget, beside: PlainLabel | None) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(5)
        head = row(PlainLabel(caption, "field"), None)
        if beside is not None:
            beside.setWordWrap(False)
            head.addWidget(beside)
        column.addLayout(head)
        column.addWidget(parts)
        return column

    def _open_around(self) -> None:
        self._unfold(shown=True)
        self.long["resources"].setFocus()

    def _unfold(self, *, shown: bool) -> None:
        self.around.setVisible(shown)
        self.unfold.setVisible(not shown)

    def _save(self, values: dict[str, Any], version: int) -> None:
        goal_id, said = self.goal_id, GoalWords(**values)
        self.store.do(lambda uow: plans.change_goal(uow, goal_id=goal_id, version=version, words=said), self.form)

    def _move(self, *, up: bool) -> None:
        self.flush()
        goal_id: UUID = self.goal_id
        self.store.do(lambda uow: plans.move_goal(uow, goal_id=goal_id, up=up))

    def _remove(self) -> None:
        goal_id: UUID = self.goal_id
        self.store.do(lambda uow: plans.remove_goal(uow, goal_id=goal_id))
