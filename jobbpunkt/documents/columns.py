"""How wide the columns of a workbook are, and how high its rows: every text can be read where it stands."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import chain
from unicodedata import east_asian_width

from reportlab.pdfbase.pdfmetrics import stringWidth

Value = str | int | float | date | datetime | None
SIZE = 10.0
_UNIT = 5.25  # points that one figure of a column's width takes
_LINE, _AIR = 12.9, 5.0
_NARROWEST, _WIDTHS = 9.0, (60.0, 90.0, 120.0)
_ACROSS = 185.0  # figures across a lying sheet, which is then printed in letters of more than seven points
_NARROWED = (26.0, 34.0, 42.0, 50.0)
_ARROW = 3.0  # what opens the filter stands in the header, over its words
_HIGHEST = 409.0  # of a row, says Excel
_SLACK = 0.97  # the font may be another one where the file is opened


def widths(header: Sequence[str], rows: Sequence[Sequence[Value]]) -> list[float]:
    """Return the width of each column, in figures: that of its longest line, unless that is better broken.

    Where all of them are more than a sheet of paper holds in letters that can be read, the widest texts are broken further.
    """
    columns = [[row[number] for row in rows if number < len(row)] for number in range(len(header))]
    wide = [_width(title, values) for title, values in zip(header, columns, strict=True)]
    least = [_least(title, values, width) for title, values, width in zip(header, columns, wide, strict=True)]
    while sum(wide) > _ACROSS and any(width > narrow for width, narrow in zip(wide, least, strict=True)):
        widest = max((place for place in range(len(wide)) if wide[place] > least[place]), key=lambda place: wide[place])
        wide[widest] = max(round(wide[widest] - 1, 1), least[widest])
    return wide


def _least(title: str, values: Sequence[Value], width: float) -> float:
    """Return how narrow a column may become: a text keeps its longest word whole, and every line in its row."""
    texts = [value for value in values if isinstance(value, str)]
    if not texts:
        return width
    longest = max((_length(word) for text in (title, *texts) for word in text.split()), default=0.0)
    fits = next((one for one in _NARROWED if lines(max(texts, key=len), one) * _LINE + _AIR <= _HIGHEST), width)
    return min(width, max(fits, round(longest / _UNIT / _SLACK + _ARROW, 1)))


def height(values: Sequence[Value], columns: Sequence[float], *, bold: bool = False) -> float:
    """Return the height of a row, in points, that shows every line of its texts."""
    taken = zip(values, columns, strict=False)
    deepest = max((lines(value, width, bold=bold) for value, width in taken if isinstance(value, str)), default=1)
    return min(deepest * _LINE + _AIR, _HIGHEST)


def lines(text: str, width: float, *, bold: bool = False) -> int:
    """Return over how many lines a text goes in a column of this many figures; a header leaves room for its arrow."""
    room = ((width - _ARROW) if bold else width) * _UNIT * _SLACK
    return sum(_broken(part, room, bold=bold) for part in text.split("\n"))


def is_of_numbers(values: Sequence[Value]) -> bool:
    """Tell whether a column is of numbers, some of which may be missing or told in words."""
    return any(isinstance(value, int | float) for value in values) and not any(isinstance(value, date) for value in values)


def _width(title: str, values: Sequence[Value]) -> float:
    word = max((_length(word, bold=True) for word in title.split()), default=0.0)
    heading = max(word, min(_length(title, bold=True), 12 * _UNIT)) / _UNIT + _ARROW
    longest = max(chain((0.0,), _needed(values)))
    texts = [value for value in values if isinstance(value, str) and len(value) > 5 * _WIDTHS[0]]
    most = next((one for one in _WIDTHS if all(lines(text, one) * _LINE + _AIR <= _HIGHEST for text in texts)), _WIDTHS[-1])
    return round(max(_NARROWEST, heading / _SLACK, min(longest / _UNIT / _SLACK + 1, most)), 1)


def _needed(values: Sequence[Value]) -> Iterator[float]:
    for value in values:
        if isinstance(value, str):
            yield from (_length(line[:200]) for line in value.split("\n"))
        elif isinstance(value, date):
            yield (16 if isinstance(value, datetime) else 10) * _UNIT
        elif value is not None:
            yield (len(f"{value:,.1f}") + 2) * _UNIT


def _broken(text: str, room: float, *, bold: bool) -> int:
    if len(text) * SIZE * 0.6 <= room or _length(text, bold=bold) <= room:
        return 1
    count, filled, blank = 1, 0.0, _advance(" ", bold=bold)
    for word in text.split(" "):
        needed = _length(word, bold=bold)
        if filled and filled + blank + needed > room:
            count, filled = count + 1, 0.0
        filled += needed + (blank if filled else 0.0)
        while filled > room:
            count, filled = count + 1, filled - room
    return count


def _length(text: str, *, bold: bool = False) -> float:
    return sum(_advance(sign, bold=bold) for sign in text)


@lru_cache(maxsize=4096)
def _advance(sign: str, *, bold: bool) -> float:
    """Return how much room a sign takes in Arial, whose measures Helvetica shares; of other scripts, rather too much."""
    if ord(sign) < 0x250:
        return float(stringWidth(sign, "Helvetica-Bold" if bold else "Helvetica", SIZE))
    return SIZE if east_asian_width(sign) in "WF" else SIZE * 0.75
