"""The page of applications: everybody's, filtered and searched, with stages by one key."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QWidget

from jobbpunkt import applications
from jobbpunkt.applications import ApplicationFilter, ApplicationRow
from jobbpunkt.base.words import N_
from ui.applications.steps import WIDTH, Steps, key_hint
from ui.applications.table import ApplicationTable
from ui.context import Context
from ui.widgets.beside import Beside
from ui.widgets.buttons import toggle
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import muted
from ui.widgets.layouts import column, row
from ui.widgets.page import Page, part
from ui.widgets.search_line import SearchLine

FILTERS = (
    (ApplicationFilter.MINE, N_("My participants")),
    (ApplicationFilter.OPEN, N_("Awaiting answer")),
    (ApplicationFilter.INTERVIEWS, N_("Interviews")),
    (ApplicationFilter.ALL, N_("All")),
)
PAUSE_MS = 120
# What the list needs at 100 % before its days are pushed out of sight.
LEAST = 620


class ApplicationsPage(Page):
    """Answers what was applied for and how far it came."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._filter = ApplicationFilter.MINE
        self._wanted: UUID | None = None
        super().__init__(context, parent)

    def refresh(self) -> None:
        """Load the rows for what is typed and chosen."""
        words, shown = self.search.text(), self._filter
        self.live.read(lambda uow: applications.everyones(uow, shown, words), self._show)

    def show_record(self, record: UUID) -> None:
        """Show one application, whosever it is."""
        self._wanted = record
        self.search.clear()
        self._buttons[ApplicationFilter.ALL].click()

    def _build(self) -> None:
        words = self.words
        self.header(words("Applications"))
        self.search = SearchLine(words("Employer, job or person"), words("Search among applications"), 280)
        filters = FlowLayout(spacing=6)
        self._group = QButtonGroup(self)
        self._buttons = {}
        for shown, label in FILTERS:
            button = toggle(words(label), checked=shown is self._filter)
            button.clicked.connect(lambda _checked, shown=shown: self._choose(shown))
            self._group.addButton(button)
            self._buttons[shown] = button
            filters.addWidget(button)
        self.empty = EmptyState("send", words("No applications here"), words("They are added on the person's page."))
        self.table = ApplicationTable(self.context, people=True, empty=self.empty)
        self.steps = Steps(self.context)
        self.count = muted("")
        self.column.addLayout(column(self.search, filters, spacing=10))
        self.column.addWidget(Beside(self.table, part(self.steps), WIDTH, least=LEAST, spacing=24, scrolls=True), 1)
        self.column.addLayout(row(self.count, None, key_hint(words)))

    def _connect(self) -> None:
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.returnPressed.connect(self.table.setFocus)
        self.table.chosen.connect(self.steps.show_application)
        self.table.visiting.connect(lambda person: self.context.go("people", person))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    def _choose(self, shown: ApplicationFilter) -> None:
        self._filter = shown
        self.refresh()

    def _show(self, rows: tuple[ApplicationRow, ...]) -> None:
        self.table.set_rows(rows)
        self.count.setText(self.words.plural("{n} application", "{n} applications", len(rows)))
        if self._wanted is not None:
            self.table.select(self._wanted)
            self._wanted = None
