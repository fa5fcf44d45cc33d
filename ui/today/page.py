"""The page one begins the day with: meetings, what is to be done, who needs one, and one's caseload."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobbpunkt.today import TodayView, today
from ui.coaching.session_button import SessionButton
from ui.coaching.step_row import StepRow
from ui.coaching.when import heading
from ui.today.figures import CountButton, Figure, NeedButton
from ui.widgets.buttons import link, primary
from ui.widgets.card import Card
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, clear, column, row
from ui.widgets.page import Page, scrolling
from ui.widgets.row_list import RowList

# Nobody does more in a day, and the oldest come first.
FIRST_STEPS = 20


class TodayPage(Page):
    """Shows the signed-in coach's day; the keyboard begins at the first meeting."""

    def _build(self) -> None:
        words = self.words
        self._all_steps = False
        self.new = primary(words("New meeting"), self.book, icon="plus")
        self.day = self.header("", self.new)
        self.meetings, self.steps, self.needs = RowList(), RowList(), RowList()
        cards = row(spacing=16)
        for title, rows in (
            (words("Meetings"), self.meetings),
            (words("To do"), self.steps),
            (words("Needs you"), self.needs),
        ):
            cards.addWidget(_card(title, rows), 1)
        self.counts = QHBoxLayout()
        self.caseload = Card(words("My caseload"))
        self.caseload.add(self.counts)
        self.column.addLayout(cards, 1)
        self.column.addWidget(self.caseload)

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+N"), self, self.book, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        """Load the day anew."""
        self.live.read(today, self._show)

    def book(self) -> None:
        """Open the form for a new meeting."""
        # The day is shown before the form is needed.
        from ui.coaching.booking import booking_dialog

        booking_dialog(self, self.context).open()

    def _show(self, view: TodayView) -> None:
        first_time = not self.day.text()
        self.day.setText(heading(self.words, view.day))
        self._show_meetings(view)
        self._show_steps(view)
        self._show_needs(view)
        self._show_caseload(view)
        if first_time and self.meetings.rows:
            self.meetings.rows[0].setFocus()

    def _show_meetings(self, view: TodayView) -> None:
        rows = [(session.id, partial(SessionButton, self.context, session, narrow=True)) for session in view.meetings]
        none = [] if rows else [muted(self.words("No meetings today."))]
        self.meetings.show_rows(rows, none)

    def _show_steps(self, view: TodayView) -> None:
        steps = view.to_do.all
        shown = steps if self._all_steps else steps[:FIRST_STEPS]
        rows = [(step.id, partial(StepRow, self.context, step)) for step in shown]
        others: list[QWidget] = [] if rows else [muted(self.words("Nothing is due this week."))]
        if len(shown) < len(steps):
            others.append(link(self.words("Show all {n}", n=len(steps)), lambda: self._show_all_steps(view)))
        self.steps.show_rows(rows, others)

    def _show_all_steps(self, view: TodayView) -> None:
        self._all_steps = True
        self._show_steps(view)
        self.steps.focus_row(view.to_do.all[FIRST_STEPS].id)

    def _show_needs(self, view: TodayView) -> None:
        figures = self._figures(view)
        rows = [(shown.icon, partial(NeedButton, self.context, shown)) for shown in figures if shown.behind]
        none = [] if rows else [muted(self.words("Nobody is waiting for you."))]
        self.needs.show_rows(rows, none)

    def _figures(self, view: TodayView) -> tuple[Figure, ...]:
        plural = self.words.plural
        without, plans, asked, lacking = map(len, (view.no_contact, view.plans_due, view.follow_ups, view.incomplete))
        said = plural("{n} without contact for over 30 days", "{n} without contact for over 30 days", without)
        return (
            Figure(said, view.no_contact, "phone"),
            Figure(plural("{n} plan to follow up", "{n} plans to follow up", plans), view.plans_due, "target", "plans"),
            Figure(plural("{n} outcome to ask about", "{n} outcomes to ask about", asked), view.follow_ups, "briefcase"),
            Figure(plural("{n} incomplete enrolment", "{n} incomplete enrolments", lacking), view.incomplete, "user"),
        )

    def _show_caseload(self, view: TodayView) -> None:
        words = self.words
        clear(self.counts)
        for text, behind in (
            (words("active"), view.active),
            (words("new this month"), view.new),
            (words("in work since new year"), view.in_work),
        ):
            self.counts.addWidget(CountButton(self.context, Figure(text, behind)), 1)


def _card(title: str, rows: RowList) -> Card:
    """Return a card whose rows scroll by themselves, so that the others stay where they are."""
    card = Card(title)
    card.add(scrolling(boxed(column(rows, None))), 1)
    return card
