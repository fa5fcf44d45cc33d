"""The week as a strip of its shifts, which says which one is not finished; where there is little room, one day at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import ShiftOfWeek
from ui.shifts import said
from ui.theme import scaled
from ui.widgets.buttons import Button, icon_button
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.layouts import clear

LEAST = 84


class DayButton(Button):
    """A shift of the week: its day, and what is lacking, or where the group is."""

    def __init__(self, words: Words, shift: ShiftOfWeek, below: str, role: str, *, chosen: bool) -> None:
        super().__init__()
        day = said.short_day(words, shift.row.data.day)
        self.setProperty("kind", "day")
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setAccessibleName(f"{day}, {shift.row.clock}, {below}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        inside = self._inside = QVBoxLayout(self)
        inside.setContentsMargins(scaled(12), scaled(7), scaled(8), scaled(8))
        inside.setSpacing(1)
        for label in (PlainLabel(day, "strong", wrap=False), ElidedLabel(below, role)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)

    def sizeHint(self) -> QSize:
        """Return what the words want."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least at which a day can be read."""
        return QSize(scaled(LEAST), self._inside.minimumSize().height())


class WeekStrip(QWidget):
    """Chooses a shift of the week; the arrows at its ends go to other weeks, or to other shifts where it is narrow."""

    chosen = Signal(object)
    turned = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shifts: tuple[ShiftOfWeek, ...] = ()
        self._monday: date | None = None
        self._current: UUID | None = None
        self._left: int | None = None
        self.setProperty("ground", "none")
        self.before = icon_button("chevron-left", words("Earlier"), partial(self._step, -1))
        self.after = icon_button("chevron-right", words("Later"), partial(self._step, 1))
        self.day = PlainLabel("", "heading", wrap=False)
        self._buttons: list[DayButton] = []
        self._days = QHBoxLayout()
        self._days.setSpacing(8)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.before)
        line.addLayout(self._days, 1)
        line.addWidget(self.day)
        line.addWidget(self.after)
        line.addStretch(0)
        self._narrow = False

    def show_week(self, monday: date, week: Sequence[ShiftOfWeek], current: UUID | None) -> None:
        """Show the shifts of a week, one of them chosen."""
        self._monday, self._shifts, self._current, self._left = monday, tuple(week), current, None
        self._draw()

    def show_left(self, left: int) -> None:
        """Say how many are not marked at the chosen shift, as it is now."""
        if left != self._left:
            self._left = left
            self._draw()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show one day at a time, where there is no room for the week."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._draw()

    def minimumSizeHint(self) -> QSize:
        """Return the least size: one day at a time is always possible."""
        return QSize(scaled(200), super().minimumSizeHint().height())

    def _draw(self) -> None:
        focused = next((number for number, button in enumerate(self._buttons) if button.hasFocus()), None)
        clear(self._days)
        self._buttons = []
        self.day.setVisible(self._narrow or not self._shifts)
        self.day.setText(self._title())
        if self._narrow:
            return
        for shift in self._shifts:
            chosen = shift.row.id == self._current
            below, role = self._below(shift, chosen=chosen)
            button = DayButton(self._words, shift, below, role, chosen=chosen)
            button.clicked.connect(partial(self._choose, shift.row.id))
            self._days.addWidget(button, 1)
            self._buttons.append(button)
        if focused is not None and focused < len(self._buttons):
            self._buttons[focused].setFocus()

    def _title(self) -> str:
        words = self._words
        current = self._chosen_shift()
        if current is not None:
            return f"{said.long_day(words, current.row.data.day)}, {current.row.data.starts:%H:%M}"
        if self._monday is None:
            return ""
        return words("Week {number}", number=self._monday.isocalendar().week)

    def _below(self, shift: ShiftOfWeek, *, chosen: bool) -> tuple[str, str]:
        words = self._words
        if shift.row.cancelled:
            return words("cancelled"), "small"
        unmarked = self._left if chosen and self._left is not None else shift.unmarked
        if chosen and unmarked:
            return words.plural("{n} left", "{n} left", unmarked), "left"
        if unmarked and shift.is_due:
            return words.plural("{n} unmarked", "{n} unmarked", unmarked), "lacking"
        if shift.is_due and not unmarked:
            return words("done"), "done"
        return said.title(words, shift.row), "small"

    def _chosen_shift(self) -> ShiftOfWeek | None:
        return next((shift for shift in self._shifts if shift.row.id == self._current), None)

    def _choose(self, shift: UUID, *_: object) -> None:
        self.chosen.emit(shift)

    def _step(self, steps: int) -> None:
        current = self._chosen_shift()
        if self._narrow and current is not None:
            number = self._shifts.index(current) + steps
            if 0 <= number < len(self._shifts):
                self.chosen.emit(self._shifts[number].row.id)
                return
        self.turned.emit(steps)
