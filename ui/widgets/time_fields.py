"""Fields for days and times, typed or picked."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time, timedelta

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from jobbpunkt.base import days
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from ui.icons import icon
from ui.theme import current, scaled
from ui.widgets.buttons import icon_button
from ui.widgets.field import Field


def read_time(typed: str) -> time:
    """Return the time meant by 9, 9.30, 09:30 or 0930; ValueError for anything else."""
    found = re.fullmatch(r"(\d{1,2})(?:[:. ]?(\d{2}))?", typed.strip(), re.ASCII)
    if found is None:
        raise ValueError(typed)
    return time(int(found[1]), int(found[2] or 0))


GAP = 8
SHOWN_OF_WEEKDAY = 3


class _StepLine(QLineEdit):
    """A line whose owner may take the arrow keys; what it says of its content stands in its right end."""

    def __init__(self, owner: DateField | TimeField) -> None:
        super().__init__()
        self._owner, self._remark = owner, ""

    @property
    def remark(self) -> str:
        """Return what stands in the right end."""
        return self._remark

    def say(self, *remarks: str) -> None:
        """Show the first of these that there is room for in the right end, and read the first to who cannot see it."""
        advance = self.fontMetrics().horizontalAdvance
        room = self.width() - advance(self.text()) - 4 * GAP
        self._remark = next((remark for remark in remarks if advance(remark) <= room), "")
        self.setTextMargins(0, 0, advance(self._remark) + GAP if self._remark else 0, 0)
        self.setAccessibleDescription(next(iter(remarks), ""))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line and the remark."""
        super().paintEvent(event)
        if self._remark:
            painter = QPainter(self)
            painter.setPen(QColor(current().muted))
            inside = self.rect().adjusted(0, 0, -GAP - 2, 0)
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._remark)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with up and down; everything else is typing."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._owner.step(step):
            super().keyPressEvent(event)


class DateField(Field[date | None]):
    """A day, typed as people say it or picked in a calendar, shown with its weekday; the arrows step. Empty means None."""

    def __init__(self, words: Words, label: str = "", *, today: date, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self._words, self._today = words, today
        self.line = _StepLine(self)
        self.line.setPlaceholderText(words("yyyy-mm-dd"))
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.textChanged.connect(lambda _text: self._say_weekday())
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
            return days.read(typed, self._today)
        except ValueError:
            raise InvalidInput(
                "There is no such day. Write it as 2020-06-15, 15 June, Friday or +2w, or choose it in the calendar.",
                field=self.name,
            ) from None

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close the line, and the way to the calendar with it."""
        super().set_enabled(enabled=enabled)
        self._open.setEnabled(enabled)

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

    def _say_weekday(self) -> None:
        """Show which day of the week it is that has been understood: people agree on Fridays, not on numbers."""
        try:
            day = self.value()
        except InvalidInput:
            day = None
        if day is None:
            self.line.say()
            return
        named = self._words.weekday(day.weekday())[:SHOWN_OF_WEEKDAY].lower()
        written_out = self.line.text().strip() == day.isoformat()
        self.line.say(*([] if written_out else [f"{named} {day.day}/{day.month}"]), named)

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
        popup.adjustSize()
        popup.move(self._place_for(popup))
        popup.show()
        calendar.setFocus()

    def _place_for(self, popup: QWidget) -> QPoint:
        """Return where the month is seen whole: under the line, or over it where the screen ends."""
        below = self.line.mapToGlobal(QPoint(0, self.line.height() + 2))
        screen = QGuiApplication.primaryScreen().availableVirtualGeometry()
        x = max(screen.left(), min(below.x(), screen.right() - popup.width()))
        if below.y() + popup.height() <= screen.bottom():
            return QPoint(x, below.y())
        return QPoint(x, max(screen.top(), below.y() - self.line.height() - 4 - popup.height()))

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
    _colour(calendar)
    _give_room(calendar)
    return calendar


def _give_room(calendar: QCalendarWidget) -> None:
    """Keep all six weeks and seven days whole: Qt's own size leaves out what our letters and the ring take."""
    calendar.ensurePolished()
    letters = calendar.fontMetrics()
    names = [calendar.locale().dayName(number, QLocale.FormatType.ShortFormat) for number in range(1, 8)]
    line, day = letters.height() + scaled(10), max(letters.horizontalAdvance(name) for name in names) + scaled(18)
    calendar.setMinimumSize(8 * day + scaled(8), 8 * line + scaled(16))


def _colour(calendar: QCalendarWidget) -> None:
    """Paint the days of rest and the arrows so that they can be read in the dark too; Qt's own are for the light."""
    rest = QTextCharFormat()
    rest.setForeground(QColor(current().bad))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, rest)
    for name, picture in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(icon(picture, "text"))
            arrow.setIconSize(QSize(scaled(16), scaled(16)))


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
