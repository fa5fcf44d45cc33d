"""The right of the meeting: the person's applications and the goals of their plans, to talk about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import applications, plans
from jobbpunkt.applications import ApplicationRow
from jobbpunkt.plans import GoalLine
from jobbpunkt.register.permissions import Permission
from ui.context import Context
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, muted, small
from ui.widgets.layouts import clear, column
from ui.widgets.page import scrolling

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading

WIDTH = 232
MOST = 6


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a meeting: applications and goals of those who take part."""

    applications: tuple[ApplicationRow, ...]
    goals: tuple[GoalLine, ...]


def read_around(uow: Reading, people: tuple[UUID, ...]) -> Around:
    """Return the applications and goals of some people, as far as the reader may see them."""
    sees_plans = uow.user.may(Permission.SEE_PLANS)
    return Around(
        tuple(row for person in people for row in applications.of_person(uow, person)),
        tuple(goal for person in people for goal in plans.goals_of_person(uow, person)) if sees_plans else (),
    )


class AroundPanel(QWidget):
    """Shows applications and goals; they are changed on their own pages."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self._applications = Card(self.words("Applications"))
        self._goals = Card(self.words("Goals"))
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(0, 0, 8, 0)
        inner.setSpacing(16)
        inner.addWidget(self._goals)
        inner.addWidget(self._applications)
        inner.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(holder, self.words("Goals and applications")))

    def show_around(self, found: Around) -> None:
        """Show the latest applications and the goals of open plans."""
        clear(self._applications.body)
        for row in found.applications[:MOST]:
            self._applications.add(self._application(row))
        if not found.applications:
            self._applications.add(muted(self.words("No applications yet.")))
        clear(self._goals.body)
        for goal in found.goals:
            self._goals.add(self._goal(goal))
        if not found.goals:
            self._goals.add(muted(self.words("No plan with goals yet.")))

    def _application(self, row: ApplicationRow) -> QVBoxLayout:
        reached = self.words.day(row.reached_on, "short") if row.reached_on else ""
        title = PlainLabel(f"{row.position}, {row.employer}", "strong")
        return column(title, small(" · ".join(filter(None, (self.words(row.stage.label), reached)))), spacing=1)

    def _goal(self, goal: GoalLine) -> QVBoxLayout:
        about = [self.words(goal.kind.label)]
        if goal.rating is not None:
            about.append(self.words("{value} of 10", value=goal.rating))
        lines = column(PlainLabel(goal.title, "strong"), small(" · ".join(about)), spacing=1)
        for step in goal.steps[:MOST]:
            lines.addWidget(muted(f"– {step.words.text}"))
        return lines
