"""Text that people typed, as flowables: never read as markup, whatever script it is written in."""

from itertools import groupby
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paraparser import ParaFrag

from jobbpunkt.documents.scripts import direction, fonts, vowels
from jobbpunkt.documents.scripts.direction import Base
from jobbpunkt.documents.scripts.wrapping import Line, lines
from jobbpunkt.documents.text import clean


def paragraph(text: str, style: ParagraphStyle) -> Flowable:
    """Return typed text as a flowable: ReportLab's own paragraph where it can set the text, else ours.

    A style may have a `base`: the direction of the paper, for a text whose own letters do not tell.
    """
    text = clean(text)
    fonts.font(style.fontName)
    if _is_simple(text, style):
        return _Plain(None, style, frags=_frags(text, style))
    return ShapedText(text, style)


def width_of(text: str, style: ParagraphStyle) -> float:
    """Return the width in points of text set on one line."""
    text = clean(text).replace("\n", " ")
    if fonts.draws_simply(text, style.fontName):
        return float(fonts.font(style.fontName).stringWidth(text, style.fontSize))
    return sum(line.width for line in _lines_of(text, style, float("inf"))) * float(style.fontSize) / 1000


def draw_line(canvas: Any, x: float, y: float, text: str, style: ParagraphStyle) -> None:
    """Draw text on one line from `x`; the style's alignment says whether `x` is its left, middle or right."""
    shift = {TA_CENTER: 0.5, TA_RIGHT: 1.0}.get(style.alignment, 0.0)
    left = x - shift * width_of(text, style)
    for line in _lines_of(clean(text).replace("\n", " "), style, float("inf")):
        _draw(canvas, line, left, y, style)


def _base_of(style: ParagraphStyle) -> Base | None:
    found: Base | None = getattr(style, "base", None)
    return found


def _is_simple(text: str, style: ParagraphStyle) -> bool:
    """Tell whether ReportLab sets the text rightly: each sign by itself, all of it from the left."""
    base = _base_of(style)
    return fonts.draws_simply(text, style.fontName) and (base != "rtl" or not direction.base_level(text, base))


def _frags(text: str, style: ParagraphStyle) -> list[Any]:
    """Return what ReportLab's parser would make of the text, without parsing it: no sign in it can become markup."""
    plain = _frag(style)
    frags: list[Any] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            frags.append(plain.clone(text="", lineBreak=True))
        if line or "\n" not in text:
            frags.append(plain.clone(text=line))
    return frags


def _frag(style: ParagraphStyle) -> Any:
    return ParaFrag(
        rise=0, greek=0, link=[], fontName=style.fontName, bold=0, italic=0, fontSize=style.fontSize, textColor=style.textColor,
        us_lines=[],
    )  # fmt: skip


class _Plain(Paragraph):  # type: ignore[misc]
    """ReportLab's paragraph, which breaks its lines once: whatever holds it asks anew on each page how tall it is."""

    _broken: tuple[tuple[float, ...], Any] | None = None

    def breakLines(self, width: list[float]) -> Any:  # noqa: N802 - ReportLab's name
        """Break the text into lines for a width, once for each."""
        if self._broken is None or self._broken[0] != tuple(width):
            self._broken = tuple(width), super().breakLines(width)
        return self._broken[1]

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Part the lines between two pages; each half keeps its own as they are, since our styles indent no first line."""
        halves: list[Flowable] = super().split(availWidth, availHeight)
        if len(halves) == 2 and self._broken:
            widths, broken = self._broken
            cut = len(halves[0].blPara.lines)
            for half, lines in zip(halves, (broken.lines[:cut], broken.lines[cut:]), strict=True):
                half._broken = widths, _holding(broken, lines)
        return halves


def _holding(broken: Any, lines: list[Any]) -> Any:
    """Return some lines of a broken paragraph as one of their own; lines of frags tell where among these they begin."""
    if broken.kind == 0:
        return broken.clone(lines=lines)
    start = lines[0].sFW
    return broken.clone(lines=[line.clone(sFW=line.sFW - start) for line in lines] if start else lines)


class ShapedText(Flowable):  # type: ignore[misc]
    """Text of any script of ours, mixed as one likes, shaped and set in the right direction."""

    def __init__(self, text: str, style: ParagraphStyle, ready: tuple[Line, ...] | None = None) -> None:
        super().__init__()
        self.style = style
        self._text = text
        self._ready = ready
        self._lines: tuple[Line, ...] = ready or ()
        self._leading = style.leading * (1.18 if _is_tall(text) else 1.0)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Break the text into lines for a width and return the size."""
        self.width = aW
        if self._ready is None:
            room = (aW - self.style.leftIndent - self.style.rightIndent) * 1000 / self.style.fontSize
            self._lines = tuple(line for part in self._text.split("\n") for line in _lines_of(part, self.style, room))
        self.height = len(self._lines) * self._leading
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803 - ReportLab's names
        """Part the lines between two pages, two on each side at least."""
        fit = min(int(aH / self._leading), len(self._lines) - 2)
        if fit < 2:
            return []
        return [ShapedText(self._text, self.style, part) for part in (self._lines[:fit], self._lines[fit:])]

    def draw(self) -> None:
        """Draw the lines, each from the side where its paragraph begins."""
        y = self.height - self.style.fontSize - (self._leading - self.style.leading) * 0.6
        for line in self._lines:
            _draw(self.canv, line, self._left(line), y, self.style)
            y -= self._leading

    def _left(self, line: Line) -> float:
        room = self.width - self.style.rightIndent - line.width * self.style.fontSize / 1000
        if self.style.alignment == TA_CENTER:
            return float(room + self.style.leftIndent) / 2
        # A style of mirrored paper says by its alignment where each paragraph stands; others know their own side only.
        is_right = self.style.alignment == TA_RIGHT or (line.from_right and _base_of(self.style) != "rtl")
        return float(room if is_right else self.style.leftIndent)


def _is_tall(text: str) -> bool:
    """Tell whether a script needs more room between its lines than Latin does (Arabic, Thai, Ethiopic)."""
    return any("\u0590" <= sign <= "\u1fff" or sign >= "\ufb50" for sign in text)


def _lines_of(text: str, style: ParagraphStyle, room: float) -> tuple[Line, ...]:
    return lines(text, style.fontName, room, _base_of(style))


def _draw(canvas: Any, line: Line, x: float, y: float, style: ParagraphStyle) -> None:
    out = canvas.beginText(x, y)
    out.setFillColor(style.textColor)
    for _, pieces in groupby(line.pieces, key=lambda piece: piece.level % 2):
        run = list(pieces)
        # The whole run: readers put blanks of their own between what they are told and what they read.
        is_told = any(piece.reads_wrong for piece in run)
        if is_told:
            said = "".join(piece.text for piece in run).encode("utf-16-be").hex().upper()
            out._code.append(f"/Span <</ActualText <FEFF{said}>>> BDC")  # there is no public way to mark a part
        for piece in run:
            out.setFont(piece.font, style.fontSize * fonts.scale(piece.font))
            out.textOut(piece.glyphs)
        if is_told:
            out._code.append("EMC")
    canvas.drawText(out)
    for piece in line.pieces:
        if piece.vowels:
            vowels.draw(canvas, piece.vowels, x, y, style.fontSize * fonts.scale(piece.font))
        x += piece.width * style.fontSize / 1000
