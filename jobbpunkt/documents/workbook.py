"""Tables as files for Excel: XLSX and CSV. What people typed stays text, whatever it begins with."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook

from jobbpunkt.base.clock import at_home
from jobbpunkt.documents import columns
from jobbpunkt.documents.columns import SIZE, Value
from jobbpunkt.documents.text import printable
from jobbpunkt.documents.tree import ORGANISATION

_LONGEST = 32_767  # signs that a cell of Excel holds
_TALL = 88.0  # figures across a sheet that stands; what is wider is printed on one that lies
# Excel runs a cell that begins with one of these; signs that nobody sees may stand before it.
_FORMULA = re.compile("[\\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]*[=+\\-@＝＋－＠|%\t\r\n]")
_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - the same bytes for the same rows
_A4 = 9
_INK, _MUTED, _RULE, _GROUND = "#1A2B30", "#55666B", "#D5DDDF", "#E8F0F0"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its title, a header, and rows of typed values; `above` stands over it: a heading, then what it is of."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[Value]]
    above: tuple[str, ...] = ()


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return tables as an XLSX workbook, to be read and printed: a header that stays and filters, text as text."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, options) as book:
        book.set_properties({"author": ORGANISATION, "created": _MADE})
        formats = _formats(book)
        names: list[str] = []
        for sheet in sheets:
            names.append(_sheet_name(sheet.title, names))
            _write(book.add_worksheet(names[-1]), sheet, formats)
    return out.getvalue()


def csv_file(header: Sequence[str], rows: Sequence[Sequence[Value]]) -> bytes:
    """Return a table as CSV that Swedish Excel opens rightly: semicolons, decimal comma, marked as UTF-8."""
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([neutral(title) for title in header])
    writer.writerows([_csv_value(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def neutral(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: what would begin one gets an apostrophe before it."""
    shown = printable(text)
    return f"'{shown}" if _FORMULA.match(text) or _FORMULA.match(shown) else shown


def _csv_value(value: Value) -> str:
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, datetime):
        return at_home(value).strftime("%Y-%m-%d %H:%M")
    return str(value).replace(".", ",") if isinstance(value, float) else "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class _Formats:
    """What cells look like: the heading, what stands under it, the header's words and numbers, and each type of value."""

    heading: Any
    above: Any
    header: Any
    header_right: Any
    right: Any
    of: dict[type, Any]


def _formats(book: Any) -> _Formats:
    font = {"font_name": "Arial", "font_size": SIZE, "font_color": _INK, "valign": "top"}
    base = font | {"bottom": 1, "bottom_color": _RULE}
    text, right = base | {"text_wrap": True}, {"align": "right", "indent": 1}
    header = text | {"bold": True, "bg_color": _GROUND, "bottom_color": _MUTED, "valign": "vcenter"}
    of = {
        str: book.add_format(text | {"align": "left"}),
        int: book.add_format(base | right | {"num_format": "#,##0"}),
        float: book.add_format(base | right | {"num_format": "#,##0.0"}),
        date: book.add_format(base | {"num_format": "yyyy-mm-dd", "align": "left"}),
        datetime: book.add_format(base | {"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
    }
    return _Formats(
        book.add_format(font | {"bold": True, "font_size": 15}),
        book.add_format(font | {"font_color": _MUTED}),
        book.add_format(header | {"align": "left"}),
        book.add_format(header | right),
        book.add_format(text | right),
        of,
    )


def _sheet_name(title: str, taken: Sequence[str]) -> str:
    """Return a title that Excel takes: at most 31 signs, none of its own, no two alike."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", printable(title)).strip()[:28] or "Blad"
    plain = f"{plain} " if plain.lower() == "history" else plain
    used = {name.lower() for name in taken}
    return next(name for name in (plain, *(f"{plain} {n}" for n in range(2, 100))) if name.lower() not in used)


def _write(page: Any, sheet: Sheet, formats: _Formats) -> None:
    wide = columns.widths(sheet.header, sheet.rows)
    top = _write_above(page, sheet.above, formats)
    for column, (title, width) in enumerate(zip(sheet.header, wide, strict=True)):
        numbers = columns.is_of_numbers([row[column] for row in sheet.rows if column < len(row)])
        page.set_column(column, column, width)
        page.write_string(top, column, printable(title), formats.header_right if numbers else formats.header)
        texts = formats.right if numbers else formats.of[str]
        for row, values in enumerate(sheet.rows, top + 1):
            _write_value(page, row, column, values[column] if column < len(values) else None, formats, texts)
    page.set_row(top, columns.height(sheet.header, wide, bold=True) + 4)
    for row, values in enumerate(sheet.rows, top + 1):
        page.set_row(row, columns.height(values, wide))
    page.hide_gridlines(2)
    page.freeze_panes(top + 1, 0)
    if sheet.header:
        page.autofilter(top, 0, top + len(sheet.rows), len(sheet.header) - 1)
    _set_paper(page, top, lies=sum(wide) > _TALL)


def _write_above(page: Any, above: tuple[str, ...], formats: _Formats) -> int:
    """Write what stands over a table, and return the row of its header."""
    for row, text in enumerate(above):
        page.write_string(row, 0, printable(text)[:_LONGEST], formats.above if row else formats.heading)
        page.set_row(row, 17 if row else 26)
    return len(above) + 1 if above else 0


def _set_paper(page: Any, top: int, *, lies: bool) -> None:
    """Print on the width of one sheet, with the header on every sheet and its number below."""
    page.set_paper(_A4)
    if lies:
        page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.set_footer("&R&9&P / &N")


def _write_value(page: Any, row: int, column: int, value: Value, formats: _Formats, texts: Any) -> None:
    if value is None:
        page.write_blank(row, column, None, texts)
    elif isinstance(value, str):
        page.write_string(row, column, printable(value)[:_LONGEST], texts)
    elif isinstance(value, datetime):
        page.write_datetime(row, column, at_home(value).replace(tzinfo=None), formats.of[datetime])
    elif isinstance(value, date):
        page.write_datetime(row, column, value, formats.of[date])
    else:
        page.write_number(row, column, value, formats.of[float if isinstance(value, float) else int])
