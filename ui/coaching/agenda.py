"""The week as an agenda: its days one under another, each with its meetings."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from jobbpunkt import coaching
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import SessionRow
from jobbpunkt.printing import batches
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import SessionStatus
from ui.coaching.booking import booking_dialog
from ui.coaching.session_button import SessionButton
from ui.coaching.session_menu import fill
from ui.coaching.when import heading
from ui.context import Context
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.batch_dialog import BatchDialog
from ui.widgets.buttons import icon_button, primary, quiet, toggle
from ui.widgets.chips import chip
from ui.widgets.labels import PlainLabel, muted, rule, title
from ui.widgets.layouts import boxed, column, row
from ui.widgets.live import Live
from ui.widgets.notice import Notice
from ui.widgets.page import MARGIN, scrolling
from ui.widgets.row_list import Row, RowList

WEEK = timedelta(days=7)
FRIDAY = 4
MEASURE = 860  # a line of a meeting is read across, so it must not be as wide as the window


class Agenda(QWidget):
    """Shows one week's meetings, one's own or everybody's. Alt+Up and Alt+Down go a week back and on, Alt+Home to today."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, context.words
        self.monday = _monday_of(context.clock.today())
        self.notice = Notice(self.words)
        self._wants_focus = False
        self.live = Live(self, context, self.refresh)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Load the week that is shown anew."""
        monday, coach = self.monday, None if self.everybody.isChecked() else self.context.user.id

        def week(uow: Reading) -> tuple[SessionRow, ...]:
            return coaching.between(uow, monday, monday + WEEK - timedelta(days=1), coach_id=coach)

        self.live.read(week, self._show)

    def show_week(self, day: date) -> None:
        """Show the week that a day falls in."""
        self.monday = _monday_of(day)
        self.refresh()

    def take_focus(self) -> None:
        """Load the week anew and put the keyboard at the next meeting that is still booked."""
        self._wants_focus = True
        self.refresh()

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the week."""
        self.notice.say(text, tone)

    def book(self) -> None:
        """Open the form for a new meeting."""
        booking_dialog(self, self.context).open()

    def _build(self) -> None:
        words = self.words
        self.new = primary(words("Book a meeting"), self.book, icon="plus")
        self.before = icon_button("chevron-left", words("The week before"), lambda: self.show_week(self.monday - WEEK))
        self.after = icon_button("chevron-right", words("The week after"), lambda: self.show_week(self.monday + WEEK))
        self.now = quiet(words("This week"), lambda: self.show_week(self.context.clock.today()))
        self.everybody = toggle(words("Everybody's meetings"), lambda _checked: self.refresh())
        self.week = PlainLabel("", "heading", wrap=False)
        self.list = RowList(spacing=4)
        days = boxed(column(self.list, None))
        days.setMaximumWidth(scaled(MEASURE))
        outer = column(
            row(title(words("Calendar")), None, self.new),
            self.notice,
            row(self.before, self.after, 4, self.week, 8, self.now, None, self.everybody),
            scrolling(days),
            spacing=14,
        )
        outer.setContentsMargins(MARGIN, 24, MARGIN, 24)
        self.setLayout(outer)

    def _connect(self) -> None:
        for keys, pressed in (
            ("Ctrl+N", self.book),
            ("Alt+Up", self.before.click),
            ("Alt+Down", self.after.click),
            ("Alt+Home", self.now.click),
        ):
            QShortcut(QKeySequence(keys), self, pressed)

    def _show(self, rows: tuple[SessionRow, ...]) -> None:
        self.week.setText(week_of(self.words, self.monday))
        shown: list[Row] = []
        for number in range(7):
            day = self.monday + timedelta(days=number)
            held = [session for session in rows if day_of(session.starts_at) == day]
            if held or number <= FRIDAY:
                shown.append((day, partial(self._day, day, empty=not held, prints=any(map(batches.has_sheet, held)))))
            shown += [(session.id, partial(self._session, session)) for session in held]
        self.list.show_rows(shown)
        if self._wants_focus:
            self._wants_focus = False
            # Meanwhile one may have gone back to another page, where the keyboard is now.
            if self.isVisible():
                self._focus_next(rows)

    def _focus_next(self, rows: tuple[SessionRow, ...]) -> None:
        booked = [session for session in rows if session.status is SessionStatus.BOOKED]
        now = self.context.clock.now()
        coming = [session for session in booked if session.ends_at > now]
        if booked:
            self.list.focus_row((*coming, *booked)[0].id)
        else:
            self.new.setFocus()

    def print_day(self, day: date) -> None:
        """Offer to print the sheets of a day's meetings, one's own or everybody's as they are shown."""
        words, coach = self.words, None if self.everybody.isChecked() else self.context.user.id
        BatchDialog(
            self, self.context, self._to_print(day), lambda uow: batches.sheets_of_day(uow, day, words, coach_id=coach)
        ).open()

    def _print_button(self, day: date) -> QWidget:
        button = quiet(self.words("Print the sheets …"), lambda: self.print_day(day), icon="printer")
        button.setAccessibleName(self._to_print(day))
        return button

    def _to_print(self, day: date) -> str:
        return self.words("Print the sheets of {day}", day=self.words.day(day, "weekday"))

    def _day(self, day: date, *, empty: bool, prints: bool) -> QWidget:
        words = self.words
        line = row(PlainLabel(heading(words, day), "strong", wrap=False), spacing=10)
        if day == self.context.clock.today():
            line.addWidget(chip(words("Today"), "accent"))
        if empty:
            line.addWidget(muted(words("No meetings")))
        line.addStretch(1)
        if prints:
            line.addWidget(self._print_button(day))
        return boxed(column(14, line, 2, rule(), spacing=2))

    def _session(self, session: SessionRow) -> QWidget:
        button = SessionButton(self.context, session, coach=self.everybody.isChecked())
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda where: self._offer(session, button, where))
        return button

    def _offer(self, session: SessionRow, button: QWidget, where: QPoint) -> None:
        if not session.people:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, self, self.context, session)
        menu.popup(button.mapToGlobal(where))


def week_of(words: Words, monday: date) -> str:
    """Return a week as Swedes name it, with its days."""
    sunday = monday + WEEK - timedelta(days=1)
    days = f"{words.day(monday, 'short')} – {words.day(sunday, 'short')} {sunday.year}"
    return words("Week {number}, {days}", number=monday.isocalendar().week, days=days)


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
