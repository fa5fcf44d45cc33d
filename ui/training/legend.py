"""What each level means, as everybody who assesses has agreed: beside the colour that it has in the matrix."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobbpunkt.base.words import Words
from models.vocabulary import SkillLevel
from ui.theme import scaled
from ui.training.painting import paint_level
from ui.training.said import MEANINGS, word
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import boxed, row


class _Sign(QWidget):
    """One level's sign as the matrix has it."""

    def __init__(self, level: SkillLevel | None) -> None:
        super().__init__()
        self._level = level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        return QSize(scaled(20), scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the level."""
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_level(painter, QRectF(self.rect()), self._level)
        painter.end()


class Legend(QWidget):
    """The levels with their meanings, in a line that goes on below where it must."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        line = FlowLayout(self, spacing=10)
        told: list[tuple[SkillLevel | None, str]] = [(level, words(said)) for level, said in MEANINGS.items()]
        told += [(level, word(words, level)) for level in (SkillLevel.NOT_RELEVANT, None)]
        for level, said in told:
            line.addWidget(boxed(row(_Sign(level), PlainLabel(said, "small", wrap=False), spacing=6)))
