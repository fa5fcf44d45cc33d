"""Ratings over time as one small chart, from 0 to 10 or on another scale: a line of the person's and one of the coach's alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.plans import MOST_RATING, RatingView
from models.vocabulary import Rater
from ui import theme
from ui.widgets.labels import plain_tip

MARGIN = 12
DOT = 4.0
# The room for a line's last number, and how far from another one it is still read.
NUMBER, APART = 24, 15


class RatingLine(QWidget):
    """Draws the ratings from left to right by day, the last ones with their number; the same in words for a screen reader."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._ratings: tuple[RatingView, ...] = ()
        self._scale = (0, MOST_RATING)
        self.setMinimumSize(QSize(theme.scaled(140), theme.scaled(72)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ratings(self, ratings: Sequence[RatingView], scale: tuple[int, int] = (0, MOST_RATING)) -> None:
        """Show these ratings, which are in order of day, between the ends of their scale."""
        self._ratings, self._scale = tuple(ratings), scale
        said = "\n".join(self._told(rating) for rating in self._ratings)
        words = self._words("Ratings over time: {ratings}", ratings=said) if said else self._words("No rating yet")
        self.setAccessibleName(words)
        self.setToolTip(plain_tip(words))
        self.update()

    def points(self, *, of_coach: bool = False) -> list[QPointF]:
        """Return where the ratings stand, those of the coach alone or the others; one rating stands in the middle."""
        if not self._ratings:
            return []
        area = self._area()
        first, last = self._ratings[0].rated_on, self._ratings[-1].rated_on
        days = (last - first).days
        least, most = self._scale
        return [
            QPointF(
                area.left() + ((rating.rated_on - first).days / days if days else 0.5) * area.width(),
                area.bottom() - (rating.value - least) / (most - least) * area.height(),
            )
            for rating in self._of(of_coach=of_coach)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the two outer lines of the scale, the lines, and a dot for each rating."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        painter.setPen(QPen(QColor(colours.line), 1))
        for y in (area.top(), area.bottom()):
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        self._write_scale(painter, area, QColor(colours.muted))
        self._draw(painter, QColor(colours.muted), of_coach=True)
        self._draw(painter, QColor(colours.accent), of_coach=False)
        for coachs, place in self.last_numbers().items():
            self._mark_last(painter, place, self._of(of_coach=coachs)[-1].value, bold=not coachs)
        painter.end()

    def _draw(self, painter: QPainter, colour: QColor, *, of_coach: bool) -> None:
        points = self.points(of_coach=of_coach)
        if not points:
            return
        # Told apart without colour: broken, and with squares.
        line = QPen(colour, 2)
        line.setStyle(Qt.PenStyle.DashLine if of_coach else Qt.PenStyle.SolidLine)
        painter.setPen(line)
        painter.drawPolyline(points)
        painter.setPen(QPen(colour, 2))
        for point in points:
            painter.setBrush(colour if point is points[-1] else QColor(theme.current().surface))
            if of_coach:
                painter.drawRect(QRectF(point.x() - DOT + 1, point.y() - DOT + 1, 2 * DOT - 2, 2 * DOT - 2))
            else:
                painter.drawEllipse(point, DOT, DOT) if point is points[-1] else painter.drawEllipse(point, DOT - 1, DOT - 1)

    def last_numbers(self) -> dict[bool, QPointF]:
        """Return where the last number of each line is written, by whether it is the coach's; neither covers the other."""
        ends = {coachs: found[-1] for coachs in (True, False) if (found := self.points(of_coach=coachs))}
        apart = theme.scaled(APART)
        if len(ends) > 1 and abs(ends[True].x() - ends[False].x()) < theme.scaled(NUMBER):
            upper, lower = sorted(ends, key=lambda coachs: ends[coachs].y())
            lacking = QPointF(0, max(0.0, apart - (ends[lower].y() - ends[upper].y())) / 2)
            ends[upper], ends[lower] = ends[upper] - lacking, ends[lower] + lacking
        return ends

    def _of(self, *, of_coach: bool) -> list[RatingView]:
        return [rating for rating in self._ratings if (rating.by is Rater.COACH) == of_coach]

    def _told(self, rating: RatingView) -> str:
        words = self._words
        told = {"day": rating.rated_on.isoformat(), "value": rating.value, "who": words(rating.by.label).lower()}
        if rating.evidence:
            return words("{day}: {value}, {who} ({evidence})", evidence=rating.evidence, **told)
        return words("{day}: {value}, {who}", **told)

    def _area(self) -> QRectF:
        beside, above = theme.scaled(MARGIN + 16), theme.scaled(MARGIN)
        return QRectF(self.rect()).adjusted(beside, above, -beside, -above)

    def _write_scale(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        font = self.font()
        font.setPixelSize(max(10, font.pixelSize() - 3))
        painter.setFont(font)
        painter.setPen(colour)
        for text, y in zip(map(str, self._scale), (area.bottom(), area.top()), strict=True):
            high = theme.scaled(18)
            box = QRectF(0, y - high / 2, area.left() - 6, high)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _mark_last(self, painter: QPainter, point: QPointF, value: int, *, bold: bool) -> None:
        painter.setPen(QColor(theme.current().text if bold else theme.current().muted))
        font = self.font()
        font.setBold(bold)
        painter.setFont(font)
        high = theme.scaled(20)
        box = QRectF(point.x() + 8, point.y() - high / 2, theme.scaled(NUMBER), high)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(value))
