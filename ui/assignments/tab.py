"""Residents employed for a period, such as the safety ambassadors of a summer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import assignments
from jobbpunkt.assignments import AssignmentRow
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.assignments.form import assignment_dialog
from ui.context import Context
from ui.widgets.buttons import hide_unless, primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.layouts import column, row
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable


class AssignmentsTab(QWidget):
    """A table of assignments with the form for a new one."""

    title = N_("Residents employed")

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.live = Live(self, context, self.refresh)
        words, may = self.words, context.user.may(Permission.EDIT_EVENTS)
        self.add = primary(words("New assignment"), lambda: assignment_dialog(self, context).open(), icon="plus")
        self.remove = secondary(words("Remove"), self._remove, icon="trash-2")
        for button in (self.add, self.remove):
            hide_unless(button, allowed=may)
        self.remove.setEnabled(False)
        empty = EmptyState(
            "briefcase", words("Nobody has been employed yet"), words("Note residents employed for a summer or a task.")
        )
        self.table: RowTable[AssignmentRow] = RowTable(
            words, self._columns(), lambda row: row.id, empty=empty, name=words(self.title)
        )
        if may:
            self.table.opened.connect(lambda chosen: assignment_dialog(self, context, chosen).open())
        self.table.chosen.connect(lambda chosen: self.remove.setEnabled(chosen is not None))
        outer = column(row(None, self.remove, self.add), self.table, spacing=12)
        outer.setContentsMargins(0, 12, 0, 0)
        self.setLayout(outer)

    def refresh(self) -> None:
        """Load the assignments."""
        self.live.read(assignments.rows, self.table.set_rows)

    def _columns(self) -> tuple[Column[AssignmentRow], ...]:
        words = self.words
        return (
            Column(N_("Name"), lambda row: row.data.name, stretch=True, strong=True),
            Column(N_("Assignment"), lambda row: words(row.data.role.label)),
            Column(N_("Areas"), lambda row: row.data.areas),
            Column(N_("From"), lambda row: row.data.starts_on),
            Column(N_("Last day"), lambda row: row.data.ends_on),
        )

    def _remove(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            asking.write(self, self.context, lambda uow: assignments.remove(uow, chosen.id))
