"""The week as a grid: a column per day, what happens on it in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.clock import hours
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import Activity
from ui.campaigns.reflow import Reflow
from ui.campaigns.tile import Tile
from ui.widgets.buttons import hide_unless, icon_button
from ui.widgets.labels import PlainLabel, heading
from ui.widgets.layouts import column, row

WORKING_DAYS = 5
LETTERS = 24


class WeekGrid(Reflow):
    """Shows the weekly content; emits a day (0 is Monday) to add to, or the activity to change."""

    add_wanted = Signal(int)
    edit_wanted = Signal(object)

    def __init__(self, words: Words, *, may_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(letters=LETTERS, across=WORKING_DAYS, spacing=10, parent=parent)
        self._words, self._may_edit = words, may_edit

    def show_content(self, content: Sequence[Activity]) -> None:
        """Show what happens each week; Saturday and Sunday only if something happens on them."""
        last = max((activity.weekday for activity in content), default=0)
        days = max(WORKING_DAYS, last + 1)
        of_day = ([activity for activity in content if activity.weekday == day] for day in range(days))
        self.show_items([self._day(day, found) for day, found in enumerate(of_day)], days)

    def _day(self, day: int, content: Sequence[Activity]) -> QVBoxLayout:
        name = self._words.weekday(day)
        add = icon_button("plus", self._words("Add on {day}", day=name), partial(self.add_wanted.emit, day))
        hide_unless(add, allowed=self._may_edit)
        made = column(row(heading(name), None, add), spacing=6)
        for activity in content:
            made.addWidget(ActivityButton(activity, partial(self.edit_wanted.emit, activity)))
        made.addStretch(1)
        return made


class ActivityButton(Tile):
    """One activity: its hours, what happens, who answers for it and where."""

    def __init__(self, activity: Activity, pressed: partial[None]) -> None:
        lines = [
            (hours(activity.starts, activity.ends), "small"),
            (activity.title, "strong"),
            (" · ".join(part for part in (activity.partner, activity.staffing) if part), "small"),
            (activity.place, "small"),
        ]
        super().__init__(", ".join(text for text, _ in lines if text))
        self.clicked.connect(lambda: pressed())
        for text, role in lines:
            if text:
                self.put(PlainLabel(text, role))
        self.inside.addStretch(1)
