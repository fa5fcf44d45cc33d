"""Vowel signs above and below what runs from the right, drawn as shapes: readers would take them for lines of their own.

The letters below them say them to a reader instead.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jobbpunkt.documents.scripts import fonts

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Vowel:
    """A glyph and where it stands from the beginning of its piece, in thousandths of the size of the font."""

    font: str
    glyph: int
    x: float
    y: float


class _Pen:
    """Takes down the outline of a glyph as lines and cubic curves, by HarfBuzz's names."""

    def __init__(self) -> None:
        self.strokes: list[tuple[Point, ...]] = []  # one point is a move or a line, three are a curve, none closes
        self.begins: set[int] = set()
        self._at: Point = (0.0, 0.0)

    def moveTo(self, to: Point) -> None:  # noqa: N802
        self.begins.add(len(self.strokes))
        self._take(to)

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self._take(to)

    def curveTo(self, first: Point, second: Point, to: Point) -> None:  # noqa: N802
        self._take(first, second, to)

    def qCurveTo(self, by: Point, to: Point) -> None:  # noqa: N802
        first, second = (((end[0] + 2 * by[0]) / 3, (end[1] + 2 * by[1]) / 3) for end in (self._at, to))
        self._take(first, second, to)

    def closePath(self) -> None:  # noqa: N802
        self._take()

    def _take(self, *points: Point) -> None:
        self.strokes.append(points)
        self._at = points[-1] if points else self._at


@lru_cache(maxsize=512)
def _outline(name: str, glyph: int) -> tuple[Sequence[tuple[Point, ...]], frozenset[int]]:
    pen = _Pen()
    fonts.font(name).engine.draw_glyph_with_pen(glyph, pen)
    return pen.strokes, frozenset(pen.begins)


def draw(canvas: Any, vowels: Iterable[Vowel], x: float, y: float, size: float) -> None:
    """Draw the vowels of a piece that begins at `x` on the base line `y`, in the canvas's colour."""
    path = canvas.beginPath()
    for vowel in vowels:
        strokes, begins = _outline(vowel.font, vowel.glyph)
        for number, points in enumerate(strokes):
            at = [part for a, b in points for part in (x + (vowel.x + a) * size / 1000, y + (vowel.y + b) * size / 1000)]
            if not at:
                path.close()
            elif len(at) > 2:
                path.curveTo(*at)
            elif number in begins:
                path.moveTo(*at)
            else:
                path.lineTo(*at)
    canvas.drawPath(path, stroke=0, fill=1)
