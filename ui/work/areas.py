"""The tab of areas: where the group works, and beside the chosen one what is done there and how often."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtGui import QKeySequence

from jobbpunkt import work
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.work import AreaView, WorkProgramme
from ui import asking
from ui.widgets.beside import Beside
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.layouts import boxed, column
from ui.widgets.own_keys import own_key
from ui.widgets.page import part, scrolling
from ui.widgets.row_table import Column, RowTable
from ui.work import forms
from ui.work.tab import WorkTab
from ui.work.tasks import TasksPanel

LEFT = 380


class AreasTab(WorkTab):
    """The areas of one programme; Enter changes, Ctrl+N adds, Delete removes."""

    _wanted: UUID | None = None

    def show_programme(self, programme: WorkProgramme) -> None:
        """Show the areas of another programme, or the same anew."""
        self.tasks.show_programme(programme)
        super().show_programme(programme)

    def show_record(self, record: UUID) -> None:
        """Choose an area."""
        self._wanted = record
        self.live.mark_stale()

    def refresh(self) -> None:
        """Load the areas."""
        programme = self.programme
        if programme is not None:
            self.live.read(lambda uow: work.areas(uow, programme.id), self._show)

    def add_area(self) -> None:
        """Open the form for a new area."""
        if self.programme is not None and self._may:
            dialog = forms.area_dialog(self, self.context, self.programme.id)
            dialog.saved.connect(lambda change: self.show_record(change.record))
            dialog.open()

    def change_area(self, area: AreaView) -> None:
        """Open the form of an area."""
        if self.programme is not None and self._may:
            forms.area_dialog(self, self.context, self.programme.id, area).open()

    def remove_area(self) -> None:
        """Remove the chosen area; the undo bar brings it back."""
        chosen = self.table.current()
        if chosen is not None and self._may:
            asking.write(self, self.context, lambda uow: work.remove_area(uow, chosen.id))

    def _build(self) -> None:
        words = self.words
        self._may = self.context.user.may(Permission.RECORD_WORK)
        self.new = primary(words("New area"), self.add_area, icon="plus")
        self.change = secondary(words("Change"), lambda: self._with_chosen(), icon="pencil")
        self.remove = secondary(words("Remove"), self.remove_area, icon="trash-2")
        for button in (self.new, self.change, self.remove):
            hide_unless(button, allowed=self._may)
        empty = EmptyState("sparkles", words("No areas yet"), words("Add the stairwells, cellars and laundries of the group."))
        named = words("Work areas")
        self.table: RowTable[AreaView] = RowTable(words, self._columns(), lambda row: row.id, empty=empty, name=named)
        self.tasks = TasksPanel(self.context)
        left = boxed(column(flow(self.new, self.change, self.remove), self.table, spacing=12))
        whole = Beside(self.tasks, part(left), LEFT, least=460, tall=300, spacing=24, first=True)
        self.setLayout(column(scrolling(whole)))

    def _columns(self) -> tuple[Column[AreaView], ...]:
        words, today = self.words, self.context.clock.today()
        return (
            Column(N_("Name"), lambda row: row.data.name, stretch=True, strong=True),
            Column(N_("Kind"), lambda row: words(row.data.kind.label) if row.used(today) else words("left")),
        )

    def _connect(self) -> None:
        self.table.opened.connect(self.change_area)
        self.table.chosen.connect(self._choose)
        own_key(self, "Ctrl+N", self.add_area, inside=True)
        own_key(self.table, QKeySequence.StandardKey.Delete, self.remove_area)

    def _show(self, areas: tuple[AreaView, ...]) -> None:
        kept = self._wanted or (now.id if (now := self.table.current()) else None)
        self._wanted = None
        self.table.set_rows(areas)
        if not (kept and self.table.select(kept)) and areas:
            self.table.select(areas[0].id)
        self._choose(self.table.current())

    def _choose(self, area: AreaView | None) -> None:
        for button in (self.change, self.remove):
            button.setEnabled(area is not None)
        self.tasks.show_area(area)

    def _with_chosen(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self.change_area(chosen)
