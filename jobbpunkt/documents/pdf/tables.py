"""Tables on a page: a header that repeats, hairlines between the rows, rows that may break over pages."""

from collections.abc import Sequence

from jobbpunkt.documents.pdf.boxes import Box, Row, Stack, filled
from jobbpunkt.documents.pdf.drawn import Rule
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.records import fitted_widths, least_widths, records
from jobbpunkt.documents.pdf.setter import Setter, set_block
from jobbpunkt.documents.pdf.sheet import room
from jobbpunkt.documents.pdf.tags import Element
from jobbpunkt.documents.text import clean
from jobbpunkt.documents.tree import Phrase, Table

_BETWEEN = 12.0
_LINES_TOGETHER = 6


class Grid(Box):
    """Rows below a header; each page that they reach repeats it, for the eye only."""

    def __init__(self, header: Box | None, rows: Sequence[Box], *, is_first: bool = True) -> None:
        super().__init__()
        self._header, self._rows, self._is_first = header, list(rows), is_first

    def _measure(self, width: float) -> float:
        top = self._header.measure(width) if self._header else 0
        return top + sum(row.measure(width) for row in self._rows)

    def _part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        top = self._header.measure(width) if self._header else 0
        first, rest = filled(self._rows, width, room - top, fresh=fresh)
        if not first or not rest:
            return None
        halves = Grid(self._header, first, is_first=self._is_first), Grid(self._header, rest, is_first=False)
        halves[0].before, halves[1].after = self.before, self.after
        return halves

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the header, then the rows."""
        if self._header:
            if self._is_first:
                self._header.draw(pen, x, top, width)
            else:
                with pen.repeated():
                    self._header.draw(pen, x, top, width)
            top -= self._header.measure(width)
        for row in self._rows:
            row.draw(pen, x, top, width)
            top -= row.measure(width)


@set_block.register
def _table(block: Table, setter: Setter, parent: Element) -> list[Box]:
    block = block.padded()
    count = len(block.header)
    if not count:
        return []
    look = setter.look
    shares = [*block.shares, *[1.0] * count][:count]
    widths = [share / sum(shares) for share in shares]
    least, width = least_widths(block, setter), room(setter)[2] - _BETWEEN * (count - 1)
    if not look.has_columns and sum(least) > width:
        return records(block, setter, parent)
    widths = fitted_widths(widths, least, width)
    table = parent.add("Table")
    header = _header(block, setter, table, widths) if any(clean(str(said)) for said in block.header) else None
    rows = [_row(block, place, setter, table, widths) for place in range(len(block.rows))]
    if block.has_total and len(rows) > 1:
        rows[-2].keep = 1  # a sum never stands alone
    made = Grid(header, rows)
    made.before, made.after = 4, look.sizes.body * look.spacing
    return [made]


def _header(block: Table, setter: Setter, table: Element, widths: list[float]) -> Box:
    row = table.add("TR")
    cells = [
        setter.stack(setter.words(said, setter.look.cell_head, row.put(Element("TH", scope="Column")), side))
        for said, side in zip(block.header, block.sides, strict=True)
    ]
    return _lined(setter.row(cells, widths, _BETWEEN), setter, setter.look.colours.accent, 1.1, is_tight=False)


def _row(block: Table, place: int, setter: Setter, table: Element, widths: list[float]) -> Box:
    look = setter.look
    is_total = block.has_total and place == len(block.rows) - 1
    row = table.add("TR")
    cells: list[Box] = []
    for column, (cell, side) in enumerate(zip(block.rows[place], block.sides, strict=True)):
        is_head = block.has_row_heads and column == 0
        element = row.put(Element("TH", scope="Row")) if is_head else row.add("TD")
        style = look.cell_strong if is_total or is_head else look.cell
        made = setter.words(cell, style, element, side) if isinstance(cell, str | Phrase) else setter.all(cell, element)
        cells.append(setter.stack(made))
    before_total = block.has_total and place == len(block.rows) - 2
    colour, weight = (look.colours.accent, 1.1) if before_total else (look.colours.line, 0.5)
    lined = _lined(setter.row(cells, widths, _BETWEEN), setter, "" if is_total else colour, weight, is_tight=block.is_tight)
    lined.whole = _LINES_TOGETHER * look.cell.leading + 12
    return lined


def _lined(row: Row, setter: Setter, colour: str, weight: float, *, is_tight: bool) -> Stack:
    """Return a row with room around it and a line below."""
    room = setter.look.sizes.cell * (0.2 if is_tight else 0.42)
    rule: list[Box] = [Rule(colour, weight)] if colour and (setter.look.has_lines or weight > 1) else []
    inner = Stack([row], top=room, bottom=room)
    return Stack([inner, *rule])
