"""The left of the meeting: what was said and agreed last time, and what is still to be done."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.clock import day_of
from jobbpunkt.coaching import LastTime, SessionDetails
from ui.coaching.step_lines import StepLines
from ui.context import Context
from ui.widgets.card import Card
from ui.widgets.labels import muted, text
from ui.widgets.page import scrolling

WIDTH = 284


class BeforePanel(QWidget):
    """Shows the meeting before this one; the steps can be ticked with Space."""

    def __init__(self, context: Context, follows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = self.words = context.words
        self._when = muted("")
        self._said = text("")
        self._last = Card(words("Last time"))
        self._last.add(self._when)
        self._last.add(self._said)
        self.steps = StepLines(context, follows, words("Nothing is left to do from before."))
        left = Card(words("Agreed before"))
        left.add(self.steps)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        column.addWidget(left)
        column.addWidget(self._last)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(holder, words("Agreed before")))

    def show_details(self, found: SessionDetails) -> None:
        """Show what came before this meeting."""
        self.steps.show_steps(found.earlier, named=len(found.row.people) > 1)
        last = found.last
        self._when.setText(self._last_when(last))
        said = (last.note or last.summary) if last else ""
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def _last_when(self, last: LastTime | None) -> str:
        if last is None:
            return self.words("This is the first meeting.")
        return " · ".join((self.words.day(day_of(last.starts_at), "long"), self.words(last.kind.label)))
