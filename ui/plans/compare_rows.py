"""One difference between two versions: before and after beside each other, with words marked by colour and by sign."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from jobbpunkt.base.words import Words
from jobbpunkt.plans import FieldChange, PartChange, Sign
from ui.drafts.merging import words_apart
from ui.plans import compare_words
from ui.theme import current
from ui.widgets.chips import chip
from ui.widgets.labels import small, strong
from ui.widgets.layouts import column, row

AIR = 16
Marks = Sequence[tuple[int, int]]


def signed(text: str, marks: Marks, sign: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text with a sign before each run of marked words, and where the runs with their signs then stand."""
    runs: list[tuple[int, int]] = []
    for start, length in marks:
        if runs and not text[sum(runs[-1]) : start].strip(" "):
            runs[-1] = (runs[-1][0], start + length - runs[-1][0])
        else:
            runs.append((start, length))
    made, places, at = "", [], 0
    for start, length in runs:
        made += text[at:start]
        places.append((len(made), length + len(sign)))
        made += sign + text[start : start + length]
        at = start + length
    return made + text[at:], places


class _Told(QPlainTextEdit):
    """Text with marks, as tall as its words need at the width it has."""

    def __init__(self, said: str, places: Marks, sign: Sign) -> None:
        super().__init__(said)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "plain")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        colours, look = current(), QTextCharFormat()
        gone = sign is Sign.GONE
        look.setFontWeight(700)
        look.setForeground(QColor(colours.bad if gone else colours.good))
        look.setBackground(QColor(colours.bad_soft if gone else colours.good_soft))
        look.setFontStrikeOut(gone)
        look.setFontUnderline(not gone)
        cursor = QTextCursor(self.document())
        for start, length in places:
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the lines are at this width."""
        super().resizeEvent(event)
        lines = round(self.document().size().height())  # a plain text tells its height in lines
        wanted = self.fontMetrics().lineSpacing() * lines + AIR
        if wanted != self.height():
            self.setFixedHeight(wanted)


class Side(QFrame):
    """One side of a field; what is only here is marked: taken away struck through with −, added underlined with +."""

    def __init__(self, text: str, marks: Marks, sign: Sign, name: str) -> None:
        super().__init__()
        said, places = signed(text, marks, sign.value)
        self.setProperty("role", "side")
        self.told = _Told(said or "–", places, sign)
        for one in (self, self.told):
            one.setAccessibleName(f"{name}: {said or '–'}")
        inside = column(self.told)
        inside.setContentsMargins(8, 4, 8, 4)
        self.setLayout(inside)


class ChangeRow(QFrame):
    """A part that differs; Down and Up go to the next one and the one before."""

    def __init__(self, words: Words, change: PartChange) -> None:
        super().__init__()
        self.setProperty("role", "asked")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words, self.change = words, change
        label, tone = compare_words.SIGNS[change.sign]
        title = compare_words.heading(words, change)
        mark = words("{sign} {what}", sign=change.sign.value, what=words(label))
        self.setAccessibleName(f"{mark}, {title}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        head = row(chip(mark, tone), spacing=8)
        head.addWidget(strong(title), 1)
        layout.addLayout(head)
        order = list(compare_words.FIELDS)
        for field in sorted(change.fields, key=lambda one: order.index(one.name) if one.name in order else len(order)):
            layout.addLayout(self._field(field))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down and up between the differences."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _field(self, field: FieldChange) -> QVBoxLayout:
        words = self.words
        before, after = (compare_words.told(words, field.name, value) for value in (field.before, field.after))
        marks = words_apart(before, after)
        both = Side(before, marks[0], Sign.GONE, words("Before")), Side(after, marks[1], Sign.ADDED, words("After"))
        sides = row(*both, spacing=10)
        for place, side in enumerate(both):
            sides.setStretch(place, 1)
            sides.setAlignment(side, Qt.AlignmentFlag.AlignTop)
        return column(small(compare_words.named(words, field.name)), sides, spacing=2)
