"""What has left the program: every report that was printed or written to a file, the latest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.disclosure import Released, releases
from jobbpunkt.reports import Kind
from ui.context import Context
from ui.dress import dress
from ui.widgets.buttons import primary
from ui.widgets.dialog_size import open_at
from ui.widgets.empty import EmptyState
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import row
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable


class ReleasedDialog(QDialog):
    """Lists what has left; none of it can be called back, so there is nothing to do but read."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = words = context.words
        self.setWindowTitle(words("What has left"))
        open_at(self, 900, 480)
        self.live = Live(self, context, self.refresh)
        empty = EmptyState(
            "chart-column", words("Nothing has left"), words("Reports that are printed or saved are remembered here.")
        )
        columns: tuple[Column[Released], ...] = (
            Column(N_("When"), lambda one: one.at),
            Column(N_("Report"), lambda one: _named(one, words), strong=True, stretch=True),
            Column(N_("Days"), lambda one: f"{one.first} – {one.last}"),
            Column(N_("As"), lambda one: one.form.upper()),
            Column(N_("By"), lambda one: one.by),
            Column(N_("Hidden"), lambda one: sum(value is None for value in one.told.values()), align="right"),
        )
        self.table: RowTable[Released] = RowTable(words, columns, lambda one: one.id, empty=empty, name=words("What has left"))
        explained = words(
            "Figures about persons that have left are held against each further report: what would tell of few together with them"
            " is hidden in it."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addLayout(row(heading(words("What has left")), None, primary(words("Done"), self.accept)))
        layout.addWidget(muted(explained))
        layout.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Load what has left."""
        self.live.read(releases.all_released, self.table.set_rows)


def _named(one: Released, words: Words) -> str:
    return next((words(kind.label) for kind in Kind if kind.value == one.report), one.report)
