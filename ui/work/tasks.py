"""What is done in one area, in order, with the forms that add to it and put it right."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from jobbpunkt import work
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.work import AreaView, TaskView, WorkProgramme
from jobbpunkt.work.how_often import how_often
from ui import asking
from ui.context import Context
from ui.widgets.buttons import hide_unless, icon_button, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import column
from ui.widgets.live import Live
from ui.widgets.own_keys import own_key
from ui.widgets.page import part
from ui.widgets.row_table import Column, RowTable
from ui.work import forms
from ui.work.notice import NoticePaper


class TasksPanel(QWidget):
    """The tasks of the chosen area; Enter changes, Alt with the arrows moves, Delete removes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        part(self)
        self.context, self.words = context, context.words
        self._programme: WorkProgramme | None = None
        self._area: AreaView | None = None
        self.live = Live(self, context, self.refresh)
        self._may = context.user.may(Permission.RECORD_WORK)
        self._build()
        self._connect()

    def show_programme(self, programme: WorkProgramme) -> None:
        """Note whose tasks these are."""
        self._programme = programme

    def refresh(self) -> None:
        """Load what is done in the chosen area."""
        area = self._area
        if area is not None:
            self.live.read(lambda uow: work.tasks_of_area(uow, area.id), self.table.set_rows)

    def show_area(self, area: AreaView | None) -> None:
        """Show what is done in an area."""
        if area is None or (self._area is not None and self._area.id != area.id):
            self.table.set_rows(())
        self._area = area
        self.setVisible(area is not None)
        if area is not None:
            data, words = area.data, self.words
            until = words("until {day}", day=words.day(data.ended_on, "long")) if data.ended_on else ""
            self.title.setText(data.name)
            self.facts.setText(" · ".join(one for one in (words(data.kind.label), data.site, until, data.note) if one))
            self.live.mark_stale()

    def add_task(self) -> None:
        """Open the form for one more task."""
        if self._programme is not None and self._area is not None:
            forms.task_dialog(self, self.context, self._programme.id, self._area).open()

    def change_task(self, task: TaskView) -> None:
        """Open the form of a task."""
        if self._programme is not None and self._area is not None and self._may:
            forms.task_dialog(self, self.context, self._programme.id, self._area, task).open()

    def remove_task(self) -> None:
        """Remove the chosen task; the undo bar brings it back."""
        chosen = self.table.current()
        if chosen is not None and self._may:
            asking.write(self, self.context, lambda uow: work.remove_task(uow, chosen.id))

    def move_task(self, *, up: bool) -> None:
        """Let the chosen task change places with its neighbour."""
        chosen = self.table.current()
        if chosen is not None and self._may:
            asking.write(self, self.context, lambda uow: work.move_task(uow, chosen.id, up=up))

    def print_notice(self) -> None:
        """Show the notice that hangs in the area."""
        if self._area is not None:
            NoticePaper(self, self.context, self._area).open()

    def _build(self) -> None:
        words = self.words
        self.title, self.facts = heading(""), muted("")
        self.new = secondary(words("New task"), self.add_task, icon="plus")
        self.remove = secondary(words("Remove"), self.remove_task, icon="trash-2")
        self.print = secondary(words("Print the notice …"), self.print_notice, icon="printer")
        self.up = icon_button("arrow-up", words("Move up (Alt+Up)"), lambda: self.move_task(up=True))
        self.down = icon_button("arrow-down", words("Move down (Alt+Down)"), lambda: self.move_task(up=False))
        for button in (self.new, self.remove, self.up, self.down):
            hide_unless(button, allowed=self._may)
        hint = words("Say what is cleaned and how often: the notice in the stairwell and the checklists are made from it.")
        empty = EmptyState("list-checks", words("Nothing said about the work here"), hint)
        self.table: RowTable[TaskView] = RowTable(
            words, self._columns(), lambda row: row.id, empty=empty, name=words("What is done here")
        )
        head = column(self.title, self.facts, spacing=2)
        outer = column(head, flow(self.new, self.remove, self.up, self.down, self.print), self.table, spacing=12)
        outer.setStretch(2, 1)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)

    def _columns(self) -> tuple[Column[TaskView], ...]:
        words = self.words
        return (
            Column(N_("What"), lambda row: row.data.object, strong=True),
            Column(N_("What is done"), lambda row: row.data.moment, stretch=True),
            Column(N_("How often"), lambda row: how_often(words, row.data)),
            Column(N_("Applies to"), lambda row: words("only here") if row.area_id else words("everywhere")),
        )

    def _connect(self) -> None:
        self.table.opened.connect(self.change_task)
        self.table.chosen.connect(self._enable)
        own_key(self.table, QKeySequence.StandardKey.Delete, self.remove_task)
        own_key(self.table, "Alt+Up", lambda: self.move_task(up=True))
        own_key(self.table, "Alt+Down", lambda: self.move_task(up=False))

    def _enable(self, chosen: TaskView | None) -> None:
        for button in (self.remove, self.up, self.down):
            button.setEnabled(chosen is not None)
