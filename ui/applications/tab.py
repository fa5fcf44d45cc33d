"""The tab of a person's applications."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import applications
from ui import asking
from ui.applications.dialogs import add_dialog
from ui.applications.steps import WIDTH, Steps, key_hint
from ui.applications.table import ApplicationTable
from ui.context import Context
from ui.widgets.beside import Beside
from ui.widgets.buttons import primary, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.live import Live
from ui.widgets.page import part


class ApplicationsTab(QWidget):
    """Lists what one person applied for, with the stages of the chosen application beside."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.context, self.words, self.person = context, context.words, person
        self.live = Live(self, context, self.refresh)
        self._build()

    def refresh(self) -> None:
        """Load the list anew."""
        self.live.read(lambda uow: applications.of_person(uow, self.person), self.table.set_rows)

    def add(self) -> None:
        """Open the form of a new application."""
        person = self.person
        asking.read(
            self,
            self.context,
            lambda uow: applications.choices(uow, person),
            lambda offered: add_dialog(self, self.context, person, offered).open(),
        )

    def print(self) -> None:
        """Show the sheet for the person's activity report."""
        from ui.activities.paper import ActivitiesPaper

        ActivitiesPaper(self, self.context, self.person).open()

    def _build(self) -> None:
        words = self.words
        self.new = primary(words("New application"), self.add, icon="plus")
        self.sheet = secondary(words("For the activity report …"), self.print, icon="printer")
        empty = EmptyState(
            "send", words("No applications yet"), words("Note each job applied for, and which CV the employer got.")
        )
        self.table = ApplicationTable(self.context, people=False, empty=empty)
        self.steps = Steps(self.context)
        self.table.chosen.connect(self.steps.show_application)
        QShortcut(QKeySequence("Ctrl+N"), self, self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(flow(self.new, self.sheet, key_hint(words)))
        column.addWidget(Beside(self.table, part(self.steps), WIDTH, spacing=24, scrolls=True), 1)
