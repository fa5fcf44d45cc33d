"""Lines broken in logical order and put into the order in which they are seen."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from jobbpunkt.documents.scripts import breaking, direction
from jobbpunkt.documents.scripts.shaping import Paragraph, Piece, Word, marked

_LEADS = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")  # vowels of Thai that stand before their letter
_FOLLOWS = frozenset("\u0e30\u0e32\u0e33\u0e45\u0e46\u200c\u200d")  # and those after it; joiners belong to what they join


@dataclass(frozen=True, slots=True)
class Line:
    """The pieces of one line from left to right, and whether its paragraph begins from the right."""

    pieces: tuple[Piece, ...]
    width: float
    from_right: bool


@lru_cache(maxsize=512)
def lines(text: str, main: str, width: float, base: direction.Base | None = None) -> tuple[Line, ...]:
    """Break a paragraph into lines of at most `width` thousandths of the font size."""
    paragraph = Paragraph(text, main, base)
    rows: list[list[Word]] = [[]]
    used = 0.0
    for word in _fitting(paragraph, width):
        if used + word.width > width and rows[-1] and not word.is_space:
            rows.append([])
            used = 0.0
        if rows[-1] or not word.is_space or len(rows) == 1:
            rows[-1].append(word)
            used += word.width
    return tuple(_line(row, from_right=paragraph.from_right) for row in rows)


def words(paragraph: Paragraph) -> Iterator[Word]:
    """Yield the words of a paragraph, blanks too."""
    return (paragraph.word(start, end) for start, end in breaking.spans(paragraph.text))


def _fitting(paragraph: Paragraph, width: float) -> Iterator[Word]:
    """Cut each word that is wider than a whole line into parts that are not."""
    for word in words(paragraph):
        if word.width <= width or word.is_space:
            yield word
        else:
            yield from _cut(paragraph, word, width)


def _cut(paragraph: Paragraph, word: Word, width: float) -> Iterator[Word]:
    """Yield parts of a word that fit, never parting a letter from its marks."""
    ends = list(accumulate((advance for piece in word.pieces for advance in piece.advances), initial=0.0))
    whole = [place for place in range(1, len(word.text)) if _may_part(word.text[place - 1], word.text[place])]
    whole.append(len(word.text))
    begin = nth = 0
    while begin < len(word.text):
        last = bisect_right(ends, ends[begin] + width) - 1
        fitting = max(bisect_right(whole, last) - 1, nth)
        part = paragraph.word(word.start + begin, word.start + whole[fitting])
        # Letters are drawn otherwise at the end of a part than inside a word, and may be wider there.
        while part.width > width and fitting > nth:
            fitting -= 1
            part = paragraph.word(word.start + begin, word.start + whole[fitting])
        yield part
        begin, nth = whole[fitting], fitting + 1


def _may_part(before: str, after: str) -> bool:
    return before not in _LEADS and after not in _FOLLOWS and before != "\u200d" and unicodedata.category(after)[0] != "M"


def _line(row: list[Word], *, from_right: bool) -> Line:
    while row and row[-1].is_space:
        row.pop()
    pieces = [piece for word in row for piece in word.pieces]
    ordered = direction.in_visual_order(pieces, lambda piece: piece.level)
    return Line(tuple(_with_edges(ordered, from_right=from_right)), sum(piece.width for piece in pieces), from_right)


def _with_edges(pieces: list[Piece], *, from_right: bool) -> Iterator[Piece]:
    """Yield the pieces of a line, with marks where the other direction than its own begins.

    Readers take a line apart by its letters: without the marks they lose the blank there, or turn parts around.
    """
    for nth, piece in enumerate(pieces):
        beside = nth - 1 if from_right else nth + 1
        runs_otherwise = piece.level % 2 != from_right
        is_edge = not 0 <= beside < len(pieces) or pieces[beside].level % 2 == from_right
        yield marked(piece, direction.MARKS[from_right]) if runs_otherwise and is_edge else piece
