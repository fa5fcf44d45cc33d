"""The page one begins the day with: meetings, what is to be done, who needs one, and one's caseload."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from jobbpunkt.today import TodayView, today
from ui.coaching.session_button import SessionButton
from ui.coaching.when import heading
from ui.today.cards import Cards, ListCard
from ui.today.figures import CountButton, Figure, NeedButton
from ui.today.to_do import ToDoCard
from ui.widgets.buttons import primary
from ui.widgets.card import Card
from ui.widgets.layouts import clear
from ui.widgets.page import Page, part, scrolling


class TodayPage(Page):
    """Shows the signed-in coach's day; the keyboard begins at the first meeting."""

    def _build(self) -> None:
        words = self.words
        self.new = primary(words("New meeting"), self.book, icon="plus")
        self.day = self.header("", self.new)
        self.met, self.to_do, self.needing = ListCard(words("Meetings")), ToDoCard(self.context), ListCard(words("Needs you"))
        self.meetings, self.steps, self.needs = self.met.rows, self.to_do.rows, self.needing.rows
        self.counts = QHBoxLayout()
        self.caseload = Card(words("My caseload"))
        self.caseload.add(self.counts)
        for card in (self.met, self.to_do, self.needing, self.caseload):
            part(card)
        self.column.addWidget(scrolling(Cards((self.met, self.to_do, self.needing), self.caseload)), 1)

    def _connect(self) -> None:
        QShortcut(QKeySequence("Ctrl+N"), self, self.book)

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
        self.to_do.show_steps(view.to_do)
        self._show_needs(view)
        self._show_caseload(view)
        if first_time and self.meetings.rows and self.isVisible():
            self.meetings.rows[0].setFocus()

    def _show_meetings(self, view: TodayView) -> None:
        rows = [(session.id, partial(SessionButton, self.context, session, narrow=True)) for session in view.meetings]
        self.met.fill(rows, self.words("No meetings today."))

    def _show_needs(self, view: TodayView) -> None:
        figures = self._figures(view)
        rows = [(shown.icon, partial(NeedButton, self.context, shown)) for shown in figures if shown.behind]
        self.needing.fill(rows, self.words("Nobody is waiting for you."))

    def _figures(self, view: TodayView) -> tuple[Figure, ...]:
        plural = self.words.plural
        without, late, plans = map(len, (view.no_contact, view.plans_late, view.plans_due))
        asked, moved, lacking = map(len, (view.follow_ups, view.to_be_asked, view.incomplete))
        progress = plural("{n} to ask about the way towards work", "{n} to ask about the way towards work", moved)
        said = plural("{n} without contact for over 30 days", "{n} without contact for over 30 days", without)
        return (
            Figure(said, view.no_contact, "phone"),
            Figure(plural("{n} late follow-up", "{n} late follow-ups", late), view.plans_late, "target", "plans"),
            Figure(plural("{n} plan to follow up", "{n} plans to follow up", plans), view.plans_due, "target", "plans"),
            Figure(plural("{n} outcome to ask about", "{n} outcomes to ask about", asked), view.follow_ups, "briefcase"),
            Figure(progress, view.to_be_asked, "chart-column"),
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
