"""Fields for days and times, typed or picked."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from jobbpunkt.errors import InvalidInput
from jobbpunkt.i18n import Words
from ui.theme import scaled
from ui.widgets.buttons import icon_button
from ui.widgets.field import Field

DAY_AND_MONTH = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/. ](\d{4}))?")


def read_day(typed: str, today: date) -> date:
    """Return the day meant by 2020-06-15, 20200615, 200615, 15/6 or 15/6 2020; ValueError for anything else."""
    digits = re.sub(r"[-\s]", "", typed)
    if digits.isascii() and digits.isdigit() and len(digits) in (6, 8):
        # Two-digit years are of this century: nobody is born here, people are booked.
        full = digits if len(digits) == 8 else f"20{digits}"
        return date(int(full[:4]), int(full[4:6]), int(full[6:]))
    found = DAY_AND_MONTH.fullmatch(typed.strip())
    if found is None:
        raise ValueError(typed)
    return date(int(found[3] or today.year), int(found[2]), int(found[1]))


def read_time(typed: str) -> time:
    """Return the time meant by 9, 9.30, 09:30 or 0930; ValueError for anything else."""
    found = re.fullmatch(r"(\d{1,2})(?:[:. ]?(\d{2}))?", typed.strip(), re.ASCII)
    if found is None:
        raise ValueError(typed)
    return time(int(found[1]), int(found[2] or 0))


class _StepLine(QLineEdit):
    """A line whose owner may take the arrow keys."""

    def __init__(self, owner: DateField | TimeField) -> None:
        super().__init__()
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with up and down; everything else is typing."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._owner.step(step):
            super().keyPressEvent(event)


class DateField(Field[date | None]):
    """A day, typed in any usual way or picked in a calendar; the arrows step by a day. Empty means None."""

    def __init__(self, words: Words, label: str = "", *, today: date, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._words, self._today = words, today
        self.line = _StepLine(self)
        self.line.setPlaceholderText(words("yyyy-mm-dd"))
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.editingFinished.connect(self._tidy)
        self._open = icon_button("calendar-days", words("Choose in the calendar"), self._pick)
        self._calendar: QWidget | None = None
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.line, 1)
        line.addWidget(self._open)
        holder = QWidget()
        holder.setProperty("ground", "none")
        holder.setLayout(line)
        holder.setMaximumWidth(scaled(220))
        self.finish(holder)

    def editor(self) -> QWidget:
        """Return the line."""
        return self.line

    def value(self) -> date | None:
        """Return the day, or None for nothing typed."""
        typed = self.line.text().strip()
        if not typed:
            return None
        try:
            return read_day(typed, self._today)
        except ValueError:
            raise InvalidInput(
                "There is no such day. Write it as 2020-06-15, or choose it in the calendar.", field=self.name
            ) from None

    def set_value(self, value: date | None) -> None:
        """Show a day."""
        self.line.setText("" if value is None else value.isoformat())

    def step(self, days: int) -> bool:
        """Go some days on; from an empty field, to today."""
        with suppress(InvalidInput, OverflowError):
            now = self.value()
            self.set_value(self._today if now is None else now + timedelta(days))
            self.changed.emit()
            return True
        return False

    def _tidy(self) -> None:
        with suppress(InvalidInput):
            self.set_value(self.value())

    def _pick(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("ground", "surface")
        popup.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        calendar = calendar_of(self._words)
        with suppress(InvalidInput):
            chosen = self.value() or self._today
            calendar.setSelectedDate(QDate(chosen.year, chosen.month, chosen.day))
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(calendar)
        calendar.clicked.connect(lambda day: self._picked(day, popup))
        calendar.activated.connect(lambda day: self._picked(day, popup))
        popup.move(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))
        popup.show()
        calendar.setFocus()

    def _picked(self, day: QDate, popup: QWidget) -> None:
        popup.close()
        self.set_value(date(day.year(), day.month(), day.day()))
        self.changed.emit()
        self.line.setFocus()


def calendar_of(words: Words) -> QCalendarWidget:
    """Return a month to choose a day in: weeks begin on Monday and carry their number, as Swedes expect."""
    calendar = QCalendarWidget()
    # Qt's own calendar goes back to 4713 before Christ, where Python knows no days.
    calendar.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
    calendar.setLocale(QLocale(words.language))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    return calendar


class TimeField(Field[time | None]):
    """A time of day; the arrows step by a quarter of an hour. Empty means None."""

    def __init__(self, label: str = "", *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.line = _StepLine(self)
        self.line.setPlaceholderText("09:00")
        self.line.setMaximumWidth(scaled(110))
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.editingFinished.connect(self._tidy)
        self.finish(self.line)

    def editor(self) -> QWidget:
        """Return the line."""
        return self.line

    def value(self) -> time | None:
        """Return the time, or None for nothing typed."""
        typed = self.line.text().strip()
        if not typed:
            return None
        try:
            return read_time(typed)
        except ValueError:
            raise InvalidInput("There is no such time. Write it as 09:30.", field=self.name) from None

    def set_value(self, value: time | None) -> None:
        """Show a time."""
        self.line.setText("" if value is None else value.strftime("%H:%M"))

    def step(self, quarters: int) -> bool:
        """Go some quarters of an hour on; from an empty field, to nine o'clock."""
        with suppress(InvalidInput):
            now = self.value()
            minutes = 540 if now is None else (now.hour * 60 + now.minute) // 15 * 15 + 15 * quarters
            self.set_value(time(minutes // 60 % 24, minutes % 60))
            self.changed.emit()
            return True
        return False

    def _tidy(self) -> None:
        with suppress(InvalidInput):
            self.set_value(self.value())
