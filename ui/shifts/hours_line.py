"""The line in a person's row in which one writes for how long they were there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import lengths
from ui.shifts import said
from ui.theme import scaled
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import row

WIDTH = 84


class HoursLine(QFrame):
    """Asks for hours; Enter takes them, Escape gives them up. What cannot be is said beside the line, and stays in it."""

    taken = Signal(int)
    left = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._most = words, 0
        self.setProperty("role", "hours")
        self.said = PlainLabel("", "muted", wrap=False)
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.line = QLineEdit()
        self.line.setFixedWidth(scaled(WIDTH))
        self.line.setAccessibleName(words("Hours at the shift"))
        self.line.setPlaceholderText("2,5")
        line = row(self.said, self.line, spacing=scaled(8))
        line.setStretch(0, 1)
        line.setContentsMargins(scaled(8), 1, scaled(4), 1)
        self.setLayout(line)
        self.hide()

    def ask(self, most: int, known: int) -> None:
        """Ask for at most so many minutes, with what is known as a beginning."""
        self._most = most
        self.line.setText(lengths.typed(known) if known else "")
        self.line.selectAll()
        self._say(self._words("Hours of {most}, then Enter", most=said.hours(self._words, most)), wrong=False)
        self.show()
        self.raise_()
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take or give up; the line leaves both keys to us."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        try:
            minutes = lengths.read(self.line.text())
        except ValueError:
            minutes = 0
        if minutes <= 0:
            self._say(self._words("Write for how long, such as 2,5 or 2:30."), wrong=True)
        elif minutes > self._most:
            longest = said.hours(self._words, self._most)
            self._say(self._words("The shift is {hours} long. Write at most so much.", hours=longest), wrong=True)
        else:
            self.taken.emit(minutes)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self.said.setText(sentence)
        self.said.setProperty("role", "error" if wrong else "muted")
        self.line.setProperty("invalid", "true" if wrong else "false")
        self.line.setAccessibleDescription(sentence)
        for widget in (self.said, self.line):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
