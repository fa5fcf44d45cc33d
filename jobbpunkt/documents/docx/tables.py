"""Tables of a Word paper: rows under headings that repeat, a chart's numbers, facts, boxes, and lines to sign on."""

from collections.abc import Callable, Sequence
from typing import Literal

from docx.oxml.xmlchemy import BaseOxmlElement

from jobbpunkt.documents import days
from jobbpunkt.documents.docx import styles
from jobbpunkt.documents.docx.marks import PLAIN, POINT, STRONG, element, line, no_line, shade
from jobbpunkt.documents.docx.place import Place
from jobbpunkt.documents.text import one_line
from jobbpunkt.documents.tree import Block, Callout, Cell, Chart, Facts, Role, Said, Side, Signatures, Signer, Table

_Slot = tuple[Said, ...]  # what a line to sign on is for: the signature, then the role and the name of who signs
Draw = Callable[[Place, Sequence[Block]], None]
_PAD = 5 * POINT
_CAPTIONS = 0.32  # of the width, for the captions of facts
_PEN = 40 * POINT  # room to sign
_GAP = 0.06  # of the width, between two lines to sign on


def table(place: Place, block: Table, draw: Draw) -> None:
    """Draw rows under headings."""
    block = block.padded()
    if not block.header:
        return
    made, widths = _begun(place, _widths(place, block.shares, len(block.header)), lines="rows")
    if any(str(said).strip() for said in block.header):
        row = _row(made, is_head=True)
        for said, side, width in zip(block.header, block.sides, widths, strict=True):
            _fill(_cell(place.kept(), row, width, place.page.look.colours.tint), said, side, draw, strong=True)
    for count, cells in enumerate(block.rows, 1):
        is_total = block.has_total and count == len(block.rows)
        row = _row(made)
        for number, (cell, side, width) in enumerate(zip(cells, block.sides, widths, strict=True)):
            strong = is_total or (block.has_row_heads and number == 0)
            _fill(_cell(place, row, width), cell, side, draw, strong=strong)
    _after(place)


def _fill(inside: Place, cell: Cell, side: Side, draw: Draw, *, strong: bool) -> None:
    if isinstance(cell, tuple):
        draw(inside, cell)
    else:
        inside.say(cell, side=side, hand=STRONG if strong else PLAIN)
    _closed(inside)


def chart(place: Place, block: Chart, draw: Draw) -> None:
    """Draw a chart as the table of its numbers, after the words that say what they show."""
    if block.alternative.strip():
        place.say(block.alternative, styles.NORMAL, keeps=True)
    header: tuple[Said, ...] = (block.unit, *(series.label for series in block.series))
    locale = place.page.language.locale
    columns = ([days.amount(value, locale) for value in block.values(series)] for series in block.series)
    rows: list[tuple[Cell, ...]] = list(zip(block.labels, *columns, strict=True))
    if block.target is not None:
        rows.append((block.target_label, *[days.amount(block.target, locale)] * len(block.series)))
    sides: list[Side] = ["start"]
    sides += ["end" for _ in block.series]
    table(place, Table(header, tuple(rows), sides=tuple(sides), has_row_heads=True), draw)
    made = place.holder.xpath("./w:tbl")[-1:] if rows else []
    for one in made:
        one[0].append(element("tblDescription", val=one_line(block.alternative)))


def facts(place: Place, block: Facts) -> None:
    """Draw captions with their values, one below the other: beside each other on a paper of ours, else on one line."""
    pairs = [(caption, value) for caption, value in block.pairs if str(value).strip()]
    if not pairs:
        return
    if not place.page.paper.is_ours:
        for caption, value in pairs:
            made = place.paragraph(rtl=place.way(caption))
            place.write(made, caption, STRONG)
            place.write(made, f"\u2003{value}")
        return
    tint = place.page.look.colours.tint if block.is_boxed else ""
    made, widths = _begun(place, _widths(place, (_CAPTIONS, 1 - _CAPTIONS), 2), lines="" if tint else "rows")
    for caption, value in pairs:
        row = _row(made)
        for width, said, style in zip(widths, (caption, value), (styles.ROLES[Role.CAPTION], styles.NORMAL), strict=True):
            inside = _cell(place, row, width, tint)
            inside.within(inside.holder, width, style).say(said)
            _closed(inside)
    _after(place)


def callout(place: Place, block: Callout, draw: Draw) -> None:
    """Draw what must not be missed in a box of its own."""
    made, (width,) = _begun(place, [place.width], lines="box")
    inside = _cell(place, _row(made), width, place.page.look.colours.tint)
    inside = inside.within(inside.holder, width, styles.NORMAL)
    if str(block.title).strip():
        inside.say(block.title, styles.BOX_TITLE, keeps=True)
    draw(inside, block.parts)
    _closed(inside)
    _after(place)


def signatures(place: Place, block: Signatures) -> None:
    """Draw the sentence that is signed, who has signed, and a line with its captions for each who has not."""
    together = place.kept()
    together.say(block.sentence)
    for signer in (one for one in block.signers if one.signed):
        made = together.paragraph(rtl=together.way(signer.signed))
        together.write(made, signer.signed)
    waiting = [one for one in block.signers if not one.signed]
    if not waiting:
        return
    rows = _signed_rows(block, waiting)
    made, widths = _begun(together, _widths(place, (0.5 - _GAP / 2, _GAP, 0.5 - _GAP / 2), 3), lines="")
    for number, slots in enumerate(rows, 1):
        _to_sign(together if number < len(rows) else place, made, widths, slots)
    _after(place)


def _signed_rows(block: Signatures, waiting: Sequence[Signer]) -> list[tuple[_Slot, _Slot]]:
    """Return what stands below the lines to sign on, two lines a row: place and day with the signature, or two signatures."""
    signed: list[_Slot] = [(block.signature, one.role, one.name) for one in waiting]
    if str(block.place_and_date).strip():
        return [((block.place_and_date,), one) for one in signed]
    return [(signed[number], signed[number + 1] if number + 1 < len(signed) else ()) for number in range(0, len(signed), 2)]


def _to_sign(place: Place, made: BaseOxmlElement, widths: list[int], slots: tuple[_Slot, _Slot]) -> None:
    columns: tuple[_Slot, ...] = (slots[0], (), slots[1])
    pen, row = _row(made, height=_PEN), _row(made)
    for width, lines in zip(widths, columns, strict=True):
        _closed(_cell(place.kept(), pen, width, below=bool(lines)))
        inside = _cell(place, row, width)
        for number, said in enumerate(lines):
            inside.say(said, styles.NORMAL if number == 2 else styles.ROLES[Role.CAPTION])
        _closed(inside)


# --- What every table is made of -------------------------------------------------------------------


def _widths(place: Place, shares: Sequence[float], columns: int) -> list[int]:
    known = list(shares) if len(shares) == columns and sum(shares) > 0 else [1.0] * columns
    return [round(place.width * share / sum(known)) for share in known]


def _begun(place: Place, widths: list[int], lines: Literal["rows", "box", ""]) -> tuple[BaseOxmlElement, list[int]]:
    """Add a table and return it; on a page that runs from the right its first column is the rightmost."""
    if place.page.turns:
        place.paragraph()  # a table cannot begin a page by itself
    properties = element("tblPr")
    if place.page.rtl:
        properties.append(element("bidiVisual"))
    properties.append(element("tblW", w=sum(widths), type="dxa"))
    colour = place.page.look.colours.line
    edges = {
        "rows": [line("top", colour), line("bottom", colour), line("insideH", colour)],
        "box": [line(edge, colour) for edge in ("top", "left", "bottom", "right")],
        "": [no_line(edge) for edge in ("top", "left", "bottom", "right", "insideH")],
    }[lines]
    properties.append(element("tblBorders", *edges))
    properties.append(element("tblLayout", type="fixed"))
    pads = [element(edge, w=pad, type="dxa") for edge, pad in (("top", 60), ("left", _PAD), ("bottom", 60), ("right", _PAD))]
    properties.append(element("tblCellMar", *pads))
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    made = element("tbl", properties, grid)
    place.add(made)
    return made, widths


def _row(made: BaseOxmlElement, *, is_head: bool = False, height: int = 0) -> BaseOxmlElement:
    properties = element("trPr", element("cantSplit"))
    if height:
        properties.append(element("trHeight", val=height, hRule="atLeast"))
    if is_head:
        properties.append(element("tblHeader"))
    row = element("tr", properties)
    made.append(row)
    return row


def _cell(place: Place, row: BaseOxmlElement, width: int, tint: str = "", *, below: bool = False) -> Place:
    """Add a cell and return it as a place; with `below` it has a line to write on."""
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if below:
        properties.append(element("tcBorders", line("bottom", place.page.look.colours.pen, 6)))
    if tint:
        properties.append(shade(tint))
    cell = element("tc", properties)
    row.append(cell)
    return place.within(cell, width - 2 * _PAD, styles.CELL)


def _closed(inside: Place) -> None:
    """End a cell as Word asks for: with a paragraph."""
    if not inside.holder[-1].tag.endswith("}p"):
        inside.paragraph()


def _after(place: Place) -> None:
    """Add the gap below a table, which Word would else join with the next one."""
    gap = element("spacing", before=0, after=0, line=6 * POINT, lineRule="exact")
    place.paragraph(styles.NORMAL, extra=(gap,))
