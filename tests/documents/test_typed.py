"""Typed text in every script: cleaned, in the right order, drawn by a font that has it, and copied out again as real letters."""

import unicodedata
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from reportlab.platypus import Paragraph

from jobbpunkt.documents import pdf
from jobbpunkt.documents.looks import ORDINARY
from jobbpunkt.documents.pdf.texts import style_of
from jobbpunkt.documents.scripts import fonts, plain, shaping, wrapping
from jobbpunkt.documents.text import LONGEST, UNKNOWN, clean
from jobbpunkt.documents.tree import Block, Item, Items, Mark, Role, Text
from tests.documents.every import fonts_of, poppler_text, text_of
from tests.documents.papers import paper

ARABIC = "مرحبا اسمي نور وأبحث عن عمل"
PERSIAN = "من به دنبال کار می‌گردم"
LAM_ALEF = "السلام لا إله الأسبوع"
TIGRINYA = "ሰላም ስመይ ሰላም እዩ። ስራሕ ይደሊ ኣለኹ።"
THAI = "ฉันชื่อสมใจ กำลังมองหางาน"
SOMALI = "Waxaan raadinayaa shaqo nadiifin ah"


BODY = style_of(ORDINARY.roles[Role.BODY], "start", is_mirrored=False)
WIDTH = 476.0


def typed(text: str) -> Any:
    return plain.paragraph(clean(text), BODY)


def drawn(*blocks: Block) -> bytes:
    return pdf.write(paper("sv", blocks), ORDINARY)


def page(text: str) -> bytes:
    return drawn(Text(text))


@pytest.mark.parametrize("text", [ARABIC, PERSIAN, LAM_ALEF, TIGRINYA, SOMALI, f"Namn: {ARABIC} i Bäckby"])
def test_poppler_reads_every_script_back(text: str) -> None:
    found = unicodedata.normalize("NFKC", poppler_text(page(text)))
    assert "".join(text.split()) in "".join(found.split())


@pytest.mark.parametrize("text", [TIGRINYA, SOMALI, "Łukasz Čiğdem Đorđević ẽ Привет Ελλάδα", "pil → bock ✓ stjärna ★"])
def test_pypdf_reads_what_runs_from_the_left(text: str) -> None:
    assert "".join(text.split()) in "".join(text_of(page(text)).split())


def test_thai_is_read_back_with_its_vowels() -> None:
    found = "".join(text_of(page(THAI)).split())
    assert unicodedata.normalize("NFKC", "".join(THAI.split())) in unicodedata.normalize("NFKC", found)


@pytest.mark.parametrize("text", [ARABIC, LAM_ALEF, TIGRINYA])
def test_the_viewer_of_the_window_copies_real_letters(text: str) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(page(text)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert text in document.getAllText(0).text()


@pytest.mark.parametrize(
    ("text", "family"),
    [(ARABIC, "NotoNaskhArabic"), (TIGRINYA, "NotoSansEthiopic"), (THAI, "NotoSansThai"), ("✓", "NotoSansSymbols2")],
)
def test_each_script_brings_its_own_font(text: str, family: str) -> None:
    assert any(family in name for name, _ in fonts_of(page(text)))
    assert not any(family in name for name, _ in fonts_of(page(SOMALI)))


@pytest.mark.parametrize(
    ("sign", "main", "drawn"),
    [
        ("ن", fonts.REGULAR, "NotoNaskhArabic-Regular"),
        ("ن", fonts.ITALIC, "NotoNaskhArabic-Regular"),
        ("ن", fonts.MEDIUM, "NotoNaskhArabic-Medium"),
        ("ن", fonts.SEMIBOLD, "NotoNaskhArabic-SemiBold"),
        ("ن", fonts.BOLD, "NotoNaskhArabic-Bold"),
        ("ሰ", fonts.MEDIUM, "NotoSansEthiopic-Regular"),
        ("ሰ", fonts.SEMIBOLD, "NotoSansEthiopic-SemiBold"),
        ("ש", fonts.BOLD, "NotoSansHebrew-SemiBold"),
        ("क", fonts.BOLD, "NotoSansDevanagari-Regular"),
        ("Ж", fonts.SEMIBOLD, fonts.SEMIBOLD),
    ],
)
def test_another_script_is_as_heavy_as_the_latin_beside_it(sign: str, main: str, drawn: str) -> None:
    assert fonts.font_for(sign, main) == drawn


def test_latin_takes_the_quick_way() -> None:
    assert isinstance(typed("Åsa Öberg – „Bäckby” 3 500 €\nrad två"), Paragraph)
    assert isinstance(typed("Åsa نور"), plain.ShapedText)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("nul\x00 bell\x07 esc\x1b", "nul bell esc"),
        ("txt\u202eexe\u2066x\u2069\u200f", "txtexex"),
        ("A\u030asa", "Åsa"),
        ("\ue000 privat", f"{UNKNOWN} privat"),
        ("می\u200cگردم", "می\u200cگردم"),
        ("❤\ufe0f", "❤"),
        ("a" + "\u0301" * 30, "á" + "\u0301" * 4),
        ("\n\nrad\n\n\n\n\nrad\n\n", "rad\n\nrad"),
        ("\ud800halv", "halv"),
    ],
)
def test_text_is_cleaned(typed: str, shown: str) -> None:
    assert clean(typed) == shown


def test_endless_text_is_cut() -> None:
    assert len(clean("x" * (LONGEST + 1))) == LONGEST


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(max_size=80))
def test_every_sign_gets_a_font_that_draws_it(text: str) -> None:
    shown = clean(text).replace("\n", " ")
    for sign, name in zip(shown, fonts.fonts_of(shown, fonts.REGULAR), strict=True):
        assert name is None or sign in fonts.signs(name)


def test_a_sign_that_no_font_has_is_shown_as_unknown() -> None:
    assert text_of(page("ett 中 två")).count(UNKNOWN) == 1


@given(st.text(alphabet="دبጀก( )[]1٢ab.,-\u200c", max_size=40), st.integers(2000, 30000))
def test_no_line_is_wider_than_its_room_and_no_sign_is_lost(text: str, room: int) -> None:
    lines = wrapping.lines(text, fonts.REGULAR, room)
    assert all(line.width <= room or len(line.pieces) == 1 for line in lines)
    words = "".join(word.text for word in wrapping.words(shaping.Paragraph(text, fonts.REGULAR)) if not word.is_space)
    assert words.replace(" ", "") == "".join(text.split(" "))


def test_nothing_leaves_the_page() -> None:
    for text in ("W" * 300, "ا" * 400, "ሰ" * 300, "www.exempel.se/" + "å" * 290):
        flowable = typed(text)
        assert flowable.wrap(WIDTH, 700)[0] <= WIDTH
        assert flowable.height > BODY.leading


def test_brackets_look_right_from_the_right() -> None:
    opening = shaping.shape("(", fonts.REGULAR, 1)
    glyph_of = fonts.font(fonts.REGULAR).face.charToGlyph
    assert glyph_of[ord(str(opening.glyphs))] == glyph_of[ord(")")]


def test_parting_a_long_text_loses_no_line() -> None:
    whole = typed("\n".join([ARABIC] * 60))
    whole.wrap(WIDTH, 10_000)
    first, rest = whole.split(WIDTH, whole.height / 3)
    heights = [half.wrap(WIDTH, 10_000)[1] for half in (first, rest)]
    assert sum(heights) == pytest.approx(whole.height)
    assert heights[0] <= whole.height / 3


def test_a_text_that_runs_over_pages_is_broken_into_lines_once(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = []
    breaking = Paragraph.breakLines

    def counted(part: Paragraph, width: list[float]) -> object:
        broken.append(part)
        return breaking(part, width)

    monkeypatch.setattr(Paragraph, "breakLines", counted)
    pdf = drawn(Items((Item("rad\n" * 500, Mark.BOX), Item("ord " * 3000, Mark.BOX))))
    assert len(PdfReader(BytesIO(pdf)).pages) > 10
    assert len(broken) == 2


@pytest.mark.parametrize("word", ["rad\n", "ord ", "ö", "två ord\n\n"])
def test_both_halves_of_a_parted_text_are_as_tall_together_as_it_was(word: str) -> None:
    whole = typed((word * 3000)[:3000])
    height = whole.wrap(200, 9999)[1]
    first, rest = whole.split(200, 300)
    second, third = rest.split(200, rest.wrap(200, 300)[1] / 2)
    assert sum(part.wrap(200, 9999)[1] for part in (first, second, third)) == pytest.approx(height)


def test_a_page_without_any_text_is_a_page() -> None:
    assert BytesIO(page("")).read(5) == b"%PDF-"
