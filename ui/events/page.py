"""The page of events: what happens and happened in a year, by kind."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QTabWidget

from jobbpunkt import events
from jobbpunkt.base import checks
from jobbpunkt.base.words import N_
from jobbpunkt.events import EventRow
from jobbpunkt.register.permissions import Permission
from models.vocabulary import ActivityStatus, EventKind
from ui import asking
from ui.events.beside import WIDTH, EventCard, number_of
from ui.events.form import numbers_dialog, open_event_form, reason_dialog
from ui.incidents.tab import IncidentsTab
from ui.series.tab import SeriesTab
from ui.theme import scaled
from ui.tones import tone_of
from ui.widgets.beside import Beside
from ui.widgets.buttons import hide_unless, icon_button, primary
from ui.widgets.choice_fields import ChoiceField
from ui.widgets.empty import EmptyState
from ui.widgets.flow import flow
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import boxed, column
from ui.widgets.page import Page, part
from ui.widgets.row_table import Column, RowTable


class EventsPage(Page):
    """A year's events with a card beside, the series, and what was seen week by week; Enter changes a row."""

    def _build(self) -> None:
        words = self.words
        self._wanted: UUID | None = None
        self._year = self.context.clock.today().year
        self._may_edit = self.context.user.may(Permission.EDIT_EVENTS)
        self.new = primary(words("New event"), self.add, icon="plus")
        hide_unless(self.new, allowed=self._may_edit)
        self.header(words("Events"), self.new)
        self.year = heading("")
        self.kind: ChoiceField[EventKind] = ChoiceField(
            "", [(kind, words(kind.label)) for kind in EventKind], none=words("All kinds")
        )
        self.kind.box.setAccessibleName(words("Kind of event"))
        self.kind.setFixedWidth(scaled(260))
        self.count = muted("")
        self.empty = EmptyState("presentation", words("No events in this year"), words("Add a livestream, a fair or a visit."))
        self.table: RowTable[EventRow] = RowTable(
            words, self._columns(), lambda row: row.id, empty=self.empty, name=words("Events")
        )
        self.card = EventCard(self.context)
        self.back = icon_button("chevron-left", words("The year before"), lambda: self._turn(-1))
        self.forward = icon_button("chevron-right", words("The year after"), lambda: self._turn(1))
        turning = flow(self.back, self.year, self.forward, self.kind, self.count)
        listed = column(turning, Beside(self.table, part(self.card), WIDTH, scrolls=True), spacing=16)
        listed.setStretch(1, 1)
        self.series, self.incidents = SeriesTab(self.context), IncidentsTab(self.context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(boxed(listed), words("Events"))
        listed.setContentsMargins(0, 12, 0, 0)  # as much as over the other tabs
        self.tabs.addTab(self.series, words(self.series.title))
        self.tabs.addTab(self.incidents, words(self.incidents.title))
        self.column.addWidget(self.tabs, 1)

    def _columns(self) -> tuple[Column[EventRow], ...]:
        words = self.words
        return (
            Column(N_("When"), lambda row: words.day(row.day, "short"), sort_key=lambda row: row.starts_at),
            Column(N_("Title"), lambda row: row.title, stretch=True, strong=True, tip=self._more),
            Column(N_("Status"), lambda row: words(row.status.label), tone=lambda row: tone_of(row.status)),
            Column(N_("Numbers"), lambda row: number_of(row, words), sort_key=_number, align="right"),
        )

    def _more(self, row: EventRow) -> str:
        return " · ".join(part for part in (self.words(row.kind.label), row.theme, row.place) if part)

    def _connect(self) -> None:
        self.kind.changed.connect(self.live.mark_stale)
        self.table.opened.connect(self.edit)
        self.table.chosen.connect(self.card.show_row)
        self.table.set_menu(self._fill_menu)
        self.card.edit_wanted.connect(self.edit)
        self.card.numbers_wanted.connect(lambda row: numbers_dialog(self, self.context, row).open())
        self.card.marked.connect(self.mark)
        self.tabs.currentChanged.connect(self._turn_to)
        QShortcut(
            QKeySequence("Ctrl+N"),
            self,
            lambda: (self.add, self.series.add_one, self.incidents.add_one)[self.tabs.currentIndex()](),
        )

    def refresh(self) -> None:
        """Load the year's events."""
        first, last = date(self._year, 1, 1), date(self._year, 12, 31)
        kind = self.kind.value()
        kinds = None if kind is None else (kind,)
        self.year.setText(str(self._year))
        self.live.read(lambda uow: events.rows(uow, first=first, last=last, kinds=kinds), self._show)

    def show_record(self, record: UUID) -> None:
        """Turn to an event's year and choose it."""
        asking.read(self, self.context, lambda uow: events.get(uow, record), self._go_to)

    def add(self) -> None:
        """Open the form for a new event."""
        if self._may_edit:
            open_event_form(self, self.context, saved=self.show_record)

    def edit(self, chosen: EventRow) -> None:
        """Open the form for an event that is here."""
        if self._may_edit:
            open_event_form(self, self.context, chosen)

    def mark(self, chosen: EventRow, status: ActivityStatus) -> None:
        """Say what became of an event; for what did not go as planned, ask why."""
        if status is ActivityStatus.HELD:
            asking.write(self, self.context, lambda uow: events.mark(uow, chosen.id, status))
        else:
            reason_dialog(self, self.context, chosen, status).open()

    def _turn_to(self, tab: int) -> None:
        """Offer a new event only over the events: each tab has the one button of its own."""
        self.new.setVisible(self._may_edit and tab == 0)

    def _turn(self, years: int) -> None:
        self._year = min(max(self._year + years, checks.FIRST_YEAR), checks.LAST_YEAR)
        self.live.mark_stale()

    def _go_to(self, found: EventRow) -> None:
        self._year, self._wanted = found.day.year, found.id
        self.tabs.setCurrentIndex(0)
        self.kind.set_value(None)
        self.live.mark_stale()

    def _show(self, rows: tuple[EventRow, ...]) -> None:
        self.table.set_rows(rows)
        self.count.setText(self.words.plural("{n} event", "{n} events", len(rows)))
        if self._wanted is not None and self.table.select(self._wanted):
            self.table.setFocus()
        self._wanted = None

    def _fill_menu(self, menu: QMenu, chosen: EventRow) -> None:
        if self._may_edit:
            menu.addAction(self.words("Edit")).triggered.connect(lambda: self.edit(chosen))
            menu.addAction(self.words("Remove")).triggered.connect(lambda: self._remove(chosen))

    def _remove(self, chosen: EventRow) -> None:
        asking.write(self, self.context, lambda uow: events.remove(uow, chosen.id))


def _number(row: EventRow) -> int | None:
    return row.views if row.kind is EventKind.LIVESTREAM else row.attendance
