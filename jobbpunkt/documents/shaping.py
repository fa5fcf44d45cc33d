"""Words shaped by HarfBuzz and lines broken in logical order, for the scripts that ReportLab cannot set by itself."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

import uharfbuzz
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from jobbpunkt.documents import direction, fonts
from jobbpunkt.documents.text import UNKNOWN

# Thai writes words together: a line may break before a vowel that leads a syllable, or after a sign that ends one.
_WORDS = re.compile("[ \xa0]+|[^ \xa0]+")
_BREAKS_INSIDE = re.compile("(?<=[\u0e01-\u0e5b])(?=[\u0e40-\u0e44])|(?<=[\u0e30\u0e46\u1361\u1362])")
_KEPT_WITH_LETTER = "\u0e30\u0e32\u0e33\u0e45\u0e46"


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring signs of one font and one level, shaped; `width` is in thousandths of the font size."""

    font: str
    level: int
    glyphs: Any
    meanings: tuple[tuple[int, str], ...]
    width: float


@dataclass(frozen=True, slots=True)
class Word:
    """The pieces between two places where a line may break; a space hangs over the end of a line."""

    text: str
    start: int
    pieces: tuple[Piece, ...]
    width: float
    is_space: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one line from left to right, and whether its paragraph begins from the right."""

    pieces: tuple[Piece, ...]
    width: float
    from_right: bool


@lru_cache(maxsize=4096)
def shape(text: str, font_name: str, level: int) -> Piece:
    """Shape neighbouring signs of one font and level."""
    font = fonts.font(font_name)
    engine = font.hbFont(10)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.direction = "rtl" if level % 2 else "ltr"  # brackets alone would be guessed left to right, and not mirrored
    buffer.guess_segment_properties()
    uharfbuzz.shape(engine, buffer, {"kern": True, "liga": True})
    meant = _meant(font, text, [(info.codepoint, info.cluster) for info in buffer.glyph_infos])
    codes, data, meanings = [], [], []
    for info, place, letters in zip(buffer.glyph_infos, buffer.glyph_positions, meant, strict=True):
        code = _code_of(font, engine, info.codepoint, letters)
        codes.append(chr(code))
        if code >= fonts.OWN_CODES:
            meanings.append((code, letters))
        scaled = [font.pdfScale(part) for part in (place.x_advance, place.y_advance, place.x_offset, place.y_offset)]
        data.append(ShapeData(info.cluster, *scaled, font.face.charWidths[code]))
    width = sum(part.x_advance for part in data) * fonts.scale(font_name)
    return Piece(font_name, level, ShapedStr("".join(codes), data), tuple(meanings), width)


def _meant(font: fonts.Font, text: str, glyphs: list[tuple[int, int]]) -> list[str]:
    """Return the letters that each glyph (number, cluster) stands for: those of its cluster, or its own of several."""
    starts = sorted({cluster for _, cluster in glyphs} | {len(text)})
    letters = {start: text[start:end] for start, end in pairwise(starts)}
    shared = Counter(cluster for _, cluster in glyphs)
    result = []
    for glyph, cluster in glyphs:
        own = font.face.glyphToChar.get(glyph) if shared[cluster] > 1 else None
        result.append(chr(own[0]) if own else letters.pop(cluster, "\u200b"))
    return result


def _code_of(font: fonts.Font, engine: Any, glyph: int, meant: str) -> int:
    """Return the code that draws a glyph: the sign's own when it is drawn as itself, else one of ours."""
    if len(meant) == 1 and font.face.charToGlyph.get(ord(meant)) == glyph:
        return ord(meant)
    return font.own_code(glyph, engine.get_glyph_h_advance(glyph))


def words(text: str, main: str) -> tuple[Word, ...]:
    """Return the words of one paragraph, each shaped in the fonts and directions that it needs."""
    chosen = fonts.fonts_of(text, main)
    text = "".join(sign if font else UNKNOWN for sign, font in zip(text, chosen, strict=True))
    levels = direction.levels(text, direction.base_level(text))
    found = []
    for start, end in _word_spans(text):
        spans = groupby(range(start, end), key=lambda place: (chosen[place] or main, levels[place]))
        pieces = tuple(_piece(text, list(places), font, level) for (font, level), places in spans)
        found.append(Word(text[start:end], start, pieces, sum(piece.width for piece in pieces), text[start] in " \xa0"))
    return tuple(found)


def _piece(text: str, places: list[int], font: str, level: int) -> Piece:
    return shape(text[places[0] : places[-1] + 1], font, level)


def _word_spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _WORDS.finditer(text):
        inside = _BREAKS_INSIDE.finditer(text, match.start() + 1, match.end())
        cuts = [match.start(), *(cut.start() for cut in inside), match.end()]
        yield from ((start, end) for start, end in pairwise(cuts) if start < end)


def lines(text: str, main: str, width: float) -> tuple[Line, ...]:
    """Break a paragraph into lines of at most `width` thousandths of the font size."""
    from_right = direction.base_level(text) == 1
    rows: list[list[Word]] = [[]]
    used = 0.0
    for word in _fitting(words(text, main), main, width):
        if used + word.width > width and rows[-1] and not word.is_space:
            rows.append([])
            used = 0.0
        if rows[-1] or not word.is_space or len(rows) == 1:
            rows[-1].append(word)
            used += word.width
    return tuple(_line(row, from_right=from_right) for row in rows)


def _fitting(found: tuple[Word, ...], main: str, width: float) -> Iterator[Word]:
    """Cut each word that is wider than a whole line into parts that are not."""
    for word in found:
        if word.width <= width or word.is_space:
            yield word
        else:
            yield from _cut(word, main, width)


def _cut(word: Word, main: str, width: float) -> Iterator[Word]:
    rest = word.text
    while rest:
        end = _fits(rest, main, width)
        yield from words(rest[:end], main)
        rest = rest[end:]


def _fits(text: str, main: str, width: float) -> int:
    """Return how many signs fit, never parting a letter from its marks."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(word.width for word in words(text[:middle], main)) <= width:
            low = middle
        else:
            high = middle - 1
    end = low
    while 0 < end < len(text) and _joins(text[end]):
        end -= 1
    return end or low


def _joins(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M" or sign in _KEPT_WITH_LETTER or sign in "\u200c\u200d"


def _line(row: list[Word], *, from_right: bool) -> Line:
    while row and row[-1].is_space:
        row.pop()
    pieces = [piece for word in row for piece in word.pieces]
    ordered = direction.in_visual_order(pieces, lambda piece: piece.level)
    return Line(tuple(ordered), sum(piece.width for piece in pieces), from_right)
