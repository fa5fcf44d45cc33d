"""How many points passed month by month, the group's beside the suppliers', with the number of inspections below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.inspections import Month, Side
from ui import theme

LINES = 9
DOT = 4.0
SHOWN = 12


@dataclass(frozen=True, slots=True)
class _Line:
    """One side through the months: its name, colour and dash, a share or none for each month, and how many inspections."""

    name: str
    colour: str
    dashed: bool
    shares: tuple[float | None, ...]
    counts: tuple[int, ...]


class MonthChart(QWidget):
    """Two lines, each broken where nothing was inspected; a screen reader hears every number."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._months: tuple[Month, ...] = ()
        self.setAccessibleName(words("Points passed each month"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def least(self) -> int:
        """Return where the axis begins: at a whole ten below every share."""
        shares = [share for month in self._months for share in (month.group.share, month.suppliers.share) if share is not None]
        return min(int(min(shares, default=0) // 10 * 10), 90)

    def show_months(self, months: Sequence[Month]) -> None:
        """Show the latest of these months."""
        self._months = tuple(months[-SHOWN:])
        self.setAccessibleDescription("; ".join(self._told(month) for month in self._months))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that leaves room for the words."""
        return QSize(300, LINES * self.fontMetrics().height() + 20)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the lines can be told apart."""
        return QSize(200, LINES * self.fontMetrics().height() + 20)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the names, the scale, the lines and the numbers."""
        if not self._months:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._paint_scale(painter, plot)
        self._paint_months(painter, plot)
        for number, line in enumerate(self._lines()):
            self._paint_line(painter, plot, line)
            self._paint_name(painter, plot, line, number)
            self._paint_counts(painter, plot, line, number)
        painter.end()

    def _told(self, month: Month) -> str:
        words = self._words
        sides = ((words("The group"), month.group), (words("Suppliers"), month.suppliers))
        told = (f"{name} {_share(side, words)} (n {side.inspections})" for name, side in sides)
        return f"{words.month(month.first)}: {', '.join(told)}"

    def _lines(self) -> tuple[_Line, _Line]:
        colours, words = theme.current(), self._words
        groups, others = [month.group for month in self._months], [month.suppliers for month in self._months]
        return (
            _line(words("The group"), colours.accent_text, groups, dashed=False),
            _line(words("Suppliers"), colours.warn, others, dashed=True),
        )

    def _plot(self) -> QRectF:
        row = self.fontMetrics().height()
        left = self.fontMetrics().horizontalAdvance("100 %") + 8
        return QRectF(left, row * 1.9, self.width() - left - 12, self.height() - row * 5.6)

    def _at(self, plot: QRectF, number: int, share: float) -> QPointF:
        step = plot.width() / max(len(self._months) - 1, 1)
        lone = plot.width() / 2 if len(self._months) == 1 else 0
        y = plot.bottom() - plot.height() * (share - self.least) / (100 - self.least)
        return QPointF(plot.left() + 8 + lone + number * (step - 16 / max(len(self._months) - 1, 1)), y)

    def _paint_scale(self, painter: QPainter, plot: QRectF) -> None:
        colours, row = theme.current(), self.fontMetrics().height()
        for share in range(self.least, 101, 10 if self.least >= 60 else 20):
            y = self._at(plot, 0, share).y()
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colours.muted))
            where = QRectF(0, y - row / 2, plot.left() - 6, row)
            painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{share} %")

    def _paint_months(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QColor(theme.current().muted))
        is_roomy = plot.width() > len(self._months) * self.fontMetrics().horizontalAdvance("mmm")
        for number, month in enumerate(self._months):
            name = self._words.month(month.first)[:3]
            self._below(painter, plot, number, 0, name if is_roomy else name[:1].upper())

    def _paint_line(self, painter: QPainter, plot: QRectF, line: _Line) -> None:
        pen = QPen(QColor(line.colour), 2, Qt.PenStyle.DashLine if line.dashed else Qt.PenStyle.SolidLine)
        spots = [None if share is None else self._at(plot, number, share) for number, share in enumerate(line.shares)]
        painter.setPen(pen)
        for before, after in pairwise(spots):
            if before is not None and after is not None:
                painter.drawLine(before, after)
        painter.setPen(QPen(QColor(line.colour), 2))
        painter.setBrush(QColor(theme.current().surface if line.dashed else line.colour))
        for spot in spots:
            if spot is not None:
                painter.drawEllipse(spot, DOT, DOT)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_name(self, painter: QPainter, plot: QRectF, line: _Line, number: int) -> None:
        """Write a line's name above the plot, after a piece of the line itself."""
        row, wide = self.fontMetrics().height(), self.fontMetrics().horizontalAdvance(self._words("The group")) + 50
        left, y = plot.left() + number * wide, row * 0.6
        dash = Qt.PenStyle.DashLine if line.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(line.colour), 2, dash))
        painter.drawLine(QPointF(left, y), QPointF(left + 22, y))
        painter.drawText(QRectF(left + 28, y - row / 2, self.width(), row), Qt.AlignmentFlag.AlignVCenter, line.name)

    def _paint_counts(self, painter: QPainter, plot: QRectF, line: _Line, number: int) -> None:
        painter.setPen(QColor(line.colour))
        row = self.fontMetrics().height()
        where = QRectF(0, plot.bottom() + 8 + row * (number + 1), plot.left() - 6, row)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "n")
        for place, count in enumerate(line.counts):
            self._below(painter, plot, place, number + 1, str(count) if count else "–")

    def _below(self, painter: QPainter, plot: QRectF, number: int, line: int, text: str) -> None:
        row, middle = self.fontMetrics().height(), self._at(plot, number, 100).x()
        where = QRectF(middle - 40, plot.bottom() + 8 + row * line, 80, row)
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, text)


def _line(name: str, colour: str, sides: Sequence[Side], *, dashed: bool) -> _Line:
    return _Line(name, colour, dashed, tuple(side.share for side in sides), tuple(side.inspections for side in sides))


def _share(side: Side, words: Words) -> str:
    return "–" if side.share is None else f"{words.number(side.share)} %"
