"""Hostile text: formulas in tables, markup on paper, operators in the search; text stays text."""

import csv
import random
import tempfile
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from jobbpunkt.base.clock import fixed
from jobbpunkt.documents.looks import ORDINARY
from jobbpunkt.documents.pdf import write
from jobbpunkt.documents.tree import Text
from jobbpunkt.documents.workbook import Sheet, csv_file, workbook
from tests.documents.papers import paper
from tests.documents.test_workbook import DANGEROUS
from tests.registers import NOW, found, opened
from tests.services.test_search import found as searched

_FORMULAS = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "=WEBSERVICE(A1)"),
    '=HYPERLINK("http://x","y")',
)
_INVISIBLE = ("", " ", "\u00a0", "\u200b", "\ufeff", "\u200e", "\u2066")
_MARKUP = (
    *("<b>", "</b>", "<img src='/etc/passwd'/>", "<a href='file:///x'>y</a>", "<para>", "<br/>", "&lt;", "&#0;", "<font"),
    "<onDraw name='x'/>",
)
_OPERATORS = (
    *('"', "*", "^", ":", "(", ")", "AND", "OR", "NOT", "NEAR(", "-", "{", "}", "\\", "'", "%", "_", ";", "--", "\x00"),
    *("!", "&", "|", "<->"),
)
_LETTERS = "abcåäöÅÄÖ 0123456789éüاሰ中😀"


def formulas(count: int) -> str:
    """Write so many payloads into a workbook and a CSV file, and read both again: no cell is a formula."""
    chance = random.Random(count)
    cells = [chance.choice(_INVISIBLE) + chance.choice(_FORMULAS) + _some(chance, _LETTERS, 8) for _ in range(count)]
    data = workbook([Sheet("Blad", ("Text",), [[cell] for cell in cells])])
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert all(isinstance(row[0], str) for row in rows)
    with ZipFile(BytesIO(data)) as parts:
        assert not any(b"<f>" in parts.read(name) for name in parts.namelist() if "sheet" in name)
    told = csv_file(("Text",), [[cell] for cell in cells]).decode("utf-8-sig")
    back = [row[0] for row in csv.reader(StringIO(told, newline=""), delimiter=";")][1:]
    assert len(back) == count
    assert not any(cell.lstrip("".join(_INVISIBLE))[:1] in DANGEROUS for cell in back)
    return f"{count} payloads, 0 formulas"


def markup(count: int) -> str:
    """Print so many payloads of markup; each stands on the paper as it was typed, and no picture is on it."""
    chance = random.Random(count)
    for first in range(0, count, 20):
        typed = [f"Q{number}q {_marked(chance)}" for number in range(first, min(first + 20, count))]
        pdf = PdfReader(BytesIO(write(paper("sv", tuple(Text(one) for one in typed)), ORDINARY)))
        shown = "".join("".join(page.extract_text().split()) for page in pdf.pages)
        for one in typed:
            assert "".join(one.split()).replace("\x00", "") in shown, one
        assert not any(page.images for page in pdf.pages)
    return f"{count} payloads, each on the paper as it was typed"


def searches(count: int) -> str:
    """Search for so many strings of words and operators; each is answered, and none is an operator."""
    chance = random.Random(count)
    with tempfile.TemporaryDirectory() as folder, opened(found(str(Path(folder) / "r.jobbpunkt")).place, fixed(NOW)) as register:
        for _ in range(count):
            parts = [*_OPERATORS, " ", _some(chance, _LETTERS, 6)]
            searched(register, "".join(chance.choice(parts) for _ in range(chance.randrange(1, 12))))
    return f"{count} strings, 0 errors"


def _marked(chance: random.Random) -> str:
    return chance.choice(_MARKUP) + _some(chance, "abc", 5) + chance.choice(_MARKUP)


def _some(chance: random.Random, letters: str, most: int) -> str:
    return "".join(chance.choice(letters) for _ in range(chance.randrange(most)))
