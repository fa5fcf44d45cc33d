"""What holds for every paper: all its text is on it, it is plain, complete, and the same each time."""

from importlib import import_module
from io import BytesIO
from itertools import count
from pkgutil import iter_modules

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jobbpunkt import documents
from jobbpunkt.documents.setting import Setting
from tests.documents.every import EVERY, SAID_ELSEWHERE, filled, fonts_of, poppler_text, text_of

KINDS = pytest.mark.parametrize("kind", EVERY)
PAYLOADS = (
    "<b>fet</b> <i>kursiv</i> & <font size='40'>stor</font>",
    "<b>aldrig stängd",
    "</para></b> &lt; &#60; &nbsp; <br/> <para>",
    "<img src='/etc/passwd'/> <img src=\"https://example.se/x.png\" width=9>",
    "<a href='javascript:alert(1)'>klicka</a> <link destination='x'>hit</link>",
    '=HYPERLINK("https://example.se") +1 -1 @SUM(1)',
    "före\x00efter\x07\x1b[31m",
    "txt.\u202eexe.gnp \u2066dold\u2069",
    "Ö" * 300,
    "ord " * 300,
    "ا" * 300,
    "รัก" * 100,
    "😀👩‍👩‍👧‍👦🏳️‍🌈",
    "مرحبا (اسمي نور) 2020-06-15 IKEA",
    "ሰላም፡ ስመይ ሰላም እዩ።",
    "สวัสดีครับ: ผมชื่อสมชาย",
    "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334a" * 20,
    "\ue000\uf8ff\U000f0041\U000f0100\ufffe",
    "\n\n\nrad\n\n\n\n\nrad\n" * 10,
    "{0} %s %(name)s {name} \\n $x$",
    " ",
)


def test_every_paper_of_the_program_stands_in_these_tests() -> None:
    modules = [import_module(found.name) for found in iter_modules(documents.__path__, "jobbpunkt.documents.")]
    renderers = {value for module in modules for name, value in vars(module).items() if name.startswith("render_")}
    assert renderers == {getattr(render, "render", render) for _, render in EVERY.values()}, (
        "give the paper a sample in tests/documents/every.py"
    )


@KINDS
def test_every_text_is_on_the_page(kind: str) -> None:
    data, render = EVERY[kind]
    numbers = count(100)
    marks: list[str] = []

    def mark(_: str) -> str:
        marks.append(f"Ö{next(numbers)}x")
        return marks[-1]

    pdf = render(filled(data, mark, SAID_ELSEWHERE), Setting())
    assert len(marks) > 2
    printed = text_of(pdf)
    assert [mark for mark in marks if mark not in printed] == []


@KINDS
def test_the_same_content_gives_the_same_bytes(kind: str) -> None:
    data, render = EVERY[kind]
    arabic = filled(data, lambda text: f"{text} السلام عليكم ሰላም")
    first = render(data, Setting()), render(arabic, Setting())
    assert (render(data, Setting()), render(arabic, Setting())) == first


@KINDS
def test_only_our_fonts_are_in_the_file_and_all_of_them_whole(kind: str) -> None:
    data, render = EVERY[kind]
    found = fonts_of(render(data, Setting()))
    assert found
    assert [name for name, embedded in found if not embedded or "+Noto" not in name] == []


@KINDS
def test_a_reader_is_told_language_title_and_author(kind: str) -> None:
    data, render = EVERY[kind]
    for setting in (Setting(), Setting("en")):
        reader = PdfReader(BytesIO(render(data, setting)))
        assert str(reader.root_object["/Lang"]) == setting.language
        assert reader.metadata is not None
        assert reader.metadata.title
        assert reader.metadata.author
        assert {page.mediabox.width > 595 and page.mediabox.height > 841 for page in reader.pages} == {True}


@KINDS
def test_pages_are_numbered(kind: str) -> None:
    data, render = EVERY[kind]
    pages = PdfReader(BytesIO(render(data, Setting()))).pages
    if len(pages) > 1 or kind not in {"cv", "letter"}:
        assert [f"Sida {number} av {len(pages)}" in page.extract_text() for number, page in enumerate(pages, 1)] == [True] * len(
            pages
        )


@KINDS
@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_stays_text(kind: str, payload: str) -> None:
    data, render = EVERY[kind]
    pdf = render(filled(data, lambda _: payload), Setting())
    assert_is_plain(pdf, photos_of(data))
    if payload.isascii() and payload.isprintable() and "<" in payload:
        found = poppler_text(pdf).replace(" ", "")
        assert payload.replace(" ", "") in found


@KINDS
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=st.text(st.characters(codec="utf-16", exclude_categories=()), max_size=300))
def test_any_text_can_be_printed(kind: str, text: str) -> None:
    data, render = EVERY[kind]
    assert_is_plain(render(filled(data, lambda _: text), Setting()), photos_of(data))


@KINDS
@pytest.mark.parametrize("word", ["Lorem ipsum dolor sit amet. ", "rad\n", "ሰላም "])
def test_long_notes_run_over_pages(kind: str, word: str) -> None:
    data, render = EVERY[kind]
    long = word * (1200 // len(word))
    assert_is_plain(render(filled(data, lambda text: long if len(text) > 40 else text), Setting()), photos_of(data))


def photos_of(data: object) -> int:
    """Return how many photos a document holds."""
    return len(getattr(data, "photos", ()))


def assert_is_plain(pdf: bytes, photos: int = 0) -> None:
    """Check that a file holds text, its photos, and nothing that opens, runs, leads to a file or was read from elsewhere."""
    reader, found = PdfReader(BytesIO(pdf)), 0
    assert not {"/Names", "/OpenAction", "/AcroForm"} & set(reader.root_object)
    for page in reader.pages:
        for held in page.get("/Annots", ()):
            annotation = held.get_object()
            assert (annotation["/Subtype"], annotation["/A"]["/S"]) == ("/Link", "/URI")
            assert str(annotation["/A"]["/URI"]).startswith(("https://", "http://", "mailto:", "tel:"))
        found += len(page.images)
    assert found == photos
