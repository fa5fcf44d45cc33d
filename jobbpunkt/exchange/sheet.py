"""Reading a list as somebody saved it: CSV in whatever encoding and with whatever delimiter, or the first sheet of a workbook."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime

from jobbpunkt.base.errors import UserError
from jobbpunkt.exchange.rows import Row

_WORKBOOK = b"PK\x03\x04"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (";", "\t", ",", "|")
# UTF-8 letters that were read as Latin-1 and saved again: "FÃ¶rnamn".
_GARBLED = re.compile("[ÃÂ][\u0080-\u00bf\u2018-\u2026]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


def read(content: bytes) -> Iterator[Row]:
    """Yield the rows of a list, however long, one at a time; refuses what is empty, no list, or garbled."""
    rows = _workbook(content) if content.startswith(_WORKBOOK) else _text(content)
    first = next(rows, None)
    if first is None:
        raise UserError("The file is empty. Choose the list once more.")
    yield first
    yield from rows


def _text(content: bytes) -> Iterator[Row]:
    text = _decoded(content)
    if _CONTROL.search(text):
        raise UserError("The file is not a list. Save it as CSV or as an Excel workbook (xlsx).")
    if _GARBLED.search(text):
        raise UserError("The letters å, ä and ö in the file are garbled. Save the list anew as CSV UTF-8 or as xlsx.")
    delimiter, text = _delimiter(text)
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
            yield Row(number, tuple(_tidy(cell) for cell in cells))
    except csv.Error:
        raise UserError("The file is not a list. Save it as CSV or as an Excel workbook (xlsx).") from None


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UserError("The file is not a list. Save it as CSV or as an Excel workbook (xlsx).")


def _delimiter(text: str) -> tuple[str, str]:
    """Return what stands between the columns, and the text without the line in which Excel says so."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        return first.strip()[-1], rest
    head = text[:20_000]
    return max(_DELIMITERS, key=lambda sign: (head.count(sign), -_DELIMITERS.index(sign))), text


def _workbook(content: bytes) -> Iterator[Row]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        found = [book.get_sheet_by_name(name) for name in book.sheet_names[:1]]
    except (CalamineError, OSError, ValueError):
        raise UserError("The workbook cannot be read. Save the list anew as xlsx or as CSV UTF-8.") from None
    for sheet in found:
        for number, cells in enumerate(sheet.iter_rows(), 1):
            yield Row(number, tuple(_tidy(_told(cell)) for cell in cells))


def _told(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))  # a workbook keeps every number as a fraction
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _tidy(cell: str) -> str:
    """Return a cell without outer blanks, and without the apostrophe that keeps a text from being a formula."""
    tidy = cell.replace("\u00a0", " ").strip()
    return tidy[1:] if re.match(r"'[=+\-@]", tidy) else tidy
