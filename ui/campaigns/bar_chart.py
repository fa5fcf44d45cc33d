"""A small chart of one measure week by week, painted in the colours of the moment."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

LINES = 8
WIDEST = 72
RADIUS = 4


class BarChart(QWidget):
    """Shows one bar per label; None is nothing recorded and gets a dash instead of a bar."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._labels: tuple[str, ...] = ()
        self._values: tuple[int | None, ...] = ()
        self._read: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(self, name: str, labels: Sequence[str], values: Sequence[int | None], read: Sequence[str]) -> None:
        """Show values, each with the words that stand over its bar; a screen reader hears them all."""
        self._labels, self._values, self._read = tuple(labels), tuple(values), tuple(read)
        self.setAccessibleName(name or self._name)
        self.setAccessibleDescription(", ".join(f"{label}: {text}" for label, text in zip(labels, read, strict=True)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that leaves room for the words."""
        return QSize(360, LINES * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the bars can be told apart."""
        return QSize(200, LINES * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the line they stand on, the bars, and the words."""
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        ground = self.height() - self._line()
        painter.setPen(QColor(colours.line_strong))
        painter.drawLine(0, ground, self.width(), ground)
        for number in range(len(self._labels)):
            self._paint_bar(painter, number, ground)
        painter.end()

    def _line(self) -> int:
        """Return the room that a line of words takes, over or under a bar."""
        return self.fontMetrics().height() + 8

    def _paint_bar(self, painter: QPainter, number: int, ground: int) -> None:
        colours = theme.current()
        room = self.width() / len(self._labels)
        middle = room * (number + 0.5)
        value, largest = self._values[number], max((value or 0 for value in self._values), default=0)
        line = self._line()
        tall = (ground - line) * (value or 0) / largest if largest else 0.0
        wide = min(WIDEST, room * 0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        if tall > 0:
            painter.drawRoundedRect(QRectF(middle - wide / 2, ground - tall, wide, tall), RADIUS, RADIUS)
        centre = Qt.AlignmentFlag.AlignHCenter
        painter.setPen(QColor(colours.text))
        over = QRectF(middle - room / 2, ground - tall - line, room, line - 4)
        painter.drawText(over, centre | Qt.AlignmentFlag.AlignBottom, self._read[number])
        painter.setPen(QColor(colours.muted))
        under = QRectF(middle - room / 2, ground + 6, room, line - 6)
        painter.drawText(under, centre | Qt.AlignmentFlag.AlignTop, self._labels[number])
