"""Tables of typed text: a header that repeats, hairlines between the rows, rows that may break over pages."""

import textwrap
from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer, Table

from jobbpunkt.documents import fonts, look, plain
from jobbpunkt.documents.blocks import Columns, Stack
from jobbpunkt.documents.text import clean

Cell = Any  # a str, or a flowable (which ReportLab does not type)
_LINES_IN_CELL = 32  # longer text goes on in a further row, so that no row is taller than a page
_SIGN = 5.6  # points that a sign takes in a cell, more rather than less


def table(
    header: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float] | None = None,
    align: Sequence[str] | None = None,
    *,
    total: bool = False,
    tight: bool = False,
) -> Flowable:
    """Return a table of typed text or flowables.

    `widths` are shares of the whole width (any numbers), `align` holds `left`, `right` or `centre` for each column;
    with `total` the last row is set apart, with `tight` the rows stand closer.
    """
    count = len(header) or (len(rows[0]) if rows else 0)
    if not count:
        return Spacer(0, 0)
    columns = [*(align or []), *["left"] * count][:count]
    room = [look.WIDTH * share / sum(_shares(widths, count)) - 12 for share in _shares(widths, count)]
    pieces = [_cells(piece, columns, strong=total and row is rows[-1]) for row in rows for piece in _pieces(row, room)]
    head = [[plain.paragraph(text, look.style("cell_head", side)) for text, side in zip(header, columns, strict=False)]]
    has_head = any(text.strip() for text in header)
    made = Table(
        (head if has_head else []) + (pieces or [[""] * count]),
        colWidths=_widths(widths, count),
        repeatRows=int(has_head),
        splitInRow=1,
        style=_lines(has_head=has_head, total=total, tight=tight),
        hAlign="LEFT",
    )
    made.spaceBefore, made.spaceAfter = 4, 8
    return made


def grid(rows: Sequence[Sequence[Flowable]], columns: int, gap: float = 14, below: float = 6) -> Flowable:
    """Return flowables set out in rows of equal columns without any lines."""
    made = [Columns(row, [1] * columns, gap) for row in rows]
    for row in made:
        row.spaceAfter = below
    return Stack(made)


def _shares(widths: Sequence[float] | None, count: int) -> list[float]:
    return [*(widths or []), *[1.0] * count][:count]


def _widths(widths: Sequence[float] | None, count: int) -> list[str]:
    shares = _shares(widths, count)
    return [f"{100 * share / sum(shares)}%" for share in shares]


def _pieces(row: Sequence[Cell], room: Sequence[float]) -> list[list[Cell]]:
    """Return a row as one or several, none with more text in a cell than a page takes."""
    cut = [_cut(cell, width) if isinstance(cell, str) else [cell] for cell, width in zip(row, room, strict=False)]
    return [[parts[place] if place < len(parts) else "" for parts in cut] for place in range(max(map(len, cut), default=0))]


def _cut(text: str, width: float) -> list[Cell]:
    """Return a cell's text in parts of at most so many lines, cut between words where there are any."""
    if len(text) < 200 and text.count("\n") < _LINES_IN_CELL:
        return [text]
    in_line = max(int(width / _SIGN), 4)
    parts: list[list[str]] = [[]]
    for line in clean(text).split("\n"):
        for start in textwrap.wrap(line, in_line, drop_whitespace=False) or [""]:
            if len(parts[-1]) == _LINES_IN_CELL:
                parts.append([])
            parts[-1].append(start)
        parts[-1][-1] += "\n"
    return ["".join(part).strip("\n") for part in parts]


def _cells(row: Sequence[Cell], columns: Sequence[str], *, strong: bool) -> list[Flowable]:
    name = "cell_strong" if strong else "cell"
    return [
        plain.paragraph(cell, look.style(name, side)) if isinstance(cell, str) else cell
        for cell, side in zip(row, columns, strict=False)
    ]


def _lines(*, has_head: bool, total: bool, tight: bool) -> list[tuple[object, ...]]:
    commands: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONTNAME", (0, 0), (-1, -1), fonts.REGULAR),
        ("LEFTPADDING", (0, 0), (-1, -1), 6),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2 if tight else 4),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3 if tight else 5),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, look.LINE),
    ]
    if has_head:
        commands += [("LINEBELOW", (0, 0), (-1, 0), 1.1, look.ACCENT), ("VALIGN", (0, 0), (-1, 0), "BOTTOM")]
    if total:
        commands += [("LINEABOVE", (0, -1), (-1, -1), 1.1, look.ACCENT), ("LINEBELOW", (0, -1), (-1, -1), 0, look.PAPER)]
    return commands
