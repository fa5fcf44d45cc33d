"""Self-ratings over time as one small line from 0 to 10."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobbpunkt.i18n import Words
from jobbpunkt.plans import MOST_RATING, RatingView
from ui import theme
from ui.widgets.labels import plain_tip

MARGIN = 12
DOT = 4.0


class RatingLine(QWidget):
    """Draws the ratings from left to right by day, the last one with its number; the same in words for a screen reader."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._ratings: tuple[RatingView, ...] = ()
        self.setMinimumSize(QSize(140, 72))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ratings(self, ratings: Sequence[RatingView]) -> None:
        """Show these ratings, which are in order of day."""
        self._ratings = tuple(ratings)
        said = [f"{rating.rated_on.isoformat()}: {rating.value}" for rating in self._ratings]
        words = self._words("Ratings over time: {ratings}", ratings=", ".join(said)) if said else self._words("No rating yet")
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.update()

    def points(self) -> list[QPointF]:
        """Return where the ratings stand; one rating stands in the middle."""
        if not self._ratings:
            return []
        area = self._area()
        first, last = self._ratings[0].rated_on, self._ratings[-1].rated_on
        days = (last - first).days
        shares = [(rating.rated_on - first).days / days if days else 0.5 for rating in self._ratings]
        return [
            QPointF(area.left() + share * area.width(), area.bottom() - rating.value / MOST_RATING * area.height())
            for share, rating in zip(shares, self._ratings, strict=True)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the two outer lines of the scale, the line, and a dot for each rating."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.setPen(QPen(QColor(colours.line), 1))
        for y in (area.top(), area.bottom()):
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        self._write_scale(painter, area, QColor(colours.muted))
        points = self.points()
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawPolyline(points)
        painter.setBrush(QColor(colours.surface))
        for point in points[:-1]:
            painter.drawEllipse(point, DOT - 1, DOT - 1)
        if points:
            self._mark_last(painter, points[-1], QColor(colours.accent), QColor(colours.text))
        painter.end()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN + 14, MARGIN, -MARGIN - 16, -MARGIN)

    def _write_scale(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        font = self.font()
        font.setPixelSize(max(10, font.pixelSize() - 3))
        painter.setFont(font)
        painter.setPen(colour)
        for text, y in ((str(MOST_RATING), area.top()), ("0", area.bottom())):
            box = QRectF(0, y - 9, area.left() - 6, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _mark_last(self, painter: QPainter, point: QPointF, accent: QColor, text: QColor) -> None:
        painter.setPen(QPen(accent, 2))
        painter.setBrush(accent)
        painter.drawEllipse(point, DOT, DOT)
        painter.setPen(text)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        box = QRectF(point.x() + 8, point.y() - 10, 24, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(self._ratings[-1].value))
