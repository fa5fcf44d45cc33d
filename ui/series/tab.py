"""What comes back, such as a dance school: when it ran, how often, and how many came as somebody told."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import series
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.series import SeriesRow
from models.vocabulary import StaffRole
from ui import asking
from ui.context import Context
from ui.series.form import series_dialog
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.layouts import column, row
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable


class SeriesTab(QWidget):
    """A table of series with the form for a new one; Enter changes one."""

    title = N_("Series")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        words = self.words
        self._may = context.user.may(Permission.EDIT_EVENTS)
        self.add = primary(words("New series"), self.add_one, icon="plus")
        self.remove = secondary(words("Remove"), self._remove, icon="trash-2")
        for button in (self.add, self.remove):
            hide_unless(button, allowed=self._may)
        self.remove.setEnabled(False)
        empty = EmptyState("calendar-days", words("No series yet"), words("Add what comes back, such as a dance school."))
        self.table: RowTable[SeriesRow] = RowTable(
            words, self._columns(), lambda row: row.id, empty=empty, name=words(self.title)
        )
        if self._may:
            self.table.opened.connect(lambda chosen: series_dialog(self, context, chosen).open())
        self.table.chosen.connect(lambda chosen: self.remove.setEnabled(chosen is not None))
        outer = column(row(None, self.remove, self.add), self.table, spacing=12)
        outer.setContentsMargins(0, 12, 0, 0)
        self.setLayout(outer)

    def refresh(self) -> None:
        """Load the series."""
        self.live.read(series.rows, self.table.set_rows)

    def add_one(self) -> None:
        """Open the form for a new series."""
        if self._may:
            series_dialog(self, self.context).open()

    def _columns(self) -> tuple[Column[SeriesRow], ...]:
        words = self.words
        return (
            Column(N_("Name"), lambda row: row.data.name, stretch=True, strong=True, tip=lambda row: row.data.place),
            Column(N_("From"), lambda row: row.data.starts_on),
            Column(N_("Last day"), lambda row: row.data.ends_on),
            Column(N_("Occasions"), _occasions, align="right"),
            Column(N_("Each time"), self._each, align="right"),
            Column(N_("Participations, reckoned"), lambda row: row.participations, align="right"),
            Column(N_("Led by"), lambda row: "" if row.data.led_by is StaffRole.NOT_STATED else words(row.data.led_by.label)),
        )

    def _each(self, row: SeriesRow) -> str:
        told = row.data
        return told.attendance_said or ("" if told.attendance is None else self.words.number(told.attendance))

    def _remove(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            key, version = chosen.id, chosen.version
            asking.write(self, self.context, lambda uow: series.remove(uow, key, version))


def _occasions(row: SeriesRow) -> int | None:
    """Return how many there were as somebody told, or where nobody has, as stand in the register."""
    return row.recorded or None if row.data.occasions is None else row.data.occasions
