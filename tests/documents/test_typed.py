"""Typed text in every script: cleaned, in the right order, drawn by a font that has it, and copied out again as real letters."""

import unicodedata
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from reportlab.platypus import Paragraph

from jobbpunkt.documents import direction, fonts, look, plain, shaping, style
from jobbpunkt.documents.text import LONGEST, UNKNOWN, clean
from jobbpunkt.i18n import Words
from tests.documents.every import fonts_of, poppler_text, text_of

ARABIC = "مرحبا اسمي نور وأبحث عن عمل"
PERSIAN = "من به دنبال کار می‌گردم"
LAM_ALEF = "السلام لا إله الأسبوع"
TIGRINYA = "ሰላም ስመይ ሰላም እዩ። ስራሕ ይደሊ ኣለኹ።"
THAI = "ฉันชื่อสมใจ กำลังมองหางาน"
SOMALI = "Waxaan raadinayaa shaqo nadiifin ah"


def page(text: str, words: Words) -> bytes:
    return style.build([style.typed(text)], title="t", words=words)


@pytest.mark.parametrize("text", [ARABIC, PERSIAN, LAM_ALEF, TIGRINYA, SOMALI, f"Namn: {ARABIC} i Bäckby"])
def test_poppler_reads_every_script_back(text: str, words_sv: Words) -> None:
    found = unicodedata.normalize("NFKC", poppler_text(page(text, words_sv)))
    assert "".join(text.split()) in "".join(found.split())


@pytest.mark.parametrize("text", [TIGRINYA, SOMALI, "Łukasz Čiğdem Đorđević ẽ Привет Ελλάδα", "pil → bock ✓ stjärna ★"])
def test_pypdf_reads_what_runs_from_the_left(text: str, words_sv: Words) -> None:
    assert "".join(text.split()) in "".join(text_of(page(text, words_sv)).split())


def test_thai_is_read_back_with_its_vowels(words_sv: Words) -> None:
    found = "".join(text_of(page(THAI, words_sv)).split())
    assert unicodedata.normalize("NFKC", "".join(THAI.split())) in unicodedata.normalize("NFKC", found)


@pytest.mark.parametrize("text", [ARABIC, LAM_ALEF, TIGRINYA])
def test_the_viewer_of_the_window_copies_real_letters(text: str, words_sv: Words) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(page(text, words_sv)))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert text in document.getAllText(0).text()


@pytest.mark.parametrize(
    ("text", "family"),
    [(ARABIC, "NotoNaskhArabic"), (TIGRINYA, "NotoSansEthiopic"), (THAI, "NotoSansThai"), ("✓", "NotoSansSymbols2")],
)
def test_each_script_brings_its_own_font(text: str, family: str, words_sv: Words) -> None:
    assert any(family in name for name, _ in fonts_of(page(text, words_sv)))
    assert not any(family in name for name, _ in fonts_of(page(SOMALI, words_sv)))


def test_latin_takes_the_quick_way() -> None:
    assert isinstance(style.typed("Åsa Öberg – „Bäckby” 3 500 €\nrad två"), Paragraph)
    assert isinstance(style.typed("Åsa نور"), plain.ShapedText)


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


def test_a_sign_that_no_font_has_is_shown_as_unknown(words_sv: Words) -> None:
    assert text_of(page("ett 中 två", words_sv)).count(UNKNOWN) == 1


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("abc אבג def", "abc גבא def"),
        ("אבג abc דהו", "והד abc גבא"),
        ("אבג 123 דהו", "והד 123 גבא"),
        ("אבג (abc) דהו", "והד )abc( גבא"),
        ("אבג abc (def)", "abc (def) גבא"),
        ("abc (אבג)", "abc (גבא)"),
    ],
)
def test_lines_run_in_the_order_of_the_unicode_algorithm(text: str, visual: str) -> None:
    levels = direction.levels(text, direction.base_level(text))
    order = direction.in_visual_order(range(len(text)), lambda place: levels[place])
    assert "".join(text[place] for place in order) == visual


@given(st.text(alphabet="دبጀก( )[]1٢ab.,-\u200c", max_size=40), st.integers(2000, 30000))
def test_no_line_is_wider_than_its_room_and_no_sign_is_lost(text: str, room: int) -> None:
    lines = shaping.lines(text, fonts.REGULAR, room)
    assert all(line.width <= room or len(line.pieces) == 1 for line in lines)
    words = "".join(word.text for word in shaping.words(text, fonts.REGULAR) if not word.is_space)
    assert words == "".join(text.split(" "))


def test_nothing_leaves_the_page(words_sv: Words) -> None:
    for text in ("W" * 300, "ا" * 400, "ሰ" * 300, "www.exempel.se/" + "å" * 290):
        flowable = style.typed(text)
        assert flowable.wrap(look.WIDTH, 700)[0] <= look.WIDTH
        assert flowable.height > look.style("body").leading


def test_brackets_look_right_from_the_right(words_sv: Words) -> None:
    opening = shaping.shape("(", fonts.REGULAR, 1)
    assert str(opening.glyphs) in {")", chr(fonts.OWN_CODES + fonts.font(fonts.REGULAR).face.charToGlyph[ord(")")])}


def test_parting_a_long_text_loses_no_line() -> None:
    whole = style.typed("\n".join([ARABIC] * 60))
    whole.wrap(look.WIDTH, 10_000)
    first, rest = whole.split(look.WIDTH, whole.height / 3)
    heights = [half.wrap(look.WIDTH, 10_000)[1] for half in (first, rest)]
    assert sum(heights) == pytest.approx(whole.height)
    assert heights[0] <= whole.height / 3


def test_a_text_that_runs_over_pages_is_broken_into_lines_once(words_sv: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = []
    breaking = Paragraph.breakLines

    def counted(part: Paragraph, width: list[float]) -> object:
        broken.append(part)
        return breaking(part, width)

    monkeypatch.setattr(Paragraph, "breakLines", counted)
    pdf = style.build([style.bullets(["rad\n" * 500, "ord " * 3000])], title="t", words=words_sv)
    assert len(PdfReader(BytesIO(pdf)).pages) > 10
    assert len(broken) == 2


@pytest.mark.parametrize("word", ["rad\n", "ord ", "ö", "två ord\n\n"])
def test_both_halves_of_a_parted_text_are_as_tall_together_as_it_was(word: str) -> None:
    whole = style.typed((word * 3000)[:3000])
    height = whole.wrap(200, 9999)[1]
    first, rest = whole.split(200, 300)
    second, third = rest.split(200, rest.wrap(200, 300)[1] / 2)
    assert sum(part.wrap(200, 9999)[1] for part in (first, second, third)) == pytest.approx(height)


def test_a_page_without_any_text_is_a_page(words_sv: Words) -> None:
    assert BytesIO(page("", words_sv)).read(5) == b"%PDF-"
