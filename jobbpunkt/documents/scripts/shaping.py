"""Words shaped by HarfBuzz, for the scripts that ReportLab cannot set by itself."""

import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Any

import uharfbuzz
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from jobbpunkt.documents.scripts import direction, fonts
from jobbpunkt.documents.scripts.direction import LEFT_MARK, RIGHT_MARK
from jobbpunkt.documents.scripts.vowels import Vowel
from jobbpunkt.documents.text import UNKNOWN

_NOTHING = "\u200b"  # what a glyph stands for whose letter another glyph stands for already
_OF_NUMBERS = frozenset({"ES", "ET", "CS"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring signs of one font and one level, shaped; widths are in thousandths of the font size.

    `advances` are those of each sign, nought for one that is drawn with the sign before it; `vowels` are drawn apart.
    """

    text: str
    font: str
    level: int
    glyphs: Any
    vowels: tuple[Vowel, ...]
    advances: tuple[float, ...]
    width: float

    @property
    def reads_wrong(self) -> bool:
        """Tell whether readers take marks for letters of their own, and so need to be told the text.

        Not for what runs from the right: there readers turn the text that they are told around.
        """
        return not self.level % 2 and any(unicodedata.category(sign)[0] == "M" for sign in self.text)


@dataclass(frozen=True, slots=True)
class Word:
    """The pieces between two places where a line may break; a space hangs over the end of a line."""

    text: str
    start: int
    pieces: tuple[Piece, ...]
    width: float

    @property
    def is_space(self) -> bool:
        """Tell whether it is blanks."""
        return self.text.startswith(" ")


class Paragraph:
    """One paragraph with the font and the level of each of its signs, from which words are taken."""

    def __init__(self, text: str, main: str, base: direction.Base | None = None) -> None:
        chosen = fonts.fonts_of(text, main)
        self.text = "".join(sign if font else UNKNOWN for sign, font in zip(text, chosen, strict=True))
        self.from_right = direction.base_level(text, base) == 1
        self._is_paper_from_right = base == "rtl"
        self._fonts = [font or main for font in chosen]
        self._levels = direction.levels(self.text, int(self.from_right))
        runs = zip(self._fonts, self._levels, strict=True)
        changes = (before != after for before, after in pairwise(runs))
        self._runs = list(accumulate(changes, initial=0))  # the number of the run of one font and level, for each sign

    def word(self, start: int, end: int) -> Word:
        """Return the signs from `start` to before `end`, shaped in the fonts and directions that they need."""
        pieces = []
        begin = start
        while begin < end:
            after = bisect_right(self._runs, self._runs[begin], begin, end)
            pieces.append(self._piece(begin, after))
            begin = after
        return Word(self.text[start:end], start, tuple(pieces), sum(piece.width for piece in pieces))

    def _piece(self, start: int, end: int) -> Piece:
        font, level = self._fonts[start], self._levels[start]
        return shape(self.text[start:end], font, level, is_paper_from_right=self._is_paper_from_right)


@lru_cache(maxsize=4096)
def shape(text: str, font_name: str, level: int, *, is_paper_from_right: bool = False) -> Piece:
    """Shape neighbouring signs of one font and level."""
    font = fonts.font(font_name)
    infos, places = _shaped(font, text, level)
    meant = _meant(font, text, [(info.codepoint, info.cluster) for info in infos])
    apart: frozenset[int] = frozenset()
    if level % 2:
        meant = [letters[::-1] for letters in meant]  # readers turn the letters of a glyph from the right around
        apart = _apart(meant, [place.x_advance for place in places])
    codes: list[str] = []
    data: list[ShapeData] = []
    vowels: list[Vowel] = []
    advances = [0.0] * len(text)
    at = 0
    for number, (info, place) in enumerate(zip(infos, places, strict=True)):
        if number in apart:
            vowels.append(Vowel(font_name, info.codepoint, at + place.x_offset, place.y_offset))
            continue
        letters = _with_vowels(meant, number, apart) if apart else meant[number]
        code = _code_of(font, info.codepoint, _as_read(letters, level, is_bracketed=is_paper_from_right and level % 2 == 1))
        codes.append(chr(code))
        moves = place.x_advance, place.y_advance, place.x_offset, place.y_offset
        data.append(ShapeData(info.cluster, *moves, font.face.charWidths[code]))
        advances[info.cluster] += place.x_advance * fonts.scale(font_name)
        at += place.x_advance
    glyphs = ShapedStr("".join(codes), data)
    return Piece(text, font_name, level, glyphs, tuple(vowels), tuple(advances), sum(advances))


def _shaped(font: fonts.Font, text: str, level: int) -> tuple[list[Any], list[Any]]:
    """Return HarfBuzz's glyphs and their places from left to right."""
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.direction = "rtl" if level % 2 else "ltr"  # brackets alone would be guessed left to right, and not mirrored
    buffer.guess_segment_properties()
    uharfbuzz.shape(font.engine, buffer, {"kern": True, "liga": True})
    return buffer.glyph_infos, buffer.glyph_positions


def _apart(meant: list[str], advances: list[int]) -> frozenset[int]:
    """Return which glyphs are vowels above or below a letter that stands after them: they come first from the right."""
    if all(advances):
        return frozenset()
    last = max((number for number, advance in enumerate(advances) if advance), default=-1)
    return frozenset(
        number
        for number, text in enumerate(meant)
        if not advances[number] and (text == _NOTHING or unicodedata.category(text[0]) == "Mn") and number < last
    )


def _with_vowels(meant: list[str], number: int, apart: frozenset[int]) -> str:
    """Return what a glyph stands for together with its vowels, held to it by a mark: a vowel alone has no direction."""
    first = number
    while first - 1 in apart:
        first -= 1
    vowels = "".join(text for text in meant[first:number] if text != _NOTHING)
    return (RIGHT_MARK + vowels if vowels else "") + meant[number]


def _meant(font: fonts.Font, text: str, glyphs: list[tuple[int, int]]) -> list[str]:
    """Return the letters that each glyph (number, cluster) stands for: those of its cluster, or its own of several."""
    starts = sorted({cluster for _, cluster in glyphs} | {len(text)})
    letters = {start: text[start:end] for start, end in pairwise(starts)}
    shared = Counter(cluster for _, cluster in glyphs)
    result = []
    for glyph, cluster in glyphs:
        own = font.face.glyphToChar.get(glyph) if shared[cluster] > 1 else None
        result.append(chr(own[0]) if own else letters.pop(cluster, _NOTHING))
    return result


def _as_read(letters: str, level: int, *, is_bracketed: bool) -> str:
    """Return letters as readers need them in a line with both directions, where they know no levels.

    A blank inside a number would part it, and a full stop or colon from the right would count as the end of a number.
    Some readers turn brackets from the right around, which they are already; marks on both sides keep them from it, but
    on a page that runs from the left those would part the line.
    """
    if not level % 2:
        return letters.replace(" ", "\xa0") if level else letters
    if letters and unicodedata.bidirectional(letters[-1]) in _OF_NUMBERS:
        return RIGHT_MARK + letters + RIGHT_MARK
    if is_bracketed and letters and unicodedata.mirrored(letters[-1]):
        return RIGHT_MARK + letters + LEFT_MARK
    return letters


def marked(piece: Piece, mark: str) -> Piece:
    """Return a piece whose edge says to readers where another direction begins: at its left or, from the right, at its right."""
    font = fonts.font(piece.font)
    codes = list(piece.glyphs)
    edge = -1 if piece.level % 2 else 0
    own = ord(codes[edge])
    meant = font.meaning(own)
    said = meant + mark if piece.level % 2 else mark + meant
    codes[edge] = chr(font.own_code(font.face.charToGlyph[own], said))
    return replace(piece, glyphs=ShapedStr("".join(codes), piece.glyphs.__shapeData__))


def _code_of(font: fonts.Font, glyph: int, meant: str) -> int:
    """Return the code that draws a glyph: the sign's own when it is drawn as itself, else one of ours.

    ReportLab would write a blank that does not break as one that does.
    """
    if len(meant) == 1 and meant != "\xa0" and font.face.charToGlyph.get(ord(meant)) == glyph:
        return ord(meant)
    return font.own_code(glyph, meant)
