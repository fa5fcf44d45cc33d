"""Text taken back out of paper with Poppler and with PDFium is the text that was put in."""

import subprocess
import unicodedata
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import SimpleDocTemplate

from jobbpunkt.documents.scripts import direction, fonts, plain

BODY: dict[direction.Base | None, ParagraphStyle] = {
    base: ParagraphStyle("body", fontName=fonts.REGULAR, fontSize=12, leading=18, base=base) for base in (None, "rtl")
}

FROM_LEFT = {
    "swedish": "Åsa söker arbete som kock. Ring 070-174 06 20 – gärna kl. 09:00, eller åsa@example.se (helst)!",
    "somali": "Waxaan raadinayaa shaqo nadiifin ah",
    "kurmanji": "Ez li karekî digerim, şêwirmend û çêker",
    "turkish": "İğdır'da doğdum, şoför olarak çalışıyorum: 0,5 gün",
    "polish": "Łukasz szuka pracy, zażółć gęślą jaźń",
    "bosnian": "Đorđe traži posao, čuvar i šofer",
    "serbian": "Ђорђе тражи посао, љубав и њива",
    "ukrainian": "Мене звати Олена, я шукаю роботу: ґанок, їжак, є.",
    "tigrinya": "ሰላም ስመይ ሰላም እዩ። ስራሕ ይደሊ ኣለኹ 070-174 06 20።",
    "thai": "ฉันชื่อสมใจ กำลังมองหางานเพิ่มเติม ครั้งต่อไป น้ำ",
    "thai with Latin": "ทำงานที่ IKEA โทร 070-174 06 20 ครับ somjai@example.se",
    "hindi": "मैं काम की तलाश में हूँ क्षत्रिय",
    "greek": "Ψάχνω δουλειά ως μάγειρας",
    "georgian": "გამარჯობა მე ვეძებ სამუშაოს",
    "armenian": "Բարեւ ես աշխատանք եմ փնտրում",
    "a name from the right": "Namn: نور och Åsa",
    "combined": "A̧ḿẽ x̣̌ z̄",
}
FROM_RIGHT = {
    "arabic": "مرحبا اسمي نور وأبحث عن عمل. أسكن هنا، وأعمل.",
    "lam-alef": "السلام لا إله الأسبوع الإسلام لآخر",
    "vowel signs": "أريد عملاً ثابتًا قريبُ مُدَرِّسَةٌ جَيِّدَةٌ، لا إِلَٰهَ. قَالَ لَهُ: شكرًا",
    "a ligature of three": "الله أكبر والله",
    "persian": "من به دنبال کار می‌گردم و در وستروس زندگی می‌کنم.",
    "sorani": "من ناوم نەورۆزە و بەدوای کاردا دەگەڕێم لە ڤێستەرۆس.",
    "hebrew": "שלום שמי נור ואני מחפשת עבודה",
    "hebrew with vowels": "עִבְרִית שָׁלוֹם",
    "two kinds of yeh": "علي علی يكي یکی",
    "telephone": "اتصل بي على 070-174 06 20 بعد الساعة 09:00 من فضلك",
    "telephone at the end": "الهاتف: 070-174 06 20",
    "telephone abroad": "الرقم +46 70 174 06 20، اتصل",
    "days and a range": "من 2020-06-15 إلى 2020-12-31، 10-11 ساعة",
    "arabic digits": "الرقم ٠٧٠-١٧٤ ٠٦ ٢٠ هنا",
    "persian digits": "شماره ۰۷۰-۱۷۴ ۰۶ ۲۰ است",
    "a Latin word": "أعمل في IKEA منذ سنة",
}
BRACKETS = "أعمل هنا (منذ 2019) في المطبخ [نعم]"


def paper(*texts: str, base: direction.Base | None = None) -> bytes:
    out = BytesIO()
    document = SimpleDocTemplate(out, initialFontName=fonts.REGULAR, invariant=1)
    document.build([plain.paragraph(text, BODY[base]) for text in texts])
    return out.getvalue()


def poppler(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def pdfium(pdf: bytes) -> str:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return " ".join(document.getAllText(number).text() for number in range(document.pageCount()))


READERS = pytest.mark.parametrize("reader", [poppler, pdfium])
Reader = Callable[[bytes], str]


def told(text: str) -> str:
    """Return text as one compares it: NFKC, blanks made single, marks of direction away."""
    plainly = "".join(sign for sign in unicodedata.normalize("NFKC", text) if sign not in "\u200e\u200f\u202a\u202b\u202c")
    return " ".join(plainly.split())


def unspaced(text: str) -> str:
    return told(text).replace(" ", "")


@READERS
@pytest.mark.parametrize("kind", FROM_LEFT)
def test_what_runs_from_the_left_is_read_as_it_was_put_in(kind: str, reader: Reader) -> None:
    assert told(reader(paper(FROM_LEFT[kind]))) == told(FROM_LEFT[kind])


@READERS
@pytest.mark.parametrize("base", [None, "rtl"])
@pytest.mark.parametrize("kind", FROM_RIGHT)
def test_what_runs_from_the_right_is_read_as_it_was_put_in(kind: str, base: direction.Base | None, reader: Reader) -> None:
    assert told(reader(paper(FROM_RIGHT[kind], base=base))) == told(FROM_RIGHT[kind])


@READERS
@pytest.mark.parametrize("kind", FROM_LEFT)
def test_long_paragraphs_from_the_left_are_read_line_after_line(kind: str, reader: Reader) -> None:
    text = " ".join([FROM_LEFT[kind]] * 12)
    # Thai words stand without blanks, and the end of a line is one.
    same = unspaced if "thai" in kind else told
    assert same(reader(paper(text))) == same(text)


@READERS
@pytest.mark.parametrize("kind", FROM_RIGHT)
def test_long_paragraphs_from_the_right_are_read_line_after_line(kind: str, reader: Reader) -> None:
    text = " ".join([FROM_RIGHT[kind]] * 12)
    assert told(reader(paper(text, base="rtl"))) == told(text)


@READERS
def test_brackets_are_read_as_they_were_put_in_on_paper_from_the_right(reader: Reader) -> None:
    text = " ".join([BRACKETS] * 12)
    assert told(reader(paper(text, base="rtl"))) == told(text)


@READERS
def test_an_address_of_its_own_is_read_in_its_order_on_paper_from_the_right(reader: Reader) -> None:
    found = told(reader(paper(FROM_RIGHT["arabic"], "nour.ali@example.se", "+46 70 174 06 20", base="rtl")))
    assert "nour.ali@example.se" in found
    assert "+46 70 174 06 20" in found


def test_an_address_inside_a_line_is_read_by_poppler() -> None:
    text = f"البريد nour.ali@example.se والهاتف +46 70 174 06 20، {FROM_RIGHT['arabic']}"
    assert told(poppler(paper(text, base="rtl"))) == told(text)


def test_vowels_inside_a_line_from_the_left_are_read_by_poppler() -> None:
    text = "Tillsammans معًا och مُدَرِّسَةٌ här"
    assert told(poppler(paper(text))) == told(text)


WORDS_LEFT = st.sampled_from(
    [
        "Åsa",
        "söker",
        "роботу",
        "їжак",
        "ሰላም",
        "እዩ።",
        "ครั้ง",
        "เพิ่มเติม",
        "น้ำ",
        "şoför",
        "070-174 06 20",
        "å.b@example.se",
        "(ja)",
        "09:00,",
    ]
)
WORDS_RIGHT = st.sampled_from(
    [
        "مرحبا",
        "عملاً",
        "مُدَرِّسَةٌ:",
        "لا",
        "الأسبوع،",
        "می‌گردم",
        "دەگەڕێم",
        "علي",
        "علی.",
        "070-174 06 20",
        "2020-06-15",
        "09:00",
        "10-11",
        "IKEA",
        "(نعم)",
    ]
)
# Every paper has more on it. On a page of one short paragraph PDFium cannot tell whether its lines run across or down.
ABOVE_LEFT, ABOVE_RIGHT = FROM_LEFT["swedish"], FROM_RIGHT["arabic"]
OFTEN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@READERS
@OFTEN
@given(words=st.lists(WORDS_LEFT, min_size=1, max_size=40))
def test_any_mix_from_the_left_is_read_back(reader: Reader, words: list[str]) -> None:
    text = " ".join(words)
    assert told(reader(paper(ABOVE_LEFT, text))) == told(f"{ABOVE_LEFT} {text}")


@READERS
@OFTEN
@given(words=st.lists(WORDS_RIGHT, min_size=1, max_size=40))
@example(words=["مرحبا", "مرحبا", "لا", "مرحبا", "مرحبا", "مرحبا", "لا", "(نعم)", "مرحبا"])
def test_any_mix_from_the_right_is_read_back(reader: Reader, words: list[str]) -> None:
    text = " من ".join(["نحن", *words, "هنا"])
    assert told(reader(paper(ABOVE_RIGHT, text, base="rtl"))) == told(f"{ABOVE_RIGHT} {text}")
