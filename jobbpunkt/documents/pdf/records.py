"""A table too wide for its page, told row by row: what each column is called, and below it what stands there."""

import re

from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.drawn import Rule
from jobbpunkt.documents.pdf.setter import Setter
from jobbpunkt.documents.pdf.tags import Element
from jobbpunkt.documents.scripts import plain
from jobbpunkt.documents.tree import Cell, Phrase, Role, Said, Table

_LONGEST_WORD = 28  # signs; a longer one is broken in any column
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")  # where a line may end: "over 100" and "3 500" are held together


def least_widths(block: Table, setter: Setter) -> list[float]:
    """Return how wide each column must be for its words to stand unbroken."""
    return [_widest_word(cells, setter) + 2 for cells in zip(block.header, *block.rows, strict=True)]


def fitted_widths(shares: list[float], least: list[float], room: float) -> list[float]:
    """Return shares of some room in which no word is broken while there is room; what is too wide gives of its own."""
    wanted = [max(share * room, one) for share, one in zip(shares, least, strict=True)]
    over, spare = sum(wanted) - room, sum(wanted) - sum(least)
    if sum(least) > room or over <= 0:
        return shares
    return [(one - over * (one - small) / spare) / room for one, small in zip(wanted, least, strict=True)]


def _widest_word(cells: tuple[Cell, ...], setter: Setter) -> float:
    style = setter.style(setter.look.cell_strong)
    words = [word for cell in cells if isinstance(cell, str | Phrase) for word in _BLANKS.split(str(cell))]
    return max((plain.width_of(word, style) for word in words if len(word) <= _LONGEST_WORD), default=0.0)


def records(block: Table, setter: Setter, parent: Element) -> list[Box]:
    """Return the rows one below the other, each a list of what its columns hold."""
    listed = parent.put(Element("L", numbering="None"))
    made: list[Box] = []
    for row in block.rows:
        body = listed.add("LI").add("LBody")
        pairs = [_pair(caption, cell, setter, body) for caption, cell in zip(block.header, row, strict=True)]
        record = setter.stack([box for pair in pairs for box in pair])
        record.before = record.after = setter.look.sizes.body * 0.6
        record.whole = 9 * setter.look.cell.leading
        made += [Rule(setter.look.colours.line), record]
    return made


def _pair(caption: Said, cell: Cell, setter: Setter, body: Element) -> list[Box]:
    """Return a column's name and what stands in it; nothing when the cell is empty."""
    look = setter.look
    named = setter.line(caption, look.roles[Role.CAPTION], body.add("P"))
    made = setter.paragraphs(cell, look.cell, body) if isinstance(cell, str | Phrase) else setter.all(cell, body)
    for box in named[:1]:
        box.before = look.sizes.body * 0.4
        box.keep = look.sizes.body
    return [*named, *made] if made else []
