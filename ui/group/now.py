"""What happens now: the shifts of the day, with the button that takes attendance at the one that goes on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from jobbpunkt.group_day import GroupDay
from jobbpunkt.shifts import ShiftOfWeek
from ui.context import Context
from ui.widgets.buttons import primary, secondary
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.labels import PlainLabel, heading, muted
from ui.widgets.layouts import boxed, clear, column, row


class NowCard(Card):
    """Each shift of today in a line; where none is left to be done the card is not there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context, self.words = context, context.words
        self._first: QPushButton | None = None
        self.hide()

    def first(self) -> QPushButton | None:
        """Return the button that takes attendance, if there is one."""
        return self._first

    def show_day(self, view: GroupDay) -> None:
        """Show the shifts of a day: the one that goes on or comes next first, and large."""
        clear(self.body)
        self._first = None
        left = [one for one in view.shifts if not one.row.cancelled]
        self.setVisible(bool(left))
        waiting = [one for one in left if one.unmarked]
        for one in (*waiting, *(one for one in left if not one.unmarked)):
            self.add(self._line(one, view, is_first=one is next(iter(waiting), None)))

    def _line(self, one: ShiftOfWeek, view: GroupDay, *, is_first: bool) -> QWidget:
        words = self.words
        title = heading(one.row.title) if is_first else PlainLabel(one.row.title, "strong")
        time = row(PlainLabel(one.row.clock, "strong", wrap=False), self._state(one, view), None)
        counted = words(
            "{all} expected · {n} marked · {left} left", all=len(one.people), n=len(one.people) - one.unmarked, left=one.unmarked
        )
        go = partial(self.context.go, "work", one.row.id, "shift")
        button = primary(words("Take attendance"), go) if is_first else secondary(words("Open"), go)
        if is_first:
            self._first = button
        line = row(column(time, title, muted(counted), spacing=2), spacing=16)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        line.setStretch(0, 1)
        return boxed(line)

    def _state(self, one: ShiftOfWeek, view: GroupDay) -> QWidget:
        words, data = self.words, one.row.data
        if not one.unmarked:
            return chip(words("done"), "good")
        if data.starts <= view.at <= data.ends:
            return chip(words("goes on"), "good")
        return chip(words("to come")) if view.at < data.starts else chip(words("over"), "warn")
