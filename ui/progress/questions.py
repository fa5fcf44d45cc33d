"""The questions that are asked: put in other words, asked no longer, or asked again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jobbpunkt import progress
from jobbpunkt.base.words import N_
from jobbpunkt.progress import QuestionView
from ui import asking
from ui.context import Context
from ui.dress import dress
from ui.progress.dialogs import question_dialog
from ui.widgets.buttons import primary, secondary
from ui.widgets.dialog_size import open_at
from ui.widgets.flow import flow
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import row
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable


class QuestionsDialog(QDialog):
    """Lists the questions; Enter puts one in other words."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context, self.words = context, context.words
        words = self.words
        self.setWindowTitle(words("The questions"))
        open_at(self, 760, 460)
        self.live = Live(self, context, self.refresh)
        columns: tuple[Column[QuestionView], ...] = (
            Column(N_("What it is about"), lambda one: one.words.area, strong=True),
            Column(N_("How the participant is asked"), lambda one: one.words.asks_participant, stretch=True),
            Column(N_("Scale"), lambda one: words(one.words.scale.label)),
            Column(N_("Asked"), lambda one: words("Asked no longer") if one.retired_on else words("Asked")),
        )
        self.table: RowTable[QuestionView] = RowTable(words, columns, lambda one: one.id, name=words("The questions"))
        self.table.opened.connect(lambda one: question_dialog(self, self.context, one).open())
        self.table.chosen.connect(self._offer)
        self.new = secondary(words("New question"), lambda: question_dialog(self, self.context).open(), icon="plus")
        self.stop = secondary(words("Ask it no longer"), self.retire)
        done = primary(words("Done"), self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addLayout(row(heading(words("The questions")), None, done))
        layout.addWidget(muted(words("What is about health belongs in the plan for better health.")))
        layout.addLayout(flow(self.new, self.stop))
        layout.addWidget(self.table, 1)
        self._offer(None)

    def refresh(self) -> None:
        """Load the questions."""
        self.live.read(progress.questions, self.table.set_rows)

    def retire(self) -> None:
        """Ask the chosen question no longer, or again."""
        one = self.table.current()
        if one is not None:
            asked = one.retired_on is None
            asking.write(self, self.context, lambda uow: progress.retire_question(uow, one.id, one.version, retired=asked))

    def _offer(self, one: QuestionView | None) -> None:
        self.stop.setEnabled(one is not None)
        again = one is not None and one.retired_on is not None
        self.stop.setText(self.words("Ask it again") if again else self.words("Ask it no longer"))
