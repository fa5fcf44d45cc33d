"""The versions of the chosen CV or letter: open one, or make an older one the latest again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.words import N_
from jobbpunkt.written.versioned import VersionRow
from ui import asking
from ui.context import Context
from ui.cvs.written import Written, service_of
from ui.widgets.buttons import secondary
from ui.widgets.labels import heading
from ui.widgets.layouts import row
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable

if TYPE_CHECKING:
    from jobbpunkt.base.changes import Change
    from jobbpunkt.register.unit_of_work import Reading


class Versions(QWidget):
    """Lists the versions of one CV or letter; `opened` is emitted with it and the version's number."""

    opened = Signal(object, int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.context, self.words = context, context.words
        self._written: Written | None = None
        self.live = Live(self, context, self.refresh)
        columns: tuple[Column[VersionRow], ...] = (
            Column(N_("Version"), lambda version: version.number, align="right", strong=True),
            Column(N_("Saved"), lambda version: version.made_at),
            Column(N_("By"), lambda version: version.made_by, stretch=True),
        )
        self.title = heading("")
        self.table: RowTable[VersionRow] = RowTable(self.words, columns, lambda version: version.id, name=self.words("Versions"))
        self.open_button = secondary(self.words("Open"), self._open_current, icon="pencil")
        self.restore_button = secondary(self.words("Make it the newest"), self._restore, icon="history")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.table, 1)
        layout.addLayout(row(self.open_button, self.restore_button, None))
        self.table.opened.connect(lambda version: self._open(version.number))
        self.table.chosen.connect(self._show_buttons)
        self.show_written(None)

    def refresh(self) -> None:
        """Load the versions anew."""
        written = self._written
        if written is not None:
            service = service_of(written.letter)
            self.live.read(lambda uow: service.versions(uow, written.row.id), self._show)

    def show_written(self, written: Written | None) -> None:
        """Load the versions of a CV or letter."""
        self._written = written
        self.setVisible(written is not None)
        if written is not None:
            self.title.setText(written.row.title)
            self.live.mark_stale()

    def _show(self, versions: tuple[VersionRow, ...]) -> None:
        self.table.set_rows(versions)
        if self.table.current() is None and versions:
            self.table.selectRow(0)

    def _show_buttons(self, version: VersionRow | None) -> None:
        latest = self._written.row.latest if self._written is not None else 0
        self.open_button.setEnabled(version is not None)
        self.restore_button.setEnabled(version is not None and version.number != latest)

    def _open_current(self) -> None:
        version = self.table.current()
        if version is not None:
            self._open(version.number)

    def _open(self, number: int) -> None:
        if self._written is not None:
            self.opened.emit(self._written, number)

    def _restore(self) -> None:
        version, written = self.table.current(), self._written
        if version is None or written is None:
            return

        def work(uow: Reading) -> Change:
            change: Change = service_of(written.letter).restore(uow, written.row.id, version.number, written.row.latest)
            return change

        asking.write(self, self.context, work)
