"""The code on a paper: the squares are drawn as a camera reads them, and told in words to who does not see them."""

import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from jobbpunkt.documents.docx import write as write_word
from jobbpunkt.documents.looks import ORDINARY
from jobbpunkt.documents.pdf import write
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.squares import QUIET, squares
from jobbpunkt.documents.tree import Code
from tests.documents.papers import paper
from tests.documents.qr import read
from tests.documents.samples import PLAN
from tests.documents.test_pdf_blocks import structure

TEXTS = ("K7M-424", "222-222", "XWV-TR9")


@pytest.mark.parametrize("text", TEXTS)
def test_the_squares_say_the_code(text: str) -> None:
    assert read(squares(text)) == text


@pytest.mark.parametrize("setting", [Setting(), Setting("ar", "sv"), Setting(look="large"), Setting(look="easy,black")])
def test_the_squares_on_the_page_are_read_back(setting: Setting, tmp_path: Path) -> None:
    pdf = tmp_path / "plan.pdf"
    pdf.write_bytes(render_plan(PLAN, setting))
    subprocess.run(["pdftoppm", "-r", "254", "-gray", "-png", str(pdf), str(tmp_path / "page")], check=True)
    found = [code for page in sorted(tmp_path.glob("page*.png")) for code in sighted(Image.open(page).convert("L"))]
    assert [read(code) for code in found] == ["K7M-424"]


def test_the_code_is_a_picture_with_its_words_to_readers() -> None:
    with pikepdf.open(BytesIO(render_plan(PLAN, Setting()))) as pdf:
        figures = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        assert "QR-kod: K7M-424" in [str(item.Alt) for item in figures]
    assert structure(write(paper("sv", (Code(" ", "", ""),)), ORDINARY)).count("Figure") == 0


def test_a_word_file_holds_it_as_a_picture_that_is_read_too() -> None:
    file = ZipFile(BytesIO(write_word(paper("sv", (Code("K7M-424", "Min kod", "QR-kod"),)), ORDINARY)))
    (picture,) = [name for name in file.namelist() if name.startswith("word/media")]
    image = Image.open(BytesIO(file.read(picture))).convert("L")
    side = image.width // (21 + 2 * QUIET)
    dark = [[image.getpixel((x * side + side // 2, y * side + side // 2)) == 0 for x in range(29)] for y in range(29)]
    assert not any(dark[0]) and not any(row[0] for row in dark)  # noqa: PT018 - white around it
    assert read(tuple(tuple(row[QUIET:-QUIET]) for row in dark[QUIET:-QUIET])) == "K7M-424"
    assert b"QR-kod" in file.read("word/document.xml")


def sighted(page: Image.Image) -> list[tuple[tuple[bool, ...], ...]]:
    """Return the code on a page, found by the three large squares in its corners; none where there is none."""
    pixels = page.load()
    rows = page.point(lambda light: int(light < 128)).tobytes()
    for y in range(page.height):
        row = rows[y * page.width : (y + 1) * page.width]
        x = row.find(b"\0\1") + 1
        while x:
            side = _finder(page, x, y)
            if side and _finder(page, x + round(14 * side), y) and _finder(page, x, y + round(14 * side)):
                middles = [round((number + 0.5) * side) for number in range(21)]
                return [tuple(tuple(pixels[x + dx, y + dy] < 128 for dx in middles) for dy in middles)]  # type: ignore[index,operator]
            x = row.find(b"\0\1", x) + 1
    return []


def _finder(page: Image.Image, x: int, y: int) -> float:
    """Return the side of a square of the code whose corner is here, or 0."""
    pixels = page.load()

    def dark(across: int, down: int) -> bool:
        return 0 <= across < page.width and 0 <= down < page.height and pixels[across, down] < 128  # type: ignore[index,operator]

    if not dark(x, y):
        return 0
    long = next((length for length in range(1, 160) if not dark(x + length, y)), 0)
    side = long / 7
    if not 3 < side < 16:
        return 0
    row = [dark(x + round((place + 0.5) * side), y + round(3.5 * side)) for place in range(8)]
    column = [dark(x + round(3.5 * side), y + round((place + 0.5) * side)) for place in range(8)]
    return side if row == column == [True, False, True, True, True, False, True, False] else 0
