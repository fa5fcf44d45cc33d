"""Boxes of text: paragraphs that break over pages, headings with another language beside them, names that step down in size."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from jobbpunkt.documents.looks import TextStyle
from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.tags import Element, Mark, Spot
from jobbpunkt.documents.scripts import fonts, phrasing, plain
from jobbpunkt.documents.scripts.direction import Base
from jobbpunkt.documents.tree import Side

_FONTS = MappingProxyType({"regular": fonts.REGULAR, "medium": fonts.MEDIUM, "semibold": fonts.SEMIBOLD})
_ENDLESS = 1e6
BASE_LINE = 1.0  # of the size, from the top of a line


@cache
def style_of(style: TextStyle, side: Side = "start", *, is_mirrored: bool = False) -> ParagraphStyle:
    """Return what ReportLab calls a style, set towards a side."""
    left = (side == "start") is not is_mirrored
    base: Base = "rtl" if is_mirrored else "ltr"
    return ParagraphStyle(
        "of a look",
        fontName=_FONTS[style.weight],
        fontSize=style.size,
        leading=style.leading,
        textColor=HexColor(style.colour),
        alignment=TA_CENTER if side == "centre" else TA_LEFT if left else TA_RIGHT,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        base=base,  # ours: `plain` reads it
    )


@dataclass(frozen=True, slots=True)
class Measure:
    """How many signs a line has at most, and the language whose phrases lines break at."""

    most: int
    language: str


class Words(Box):
    """A paragraph; it parts with two lines on each page at least. With a measure its lines break at the phrase."""

    def __init__(
        self,
        text: str,
        style: ParagraphStyle,
        spot: Spot,
        link: Element | None = None,
        *,
        is_narrow: bool = False,
        measure: Measure | None = None,
        flowable: Flowable | None = None,
    ) -> None:
        """With `is_narrow` the text takes no more than it needs, at the left: the end side of a mirrored page."""
        super().__init__()
        self.text, self.style, self.spot, self.link, self._is_narrow = text, style, spot, link, is_narrow
        self._set, self._breaks = text, measure
        self._flowable = plain.paragraph(text, style) if flowable is None else flowable

    def _measure(self, width: float) -> float:
        if self._breaks:
            self._break_at_phrases(self._breaks, self._room(width))
        return float(self._flowable.wrap(self._room(width), _ENDLESS)[1])

    def _break_at_phrases(self, measure: Measure, room: float) -> None:
        def fits(line: str) -> bool:
            return plain.width_of(line, self.style) <= room

        text = phrasing.broken(self.text, measure.most, fits, measure.language)
        if text != self._set:
            self._set, self._flowable = text, plain.paragraph(text, self.style)

    def _room(self, width: float) -> float:
        return min(width, self.widest()) if self._is_narrow else width

    def widest(self) -> float:
        """Return the width at which no line breaks."""
        return max((plain.width_of(line, self.style) for line in self.text.split("\n")), default=0) + 0.5

    def _part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":  # noqa: ARG002 - as its siblings
        self.measure(width)
        halves = self._flowable.split(self._room(width), room) if room > 0 else []
        if len(halves) != 2:
            self._known = (-1.0, 0.0)  # ReportLab forgets the lines of a paragraph that it could not part
            return None
        first, rest = self._half(halves[0]), self._half(halves[1])
        first.before, rest.after, rest.keep = self.before, self.after, self.keep
        return first, rest

    def _half(self, flowable: Flowable) -> "Words":
        return Words(self.text, self.style, self.spot, self.link, is_narrow=self._is_narrow, flowable=flowable)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the lines as content of their element."""
        height = self.measure(width)
        with pen.content(self.spot) as canvas:
            self._flowable.drawOn(canvas, x, top - height)
        if self.link:
            pen.link(self.link, x, top - height, width, height)


class Title(Box):
    """A heading: with the same in another language on its line where both fit, else below; told in the reader's contents."""

    def __init__(
        self, styles: Sequence[ParagraphStyle], text: str, element: Element, level: int = 0, measure: Measure | None = None
    ) -> None:
        """Take the first style that sets the text on one line, or the last."""
        super().__init__()
        self._styles, self._text, self._level, self._breaks = styles, text, level, measure
        self._spot = element.spot()
        self._main: Words | None = None
        self._beside: tuple[Words, float] | None = None
        self._is_mirrored = styles[0].alignment == TA_RIGHT
        self.least = 0.0  # the height it has even when it was set smaller; it then stands at the foot of it

    def put_beside(self, words: Words) -> None:
        """Set the same in another language next to the heading."""
        self._beside = words, plain.width_of(words.text, words.style)

    def _measure(self, width: float) -> float:
        taken = next((style for style in self._styles if plain.width_of(self._text, style) <= width), self._styles[-1])
        self._main = Words(self._text, taken, self._spot, measure=self._breaks)
        height = self._main.measure(width)
        if self._beside:
            other = self._beside[0].measure(width)
            return max(height, other) if self._fits_on_one_line(width) else height + other
        return max(height, self.least)

    def _fits_on_one_line(self, width: float) -> bool:
        assert self._main is not None and self._beside is not None  # noqa: S101, PT018 - told by who calls
        used = plain.width_of(self._text, self._main.style)
        return "\n" not in self._text and used + self._beside[1] + self._main.style.fontSize * 0.7 <= width

    def _part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        self.measure(width)
        return self._main.part(width, room, fresh=True) if fresh and self._main else None

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the heading, then what stands beside it."""
        self.measure(width)
        main = self._main
        if main is None:
            return
        if self._level:
            pen.outline.append(Mark(self._text, self._level, pen.page, top + 6))
        if not self._beside or not self._fits_on_one_line(width):
            main.draw(pen, x, top - max(self.least - main.measure(width), 0), width)
            if self._beside:
                self._beside[0].draw(pen, x, top - main.measure(width), width)
            return
        y = top - main.style.fontSize * BASE_LINE
        shift = plain.width_of(self._text, main.style) + main.style.fontSize * 0.7
        draw_words(pen, self._spot, x + width if self._is_mirrored else x, y, self._text, main.style)
        beside = self._beside[0]
        draw_words(pen, beside.spot, x + width - shift if self._is_mirrored else x + shift, y, beside.text, beside.style)


def draw_words(pen: Pen, spot: Spot, x: float, y: float, text: str, style: ParagraphStyle) -> None:
    """Draw a line of text at its base line as content of an element."""
    with pen.content(spot) as canvas:
        plain.draw_line(canvas, x, y, text, style)


def fitted(text: str, style: ParagraphStyle, room: float) -> str:
    """Return what of a line fits, with dots where it was cut."""
    if plain.width_of(text, style) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if plain.width_of(text[:middle].rstrip() + "…", style) <= room else (low, middle - 1)
    return text[:low].rstrip() + "…"
