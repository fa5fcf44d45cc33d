"""A page as the surface of a chart: lines on a canvas of ReportLab, words as the paper sets them."""

from typing import Any, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from jobbpunkt.documents import days
from jobbpunkt.documents.charts.surface import Place, Tone
from jobbpunkt.documents.pdf.setter import Setter
from jobbpunkt.documents.pdf.texts import fitted, style_of
from jobbpunkt.documents.scripts import plain

_WHITE = "#FFFFFF"


class PageSurface:
    """What a chart is drawn on, on paper; it measures before it has a canvas."""

    def __init__(self, setter: Setter) -> None:
        look = setter.look
        self.colours, self.size, self.is_mirrored = look.colours, look.cell.size, setter.is_mirrored
        light = look.text(look.cell.size, "semibold", _WHITE)
        self._styles = {Tone.PLAIN: look.cell, Tone.STRONG: look.cell_strong, Tone.HEAD: look.box_title, Tone.LIGHT: light}
        self._locale = setter.language.locale
        self._canvas: Any = None
        self._dashed: tuple[float, ...] = ()

    def on(self, canvas: Any) -> None:
        """Draw on this canvas, whose nought is the lower left corner."""
        self._canvas, self._dashed = canvas, ()

    def number(self, value: float | None) -> str:
        """Write a value."""
        return days.amount(value, self._locale)

    def _style(self, tone: Tone, side: Literal["start", "centre", "end"] = "start") -> ParagraphStyle:
        return style_of(self._styles[tone], side, is_mirrored=self.is_mirrored)

    def width_of(self, text: str, tone: Tone = Tone.PLAIN) -> float:
        """Return how wide a line of text is."""
        return plain.width_of(text, self._style(tone))

    def height_of(self, text: str, width: float, *, is_centred: bool = False) -> float:
        """Return how tall a text is that may break."""
        style = self._style(Tone.PLAIN, "centre" if is_centred else "start")
        return float(plain.paragraph(text, style).wrap(width, 1e6)[1])

    def cut(self, text: str, width: float) -> str:
        """Return what of a text fits on one line."""
        return fitted(text, self._style(Tone.PLAIN), width)

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: str, weight: float) -> None:
        """Draw a straight line."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight)
        self._canvas.line(*start, *end)

    def dash(self, dash: tuple[float, ...]) -> None:
        """Dash the next lines, or draw them whole; it is said only when it changes."""
        if dash != self._dashed:
            self._canvas.setDash(list(dash))
            self._dashed = dash

    def area(self, corner: tuple[float, float], size: tuple[float, float], fill: str, outline: str) -> None:
        """Fill a rectangle."""
        self._canvas.setFillColor(HexColor(fill))
        self._canvas.setStrokeColor(HexColor(outline))
        self._canvas.setLineWidth(0.9)
        self._canvas.rect(*corner, *size, stroke=1, fill=1)

    def box(self, middle: tuple[float, float], side: float) -> None:
        """Draw an empty box to write in."""
        self._canvas.setFillColor(HexColor(_WHITE))
        self._canvas.setStrokeColor(HexColor(self.colours.accent))
        self._canvas.setLineWidth(1.1)
        self._canvas.roundRect(middle[0] - side / 2, middle[1] - side / 2, side, side, side * 0.13, stroke=1, fill=1)

    def circle(self, middle: tuple[float, float], radius: float, fill: str, outline: str) -> None:
        """Draw a point."""
        self._canvas.setFillColor(HexColor(fill or _WHITE))
        self._canvas.setStrokeColor(HexColor(outline))
        self._canvas.setLineWidth(1.6)
        self._canvas.circle(*middle, radius, stroke=1, fill=1)

    def text(self, text: str, x: float, y: float, place: Place, tone: Tone) -> None:
        """Write a line."""
        plain.draw_line(self._canvas, x, y, text, self._style(tone, "centre" if place == "middle" else place))

    def paragraph(self, text: str, left: float, top: float, width: float, *, is_centred: bool = False) -> None:
        """Write a text that may break."""
        flowable = plain.paragraph(text, self._style(Tone.PLAIN, "centre" if is_centred else "start"))
        height = flowable.wrap(width, 1e6)[1]
        flowable.drawOn(self._canvas, left, top - height)
