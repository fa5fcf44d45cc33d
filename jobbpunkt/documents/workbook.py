"""Tables as files for Excel: XLSX and CSV. What people typed stays text, whatever it begins with."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook

from jobbpunkt.documents.text import printable
from jobbpunkt.i18n import HOME_ZONE

Value = str | int | float | date | datetime | None
_LONGEST = 32_767  # signs that a cell of Excel holds
_WIDEST = 60
# Excel runs a cell that begins with one of these; signs that nobody sees may stand before it.
_FORMULA = re.compile("[\\s\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]*[=+\\-@＝＋－＠|%\t\r\n]")
_MADE = datetime(2020, 1, 1)  # noqa: DTZ001 - the same bytes for the same rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its title, a header, and rows of typed values."""

    title: str
    header: tuple[str, ...]
    rows: Sequence[Sequence[Value]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return tables as an XLSX workbook: a header that stays and filters, dates and numbers as such, text as text."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, options) as book:
        book.set_properties({"author": "Jobbpunkt Mimer", "created": _MADE})
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
        return value.astimezone(HOME_ZONE).strftime("%Y-%m-%d %H:%M")
    return str(value).replace(".", ",") if isinstance(value, float) else "" if value is None else str(value)


def _formats(book: Any) -> dict[type, Any]:
    """Return the format of each type of value; that of `tuple` is the header's."""
    base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    return {
        tuple: book.add_format(base | {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0F5E63", "text_wrap": True}),
        str: book.add_format(base | {"text_wrap": True}),
        int: book.add_format(base | {"num_format": "#,##0"}),
        float: book.add_format(base | {"num_format": "#,##0.0"}),
        date: book.add_format(base | {"num_format": "yyyy-mm-dd", "align": "left"}),
        datetime: book.add_format(base | {"num_format": "yyyy-mm-dd hh:mm", "align": "left"}),
    }


def _sheet_name(title: str, taken: Sequence[str]) -> str:
    """Return a title that Excel takes: at most 31 signs, none of its own, no two alike."""
    plain = re.sub(r"[\[\]:*?/\\']", " ", printable(title)).strip()[:28] or "Blad"
    plain = f"{plain} " if plain.lower() == "history" else plain
    used = {name.lower() for name in taken}
    return next(name for name in (plain, *(f"{plain} {n}" for n in range(2, 100))) if name.lower() not in used)


def _write(page: Any, sheet: Sheet, formats: dict[type, Any]) -> None:
    widths = [len(title) + 4 for title in sheet.header]
    for column, title in enumerate(sheet.header):
        page.write_string(0, column, printable(title), formats[tuple])
    for row, values in enumerate(sheet.rows, 1):
        for column, value in enumerate(values[: len(widths)]):
            _write_value(page, row, column, value, formats)
            widths[column] = max(widths[column], _width(value))
    for column, width in enumerate(widths):
        page.set_column(column, column, min(width, _WIDEST))
    page.freeze_panes(1, 0)
    if sheet.header:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)


def _write_value(page: Any, row: int, column: int, value: Value, formats: dict[type, Any]) -> None:
    if value is None:
        return
    if isinstance(value, str):
        page.write_string(row, column, printable(value)[:_LONGEST], formats[str])
    elif isinstance(value, datetime):
        page.write_datetime(row, column, value.astimezone(HOME_ZONE).replace(tzinfo=None), formats[datetime])
    elif isinstance(value, date):
        page.write_datetime(row, column, value, formats[date])
    else:
        page.write_number(row, column, value, formats[float if isinstance(value, float) else int])


def _width(value: Value) -> int:
    if isinstance(value, datetime):
        return 17
    return max(map(len, value.split("\n"))) + 2 if isinstance(value, str) else 12
