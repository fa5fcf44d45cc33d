"""A chart on the screen: drawn as on paper, in the colours and at the text size of the moment."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.charts.kinds import draw, plotted
from jobbpunkt.documents.charts.surface import Place, Tone
from jobbpunkt.documents.looks import Colours, Shade
from jobbpunkt.documents.tree import Chart
from ui import theme
from ui.theme import scaled

SIZE = 11.0  # points of a chart's words: its other lengths are made for them, and grow with the text of the window
WIDE, NARROW = 360, 200
_ACROSS = {"start": Qt.AlignmentFlag.AlignLeft, "middle": Qt.AlignmentFlag.AlignHCenter, "end": Qt.AlignmentFlag.AlignRight}


class ScreenSurface:
    """What a chart is drawn on, in the window; it measures before it has a painter, in points counted from below."""

    def __init__(self, words: Words, font: QFont) -> None:
        self.size, self.is_mirrored = SIZE, False
        self._words, self._font = words, font
        self._by = font.pixelSize() / SIZE
        self._tokens = theme.current()
        self.colours = _colours()
        self._painter = QPainter()  # until one is given
        self._tall = 0.0
        self._dashed: tuple[float, ...] = ()

    def points(self, pixels: float) -> float:
        """Return so many pixels of the window in points of the chart."""
        return pixels / self._by

    def pixels(self, points: float) -> float:
        """Return so many points of the chart in pixels of the window."""
        return points * self._by

    def on(self, painter: QPainter, tall: float) -> None:
        """Draw with this painter on a chart so many points tall."""
        self._painter, self._tall = painter, tall

    def number(self, value: float | None) -> str:
        """Write a value."""
        return "–" if value is None else self._words.number(value, 0 if float(value).is_integer() else 1)

    def width_of(self, text: str, tone: Tone = Tone.PLAIN) -> float:
        """Return how wide a line of text is."""
        return self.points(QFontMetricsF(self._font_of(tone)).horizontalAdvance(text))

    def height_of(self, text: str, width: float, *, is_centred: bool = False) -> float:
        """Return how tall a text is that may break."""
        return self.points(self._lines(text, width, is_centred=is_centred)[1])

    def cut(self, text: str, width: float) -> str:
        """Return what of a text fits on one line."""
        return QFontMetricsF(self._font).elidedText(text, Qt.TextElideMode.ElideRight, self.pixels(width))

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, weight: float) -> None:
        """Draw a straight line."""
        self._pen(colour, weight).drawLine(self._spot(*start), self._spot(*end))

    def dash(self, dash: tuple[float, ...]) -> None:
        """Dash the next lines, or draw them whole."""
        self._dashed = dash

    def area(self, corner: tuple[float, float], size: tuple[float, float], fill: str, outline: str) -> None:
        """Fill a rectangle."""
        painter = self._pen(outline, 0.9)
        painter.setBrush(QColor(fill))
        painter.drawRect(self._rectangle(corner, size))

    def box(self, middle: tuple[float, float], side: float) -> None:
        """Draw an empty box."""
        painter = self._pen(self.colours.accent, 1.1)
        painter.setBrush(QColor(self._tokens.surface))
        painter.drawRect(self._rectangle((middle[0] - side / 2, middle[1] - side / 2), (side, side)))

    def circle(self, middle: tuple[float, float], radius: float, fill: str, outline: str) -> None:
        """Draw a point."""
        painter = self._pen(outline, 1.6)
        painter.setBrush(QColor(fill or self._tokens.surface))
        painter.drawEllipse(self._spot(*middle), self.pixels(radius), self.pixels(radius))

    def text(self, text: str, x: float, y: float, place: Place, tone: Tone) -> None:
        """Write a line."""
        font = self._font_of(tone)
        wide = QFontMetricsF(font).horizontalAdvance(text)
        spot = self._spot(x, y)
        spot.setX(spot.x() - {"start": 0, "middle": wide / 2, "end": wide}[place])
        painter = self._pen(self._ink(tone), 1)
        painter.setFont(font)
        painter.drawText(spot, text)

    def paragraph(self, text: str, left: float, top: float, width: float, *, is_centred: bool = False) -> None:
        """Write a text that may break."""
        painter = self._pen(self._ink(Tone.PLAIN), 1)
        self._lines(text, width, is_centred=is_centred)[0].draw(painter, self._spot(left, top))

    def _ink(self, tone: Tone) -> str:
        tokens = self._tokens
        return {Tone.PLAIN: tokens.muted, Tone.LIGHT: tokens.on_accent}.get(tone, tokens.text)

    def _font_of(self, tone: Tone) -> QFont:
        font = QFont(self._font)
        font.setWeight(QFont.Weight.Normal if tone is Tone.PLAIN else QFont.Weight.DemiBold)
        return font

    def _lines(self, text: str, width: float, *, is_centred: bool) -> tuple[QTextLayout, float]:
        """Return a text in lines so many points wide, and its height in pixels."""
        option = QTextOption(_ACROSS["middle" if is_centred else "start"])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self._font)
        layout.setTextOption(option)
        tall = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(math.ceil(self.pixels(width)))  # a word that fits by a hair is not broken by rounding
            line.setPosition(QPointF(0, tall))
            tall += line.height()
        layout.endLayout()
        return layout, tall

    def _spot(self, x: float, y: float) -> QPointF:
        return QPointF(self.pixels(x), self.pixels(self._tall - y))

    def _rectangle(self, corner: tuple[float, float], size: tuple[float, float]) -> QRectF:
        top = self._spot(corner[0], corner[1] + size[1])
        return QRectF(top.x(), top.y(), self.pixels(size[0]), self.pixels(size[1]))

    def _pen(self, colour: str, weight: float) -> QPainter:
        pen = QPen(QColor(colour), self.pixels(weight))
        if self._dashed:
            pen.setDashPattern([self.pixels(part) / pen.widthF() for part in self._dashed])
        self._painter.setPen(pen)
        return self._painter


class ChartView(QWidget):
    """Shows one chart, as tall as its words need at the width it has; a screen reader hears every value."""

    def __init__(self, words: Words, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._chart: Chart | None = None
        self._hinted = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart, or none."""
        self._chart = chart
        self.setAccessibleDescription("" if chart is None else chart.alternative)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that leaves room for the words at the width of the moment."""
        self._hinted = self._tall()
        return QSize(scaled(WIDE), self._hinted)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the chart can be read."""
        return QSize(scaled(NARROW), self._tall())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the words break elsewhere."""
        super().resizeEvent(event)
        if self._tall() != self._hinted:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the chart."""
        if self._chart is None:
            return
        surface = self._surface()
        plot = plotted(surface, surface.points(self.width() - 2), self._chart)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(1, 1)
        surface.on(painter, plot.height)
        draw(plot)
        painter.end()

    def _surface(self) -> ScreenSurface:
        self.ensurePolished()
        return ScreenSurface(self._words, self.font())

    def _tall(self) -> int:
        if self._chart is None:
            return 0
        surface = self._surface()
        wide = max(self.width() - 2, scaled(NARROW))
        return int(surface.pixels(plotted(surface, surface.points(wide), self._chart).height)) + 3


def _colours() -> Colours:
    """Return the colours of charts on the screen; series are told apart without colour too, as on paper."""
    now = theme.current()
    series = (
        Shade(now.accent, now.accent),
        Shade(now.surface, now.accent_text, (3.0, 2.0)),
        Shade(now.accent_soft, now.text),
        Shade(now.line_strong, now.text, (1.0, 1.5)),
    )
    return Colours(now.text, now.accent, now.muted, now.line, now.line_strong, now.accent_soft, now.warn_soft, series)
