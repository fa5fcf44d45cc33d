"""The places that reports speak of: districts, meeting places, yards."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import places
from jobbpunkt.base.words import N_
from jobbpunkt.places import PlaceRow
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.context import Context
from ui.places.form import place_dialog
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.layouts import column, row
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable


class PlacesTab(QWidget):
    """A table of places with the form for a new one; Enter changes one."""

    title = N_("Places")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        words, may = self.words, context.user.may(Permission.EDIT_EVENTS)
        self.add = primary(words("New place"), lambda: place_dialog(self, context).open(), icon="plus")
        self.remove = secondary(words("Remove"), self._remove, icon="trash-2")
        for button in (self.add, self.remove):
            hide_unless(button, allowed=may)
        self.remove.setEnabled(False)
        empty = EmptyState("target", words("No places yet"), words("Add the districts and the meeting places."))
        self.table: RowTable[PlaceRow] = RowTable(words, self._columns(), lambda row: row.id, empty=empty, name=words(self.title))
        if may:
            self.table.opened.connect(lambda chosen: place_dialog(self, context, chosen).open())
        self.table.chosen.connect(lambda chosen: self.remove.setEnabled(chosen is not None))
        outer = column(row(None, self.remove, self.add), self.table, spacing=12)
        outer.setContentsMargins(0, 12, 0, 0)
        self.setLayout(outer)

    def refresh(self) -> None:
        """Load the places."""
        self.live.read(places.rows, self.table.set_rows)

    def _columns(self) -> tuple[Column[PlaceRow], ...]:
        words = self.words
        return (
            Column(N_("Name"), lambda row: row.data.name, stretch=True, strong=True),
            Column(N_("Kind of place"), lambda row: words(row.data.kind.label)),
            Column(N_("District"), lambda row: row.data.district),
            Column(N_("Run by"), lambda row: row.data.run_by),
        )

    def _remove(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            key, version = chosen.id, chosen.version
            asking.write(self, self.context, lambda uow: places.remove(uow, key, version))
