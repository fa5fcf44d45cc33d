"""Files for Excel: reopened by another program, what was typed is text and numbers are numbers."""

import csv
import re
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from jobbpunkt.documents import columns
from jobbpunkt.documents.workbook import Sheet, csv_file, neutral, workbook

INVISIBLE = ("", " ", "\u00a0", "\u200b", "\ufeff", "\u200e", "\u2066", "\n", " \u200b\u200f ", "\x00", "\x1b")
STARTS = ("=1+1", "+46701740620", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", '=HYPERLINK("x")', "＝1", "|x", "%0A=1")
DANGEROUS = frozenset("=+-@\t\r\n＝＋－＠|%")


def reopened(data: bytes, sheet: int = 0) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(sheet).to_python()]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", INVISIBLE)
def test_formulas_stay_text_in_a_workbook(start: str, before: str) -> None:
    data = workbook([Sheet("Blad", ("Namn", start), [[before + start, 1]])])
    rows = reopened(data)
    assert str(rows[1][0]).lstrip() != ""
    assert isinstance(rows[1][0], str)
    assert start.strip()[-2:] in rows[1][0]
    with ZipFile(BytesIO(data)) as parts:
        assert not any(
            b"<f>" in parts.read(name) or b"hyperlink" in parts.read(name).lower() for name in parts.namelist() if "sheet" in name
        )


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("before", INVISIBLE)
def test_formulas_are_neutralised_in_csv(start: str, before: str) -> None:
    told = csv_file(("Namn",), [[before + start]]).decode("utf-8-sig")
    cell = next(list(csv.reader(StringIO(told, newline=""), delimiter=";"))[1][0] for _ in (0,))
    assert cell.startswith("'")


@given(st.text(max_size=40))
def test_no_cell_of_csv_begins_a_formula(text: str) -> None:
    shown = neutral(text).lstrip(" \u00a0\u200b\ufeff\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
    assert not shown or shown[0] not in DANGEROUS


@pytest.mark.parametrize("text", ["Åsa Öberg", 'semikolon; citat " rad\nrad', "", "中 ا ሰ 😀", "3 500", "'apostrof"])
def test_harmless_text_comes_back_as_it_was(text: str) -> None:
    told = csv_file(("Text",), [[text]]).decode("utf-8-sig")
    assert list(csv.reader(StringIO(told, newline=""), delimiter=";"))[1:] == [[text]]
    rows = reopened(workbook([Sheet("Blad", ("Text", "Annat"), [[text, "x"]])]))
    assert rows[1][0] == text


def test_numbers_and_days_are_themselves() -> None:
    moment = datetime(2020, 6, 15, 7, 0, tzinfo=UTC)
    rows = reopened(workbook([Sheet("Blad", ("a", "b", "c", "d", "e"), [[3500, 78.4, date(2020, 6, 15), moment, None]])]))
    assert rows[1][:4] == [3500.0, 78.4, date(2020, 6, 15), datetime(2020, 6, 15, 9, 0)]  # noqa: DTZ001 - Excel knows no zones
    told = csv_file(("a",), [[3500, 78.4, date(2020, 6, 15), moment, None, -5]]).decode("utf-8-sig")
    assert told.splitlines()[1] == "3500;78,4;2020-06-15;2020-06-15 09:00;;-5"


def test_csv_says_that_it_is_utf_8() -> None:
    assert csv_file(("Å",), []).startswith(b"\xef\xbb\xbf")


def test_titles_of_sheets_are_such_as_excel_takes() -> None:
    titles = ["[a]:*?/\\b", "x" * 50, "x" * 50, "History", "", "'citat'"]
    names = CalamineWorkbook.from_filelike(BytesIO(workbook([Sheet(title, ("a",), [["b"]]) for title in titles]))).sheet_names
    assert len({name.lower() for name in names}) == len(titles)
    assert max(map(len, names)) <= 31


def test_the_same_rows_give_the_same_bytes() -> None:
    sheet = Sheet("Blad", ("a",), [["b", 1, date(2020, 6, 15)]])
    first = workbook([sheet])
    assert workbook([sheet]) == first
    with ZipFile(BytesIO(first)) as parts:
        assert b"2020-01-01T00:00:00Z" in parts.read("docProps/core.xml")


ABOVE = ("=Året 2020", "Period: 2020-01-01 – 2020-12-31", "Skriven 2020-12-14")
LONG = " ".join(["Personer som var inskrivna någon gång under perioden."] * 9)


def parts(data: bytes) -> tuple[str, str]:
    with ZipFile(BytesIO(data)) as found:
        return found.read("xl/worksheets/sheet1.xml").decode(), found.read("xl/workbook.xml").decode()


def test_what_a_table_is_of_stands_over_its_header_which_stays_filters_and_is_repeated() -> None:
    data = workbook([Sheet("Blad", ("Uppgift", "Värde"), [["Veckor", 4], ["Möten", 387]], ABOVE)])
    rows = reopened(data)
    assert [row[0] for row in rows] == [*ABOVE, "", "Uppgift", "Veckor", "Möten"]
    page, book = parts(data)
    assert 'ySplit="5"' in page
    assert '<autoFilter ref="A5:B7"/>' in page
    assert "Blad!$5:$5</definedName>" in book
    assert "<f>" not in page


@pytest.mark.parametrize(("text", "lies"), [("kort", False), (LONG, True)])
def test_a_table_is_printed_on_the_width_of_one_sheet(text: str, lies: bool) -> None:
    page, _ = parts(workbook([Sheet("Blad", ("Uppgift", "Vad det betyder", "Mer"), [[text, text, text]])]))
    assert "<pageSetUpPr fitToPage=" in page
    assert 'fitToHeight="0"' in page
    assert ('orientation="landscape"' in page) == lies


@pytest.mark.parametrize("text", [LONG, "rad\n" * 7 + "rad", "x" * 300, "中" * 150, LONG * 3])
def test_a_row_is_high_enough_for_its_text(text: str) -> None:
    page, _ = parts(workbook([Sheet("Blad", ("a", "b"), [[text, 1], ["kort", 2]])]))
    width = float(re.findall(r'<col min="1" max="\d" width="([\d.]+)"', page)[0])
    told = [float(high) for high in re.findall(r'<row r="\d+"[^>]* ht="([\d.]+)"', page)]
    least = max(text.count("\n") + 1, columns.lines(text, width))
    assert 12.75 * least <= told[1] <= 409
    assert told[2] < 20
    assert width <= 121


def test_numbers_stand_right_as_does_their_header() -> None:
    data = workbook([Sheet("Blad", ("Uppgift", "Värde"), [["Veckor", 4], ["Möten", "uppgift saknas"], ["Annat", None]])])
    with ZipFile(BytesIO(data)) as found:
        page, styles = found.read("xl/worksheets/sheet1.xml").decode(), found.read("xl/styles.xml").decode()
    looks = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles.split("<cellXfs")[1])
    right = {number for number, look in enumerate(looks) if 'horizontal="right"' in look}
    cells = {name: int(style) for name, style in re.findall(r'<c r="([A-Z]\d)" s="(\d+)"', page)}
    assert {name for name, style in cells.items() if style in right} == {"B1", "B2", "B3", "B4"}
