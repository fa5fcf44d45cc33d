"""What is trained, in its order: the list behind the matrix's columns."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jobbpunkt import training
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.training import Unit
from ui import asking
from ui.context import Context
from ui.training.forms import unit_dialog
from ui.widgets.buttons import back, hide_unless, icon_button, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.own_keys import own_key
from ui.widgets.row_table import Column, RowTable


class UnitsPanel(QWidget):
    """The units of a programme; Enter changes, Alt with the arrows moves, Delete removes; `left` when one wants back."""

    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        self._programme: UUID | None = None
        self._may = context.user.may(Permission.RECORD_WORK)
        self._build()
        self._connect()

    def show_programme(self, programme: UUID) -> None:
        """Show what is trained in a programme."""
        self._programme = programme
        self.live.mark_stale()

    def refresh(self) -> None:
        """Load the units."""
        programme = self._programme
        if programme is not None:
            self.live.read(lambda uow: training.units(uow, programme), self.table.set_rows)

    def new_unit(self) -> None:
        """Open the form for one more unit."""
        if self._programme is not None and self._may:
            unit_dialog(self, self.context, self._programme).open()

    def change_unit(self, unit: Unit) -> None:
        """Open the form of a unit."""
        if self._programme is not None and self._may:
            unit_dialog(self, self.context, self._programme, unit).open()

    def remove_unit(self) -> None:
        """Remove the chosen unit, if nobody was assessed in it."""
        chosen = self.table.current()
        if chosen is not None and self._may:
            asking.write(self, self.context, lambda uow: training.remove(uow, chosen.id, chosen.version))

    def move_unit(self, *, up: bool) -> None:
        """Let the chosen unit change places with its neighbour."""
        chosen = self.table.current()
        if chosen is not None and self._may:
            asking.write(self, self.context, lambda uow: training.move(uow, chosen.id, up=up))

    def _build(self) -> None:
        words = self.words
        self.back = back(words("To the matrix"), self.left.emit)
        self.new = primary(words("New training unit"), self.new_unit, icon="plus")
        self.change = secondary(words("Change"), self._change_chosen, icon="pencil")
        self.remove = secondary(words("Remove"), self.remove_unit, icon="trash-2")
        self.up = icon_button("arrow-up", words("Move up (Alt+Up)"), lambda: self.move_unit(up=True))
        self.down = icon_button("arrow-down", words("Move down (Alt+Down)"), lambda: self.move_unit(up=False))
        for button in (self.new, self.change, self.remove, self.up, self.down):
            hide_unless(button, allowed=self._may)
        empty = EmptyState("list-checks", words("No training units yet"), words("Add what the group is trained in."))
        self.table: RowTable[Unit] = RowTable(
            words, self._columns(), lambda row: row.id, empty=empty, name=words("Training units")
        )
        self.setLayout(column(flow(self.back, self.new, self.change, self.remove, self.up, self.down), self.table, spacing=12))

    def _columns(self) -> tuple[Column[Unit], ...]:
        return (
            Column(N_("Training unit"), lambda row: row.data.name, strong=True, stretch=True),
            Column(N_("Part"), lambda row: row.data.part),
            Column(N_("Trained until"), lambda row: row.data.ended_on),
        )

    def _connect(self) -> None:
        self.table.opened.connect(self.change_unit)
        self.table.chosen.connect(self._enable)
        self._enable(None)
        QShortcut(QKeySequence("Ctrl+N"), self, self.new_unit)
        own_key(self.table, QKeySequence.StandardKey.Delete, self.remove_unit)
        own_key(self.table, "Alt+Up", lambda: self.move_unit(up=True))
        own_key(self.table, "Alt+Down", lambda: self.move_unit(up=False))

    def _enable(self, chosen: Unit | None) -> None:
        for button in (self.change, self.remove, self.up, self.down):
            button.setEnabled(chosen is not None)

    def _change_chosen(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self.change_unit(chosen)
