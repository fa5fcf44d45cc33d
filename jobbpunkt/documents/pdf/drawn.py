"""Small things that are drawn: rules, boxes to tick, dots, panels, lines to write on."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle

from jobbpunkt.documents.looks import Look
from jobbpunkt.documents.pdf.boxes import Box, Levelled, Stack
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.tags import Spot
from jobbpunkt.documents.scripts import fonts, plain

MIDDLE = 0.66  # of the size from the top of a line: halfway up its capitals
DrawMark = Callable[[Any, float, float, float], None]  # canvas, left, middle, side


class Break(Box):
    """What follows begins a page."""


class Rule(Box):
    """A line over the width."""

    def __init__(self, colour: str, weight: float = 0.6) -> None:
        super().__init__()
        self._colour, self._weight = colour, weight

    def _measure(self, width: float) -> float:  # noqa: ARG002 - as its siblings
        return self._weight

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the line."""
        with pen.ornament() as canvas:
            canvas.setStrokeColor(HexColor(self._colour))
            canvas.setLineWidth(self._weight)
            canvas.line(x, top - self._weight / 2, x + width, top - self._weight / 2)


class Space(Box):
    """Room that is left empty."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self._height = height

    def _measure(self, width: float) -> float:  # noqa: ARG002 - as its siblings
        return self._height


class Panel(Levelled):
    """A tinted box (outlined when the look has no tints), perhaps with a bar at the start side; an open one has no box."""

    def __init__(
        self,
        parts: Sequence[Box],
        look: Look,
        fill: str,
        *,
        bar: float = 0,
        padding: float = 13,
        is_open: bool = False,
        is_mirrored: bool = False,
    ) -> None:
        around = 0 if is_open else padding
        start = bar + padding if bar or not is_open else 0
        super().__init__(parts, start=start, end=around, top=around, bottom=around, is_mirrored=is_mirrored)
        self._look, self._fill, self._bar, self._padding, self._is_open = look, fill, bar, padding, is_open
        self.before = self.after = look.sizes.body * 1.1 * look.spacing
        self.whole = 150 * look.sizes.body / 12

    def again(self, parts: Sequence[Box], *, is_first: bool) -> Stack:  # noqa: ARG002 - both halves look alike
        """Return a box of the same look with other parts."""
        return Panel(
            parts, self._look, self._fill,
            bar=self._bar, padding=self._padding, is_open=self._is_open, is_mirrored=self.is_mirrored,
        )  # fmt: skip

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the box, then what it holds."""
        height = self.measure(width)
        with pen.ornament() as canvas:
            canvas.setLineWidth(0.7)
            canvas.setStrokeColor(HexColor(self._look.colours.pen))
            canvas.setFillColor(HexColor(self._fill or "#FFFFFF"))
            if not self._is_open:
                canvas.roundRect(x, top - height, width, height, 2.5, stroke=int(not self._fill), fill=int(bool(self._fill)))
            if self._bar:
                canvas.setFillColor(HexColor(self._look.colours.accent))
                canvas.rect(x + width - self._bar if self.is_mirrored else x, top - height, self._bar, height, stroke=0, fill=1)
        super().draw(pen, x, top, width)


class Hung(Stack):
    """Text with a mark before its first line, at the start side; the mark goes with the first half."""

    def __init__(
        self,
        parts: Sequence[Box],
        mark: DrawMark | None,
        spot: Spot | None,
        *,
        side: float,
        indent: float,
        size: float,
        is_mirrored: bool,
    ) -> None:
        """Hang a mark of a side's length level with text of a size; without a spot it is an ornament."""
        top = max(side / 2 - MIDDLE * size, 0) if mark else 0
        super().__init__(parts, start=indent, top=top, is_mirrored=is_mirrored)
        self._mark, self._spot, self._side, self._size = mark, spot, side, size

    def again(self, parts: Sequence[Box], *, is_first: bool) -> Stack:
        """Return the first half with the mark, the second without."""
        return Hung(
            parts, self._mark if is_first else None, self._spot,
            side=self._side, indent=self.start, size=self._size, is_mirrored=self.is_mirrored,
        )  # fmt: skip

    def _measure(self, width: float) -> float:
        return max(super()._measure(width), self._side if self._mark else 0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the mark, then the text."""
        if self._mark:
            left = x + width - self._side if self.is_mirrored else x
            with pen.content(self._spot) if self._spot else pen.ornament() as canvas:
                self._mark(canvas, left, top - self.top - MIDDLE * self._size, self._side)
        super().draw(pen, x, top, width)


def dot(look: Look) -> DrawMark:
    """Return what draws the dot of a list."""

    def draw(canvas: Any, left: float, middle: float, side: float) -> None:
        canvas.setFillColor(HexColor(look.colours.accent))
        canvas.circle(left + side / 2, middle, look.sizes.body * 0.17, stroke=0, fill=1)

    return draw


def disc(look: Look, text: str) -> DrawMark:
    """Return what draws a number in a filled disc."""

    def draw(canvas: Any, left: float, middle: float, side: float) -> None:
        canvas.setFillColor(HexColor(look.colours.accent))
        canvas.circle(left + side / 2, middle, side / 2, stroke=0, fill=1)
        size = side * 0.52
        style = ParagraphStyle("disc", fontName=fonts.SEMIBOLD, fontSize=size, textColor=HexColor("#FFFFFF"), alignment=TA_CENTER)
        plain.draw_line(canvas, left + side / 2, middle - size * 0.36, text, style)

    return draw


def box(look: Look, *, is_ticked: bool) -> DrawMark:
    """Return what draws a box to tick, or one that is ticked."""

    def draw(canvas: Any, left: float, middle: float, side: float) -> None:
        weight = max(side / 14, 0.9)
        canvas.setStrokeColor(HexColor(look.colours.accent))
        canvas.setLineWidth(weight)
        canvas.setLineJoin(1)
        canvas.setLineCap(1)
        inner = side - weight
        low = middle - inner / 2
        canvas.roundRect(left + weight / 2, low, inner, inner, side * 0.13, stroke=1, fill=0)
        if is_ticked:
            canvas.setLineWidth(weight * 1.6)
            points = [(left + side * x, low + inner * y) for x, y in ((0.24, 0.5), (0.43, 0.28), (0.77, 0.72))]
            canvas.lines([(*points[0], *points[1]), (*points[1], *points[2])])

    return draw
