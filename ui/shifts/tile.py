"""The small square that stands for a mark: a letter on a soft ground, or a dotted place for one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from models.vocabulary import AttendanceMark
from ui import theme
from ui.shifts import said
from ui.theme import scaled

SIDE = 26


def paint_tile(painter: QPainter, room: QRectF, font: QFont, mark: AttendanceMark | None) -> None:
    """Paint the square of a mark."""
    colours = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark is None:
        painter.setBrush(QColor(colours.surface))
        painter.setPen(QPen(QColor(colours.line_strong), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    else:
        tone = said.tone(mark)
        ground = "neutral_soft" if tone == "neutral" else f"{tone}_soft"
        ink = {"neutral": "muted", "accent": "accent_text"}.get(tone, tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours, ground)))
        painter.drawRoundedRect(room, 5, 5)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(getattr(colours, ink)))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, said.letter(mark))
    painter.restore()


class MarkTile(QWidget):
    """The square by itself, in the legend."""

    def __init__(self, mark: AttendanceMark | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        side = scaled(SIDE - 4)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the square."""
        painter = QPainter(self)
        paint_tile(painter, QRectF(self.rect()), self.font(), self._mark)
        painter.end()
