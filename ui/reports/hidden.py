"""What is hidden of a report when it leaves, and why: for whoever may see the persons, before anything leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.measures import HiddenNumber, in_words
from ui.context import Context
from ui.dress import dress
from ui.widgets.buttons import primary
from ui.widgets.dialog_size import open_at
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import row
from ui.widgets.row_table import Column, RowTable


class HiddenDialog(QDialog):
    """Lists the numbers that are hidden, as they are, each with what would become known if it were told."""

    def __init__(self, parent: QWidget, context: Context, hidden: tuple[HiddenNumber, ...]) -> None:
        super().__init__(parent)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = context.words
        self.setWindowTitle(words("Hidden when it leaves"))
        open_at(self, 900, 520)

        def why(one: HiddenNumber) -> str:
            return in_words.why_hidden(one.why, words)

        columns: tuple[Column[HiddenNumber], ...] = (
            Column(N_("Figure"), lambda one: words(one.figure), strong=True),
            Column(N_("Group"), lambda one: words(one.group)),
            Column(N_("Number"), lambda one: one.number, align="right"),
            Column(N_("Why"), why, stretch=True, tip=why),
        )
        self.table: RowTable[HiddenNumber] = RowTable(
            words, columns, lambda one: (one.figure, one.group), name=words("Hidden when it leaves")
        )
        self.table.set_rows(hidden)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addLayout(row(heading(words("Hidden when it leaves")), None, primary(words("Done"), self.accept)))
        layout.addWidget(muted(words("These numbers are for your eyes: paper, files and commands do not tell them.")))
        layout.addWidget(self.table, 1)
        self.reason = muted("")  # the whole of it, where large text leaves two lines of a row
        layout.addWidget(self.reason)
        self.table.chosen.connect(lambda one: self.reason.setText(why(one) if one else ""))
        self.table.selectRow(0)
