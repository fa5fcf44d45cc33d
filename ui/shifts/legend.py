"""The keys that mark, which are also the sum of a shift; a press does what the key does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.shifts import LETTERS, Marked
from models.vocabulary import AttendanceMark
from ui.shifts import said
from ui.shifts.roll_view import CLEAR, NOTE, REST
from ui.shifts.tile import MarkTile
from ui.theme import scaled
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.labels import PlainLabel, rule
from ui.widgets.layouts import row

# What the marks are called where there is little room.
SHORT = {
    AttendanceMark.PRESENT: N_("present"),
    AttendanceMark.LATE: N_("late"),
    AttendanceMark.PART: N_("hours"),
    AttendanceMark.SICK: N_("sick"),
    AttendanceMark.CARE_OF_CHILD: N_("child"),
    AttendanceMark.DOCTOR: N_("doctor"),
    AttendanceMark.AUTHORITY: N_("authority"),
    AttendanceMark.INTERVIEW: N_("interview"),
    AttendanceMark.EXCUSED: N_("valid"),
    AttendanceMark.UNEXCUSED: N_("invalid"),
    AttendanceMark.NOT_REPORTED: N_("not reported"),
    AttendanceMark.LEAVE: N_("leave"),
}
ASIDE = (
    ("R", REST, N_("The rest present"), N_("rest")),
    ("N", NOTE, N_("Note to the person"), N_("note")),
    ("⌫", CLEAR, N_("Take the mark away"), N_("clear")),
)

_MOST_USED = frozenset("PTSVGOLR")


class _LegendRow(Button):
    """A mark with its letter, its words and how many have it."""

    def __init__(self, words: Words, mark: AttendanceMark | None) -> None:
        super().__init__()
        label = words("Unmarked") if mark is None else words(mark.label)
        self._label = label
        self.setProperty("kind", "row")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.count = PlainLabel("–", "muted", wrap=False)
        name = PlainLabel(label, "strong" if mark is None else "", wrap=False)
        line = self._line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(scaled(10))
        for widget in (MarkTile(mark), name, self.count):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            line.addWidget(widget)
        line.setStretch(1, 1)

    def sizeHint(self) -> QSize:
        """Return what the words want."""
        return self._line.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the words need."""
        return self._line.minimumSize()

    def show_count(self, number: int) -> None:
        """Say how many there are."""
        self.count.setText(str(number) if number else "–")
        role = "strong" if number else "muted"
        if self.count.property("role") != role:
            self.count.setProperty("role", role)
            self.count.style().unpolish(self.count)
            self.count.style().polish(self.count)
        self.setAccessibleName(f"{self._label}: {number}")


class Legend(Card):
    """Which letter is which mark, how many there are of each, and the hours of all; the keys work in the list."""

    pressed = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("Keys and sum"), parent=parent)
        self._words = words
        self.body.setSpacing(scaled(2))
        self.rows: dict[AttendanceMark | None, _LegendRow] = {}
        for mark in (*LETTERS, None):
            made = self.rows[mark] = _LegendRow(words, mark)
            if mark is not None:
                made.clicked.connect(partial(self._press, mark))
            self.add(made)
        self.hours = PlainLabel("", "strong", wrap=False)
        self.add(rule())
        self.add(row(PlainLabel(words("Hours at the shift"), wrap=False), None, self.hours))
        self.add(rule())
        for key, _, label, _ in ASIDE:
            self.add(row(PlainLabel(key, "keycap", wrap=False), PlainLabel(words(label), "muted", wrap=False), None, spacing=10))
        self.body.addStretch(1)

    def show_people(self, people: Sequence[Marked]) -> None:
        """Count how many have each mark, and the hours of all."""
        counted = Counter(person.mark for person in people)
        for mark, shown in self.rows.items():
            shown.show_count(counted[mark])
        self.hours.setText(said.hours(self._words, sum(person.minutes for person in people)))

    def _press(self, mark: AttendanceMark, *_: object) -> None:
        self.pressed.emit(mark)


class KeyStrip(QWidget):
    """The same keys in a strip, for where there is no room beside the list; where it is low, those that are used most."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        said_by = {letter: words(SHORT[mark]) for mark, letter in LETTERS.items()}
        said_by |= {key: words(short) for key, _, _, short in ASIDE}
        order = sorted(said_by, key=lambda key: key not in _MOST_USED)
        self._pairs = [_pair(key, said_by[key]) for key in order]
        self._one_line = False
        self.setLayout(flow(*self._pairs, spacing=scaled(8)))

    def set_one_line(self, *, one_line: bool) -> None:
        """Keep to one line, with as many keys as there is room for."""
        self._one_line = one_line
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again at another width."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        room = self.width()
        for pair in self._pairs:
            room -= pair.sizeHint().width() + scaled(8)
            pair.setVisible(not self._one_line or room >= 0)


def _pair(key: str, name: str) -> QWidget:
    holder = QWidget()
    holder.setProperty("ground", "none")
    holder.setLayout(row(PlainLabel(key, "keycap", wrap=False), PlainLabel(name, "muted", wrap=False), spacing=6))
    return holder
