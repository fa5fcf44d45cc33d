"""What a PDF tells readers besides its text: languages, links, contents, alternatives; and that an Arabic page is mirrored."""

import re
import subprocess
from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from jobbpunkt.documents.looks import LARGE, ORDINARY
from jobbpunkt.documents.pdf import write
from jobbpunkt.documents.tree import (
    Beside,
    Block,
    Chart,
    ChartKind,
    Columns,
    Facts,
    Heading,
    Item,
    Items,
    Mark,
    Opening,
    Paper,
    Phrase,
    Section,
    Series,
    Signatures,
    Signer,
    Step,
    Steps,
    Table,
    Text,
)
from tests.documents.papers import blocks, paper, say
from tests.documents.test_pdf_blocks import structure

PAGE = 595.3


def places(*parts: Block, language: str = "ar") -> dict[str, tuple[float, float]]:
    """Return where each word begins and ends across the page."""
    pdf = write(paper(language, parts), ORDINARY)
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    found = re.findall(r'<word xMin="(.*?)" yMin=".*?" xMax="(.*?)" yMax=".*?">(.*?)</word>', told)
    return {word.strip("\u200e\u200f"): (float(left), float(right)) for left, right, word in found}


PAIRS: dict[str, tuple[Block, ...]] = {
    "columns": (Columns(((Text("First"),), (Text("Last"),))),),
    "table": (Table(("First", "Last"), (("a", "b"),)),),
    "beside": (Beside("First", (Text("Last"),)),),
    "facts": (Facts((("caption", "First"), ("caption", "Middle"), ("caption", "Last"))),),
    "steps": (Steps((Step("First", "Middle", "Last"),)),),
    "large steps": (Steps((Step("First", "who", "Last", is_large=True),)),),
    "signatures": (Signatures((Signer("", "First"), Signer("", "Last"))),),
    "numbers": (Items((Item("Last", Mark.NUMBER),)), Text("First")),
    "chart": (Chart(ChartKind.COLUMNS, ("First", "Middle", "Last"), (Series("s", (1, 2, 3)),), "…"),),
    "line": (Chart(ChartKind.LINE, ("First", "Middle", "Last"), (Series("s", (1, 2, 3)),), "…"),),
    "bars": (Chart(ChartKind.BARS, ("First",), (Series("s", (77,)),), "…"),),
    "heading": (Heading(Phrase("First", "sv", "Last", "en")),),
    "ends": (Text("First"), Text("Last", side="end")),
}


@pytest.mark.parametrize("kind", PAIRS)
def test_what_comes_first_stands_at_the_side_where_the_language_begins(kind: str) -> None:
    last = "77" if kind == "bars" else "Last"
    from_left = places(*PAIRS[kind], language="en")
    from_right = places(*PAIRS[kind], language="ar")
    assert from_left["First"][0] < from_left[last][0]
    assert from_right["First"][1] > from_right[last][1]
    for word in ("First", last):  # mirrored: as far from one edge as from the other
        assert abs(from_left[word][0] - (PAGE - from_right[word][1])) < 3, word


def test_head_and_foot_are_mirrored() -> None:
    sheet = Paper("Title", "ar", (), "a", head="Head", foot="Foot", pages="Page{page}")
    pdf = write(sheet, ORDINARY)
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    at = {word.strip("\u200e\u200f"): float(left) for left, word in re.findall(r'<word xMin="(.*?)".*?>(.*?)</word>', told)}
    assert at["Head"] < PAGE / 2 < at["Mimer"]
    assert at["Page1"] < PAGE / 2 < at["Foot"]


def test_each_part_tells_its_language() -> None:
    pdf = write(paper("ar", (Heading(say("goals", "ar")), Text(Phrase("Help", "en")), Text("typed"))), ORDINARY)
    with pikepdf.open(BytesIO(pdf)) as opened:
        spans = [str(item.Lang) for item in opened.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Span"]
        assert sorted(spans) == ["en", "sv"]
        assert str(opened.Root.Lang) == "ar"


def test_links_can_be_followed_and_are_told() -> None:
    parts = (
        Text("Ring mig", link="tel:+46701740620"),
        Text("skriv", link="mailto:a@example.se"),
        Text("läs", link="https://a.se/x"),
    )
    pdf = write(paper("sv", parts), ORDINARY)
    notes = [note.get_object() for note in PdfReader(BytesIO(pdf)).pages[0].annotations or ()]
    assert [note["/A"]["/URI"] for note in notes] == ["tel:+46701740620", "mailto:a@example.se", "https://a.se/x"]
    assert [note["/Contents"] for note in notes] == ["Ring mig", "skriv", "läs"]
    assert structure(pdf).count("Object") == 3


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.se", "tel:", "https://a b", "mailto:ö@x.se"]
)
def test_other_addresses_are_only_text(address: str) -> None:
    page = PdfReader(BytesIO(write(paper("sv", (Text("klicka", link=address),)), ORDINARY))).pages[0]
    assert "/Annots" not in page
    assert "klicka" in page.extract_text()


def test_the_contents_name_the_headings_in_their_order() -> None:
    parts = (
        Opening("Namn"),
        Section("Ett", (Text("x"), Section("Ett ett", (Text("x"),), 3))),
        Section("Två", (Text("x" * 30_000), Heading("Sist", 4), Text("x"))),
    )
    reader = PdfReader(BytesIO(write(paper("sv", parts), ORDINARY)))
    assert _titles(reader.outline) == ["Namn", ["Ett", ["Ett ett"], "Två", ["Sist"]]]
    assert "H4" not in structure(write(paper("sv", parts), ORDINARY))


def _titles(outline: Sequence[object]) -> list[object]:
    return [_titles(entry) if isinstance(entry, list) else getattr(entry, "title", None) for entry in outline]


def test_a_drawing_says_in_words_what_it_shows_and_a_box_what_it_is() -> None:
    made = blocks("sv")
    pdf = write(paper("sv", (made["bars"], made["image"], made["boxes"])), ORDINARY)
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary)]
        assert [str(item.Alt) for item in found if item.get("/S") == "/Figure"] == [
            "2, – och 7 personer; 4, 5 och 6,5.",
            "En ruta i blått",
        ]
        assert [str(item.ActualText) for item in found if item.get("/S") == "/Lbl"] == ["☐", "☑"]


def test_a_chart_leaves_a_gap_where_nothing_is_known() -> None:
    drawn = [
        write(paper("sv", (Chart(ChartKind.LINE, ("a", "b", "c"), (Series("s", values),), "…", least=0, most=9),)), ORDINARY)
        for values in ((1, 2, 3), (1, None, 3))
    ]
    lines = [_count(pdf, "l") for pdf in drawn]
    assert lines[0] - lines[1] == 2


def _count(pdf: bytes, operator: str) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return sum(str(step.operator) == operator for page in opened.pages for step in pikepdf.parse_content_stream(page))


def test_the_day_is_the_papers_own_or_none() -> None:
    for day in (date(2020, 6, 2), None):
        sheet = Paper("T", "sv", (Text("x"),), "a", day)
        with pikepdf.open(BytesIO(write(sheet, ORDINARY))) as opened:
            assert str(opened.docinfo.get("/CreationDate", "")) == ("D:20200602000000" if day else "")
            told = opened.Root.Metadata.read_bytes().decode()
            assert ("<xmp:CreateDate>2020-06-02" in told) == bool(day)


def test_signs_of_markup_in_a_title_stay_signs() -> None:
    sheet = Paper("<b>&amp;</b> å", "sv", (Text("x"),), "A & B")
    with pikepdf.open(BytesIO(write(sheet, ORDINARY))) as opened, opened.open_metadata() as told:
        assert told["dc:title"] == "<b>&amp;</b> å"
        assert told["pdfuaid:part"] == "1"


def test_a_persons_own_paper_does_not_say_where_it_was_made() -> None:
    sheet = Paper("CV", "sv", (Text("x"),), "Amina", is_ours=False)
    assert "Jobbpunkt" not in PdfReader(BytesIO(write(sheet, ORDINARY))).pages[0].extract_text()


def test_large_print_tells_a_wide_table_row_by_row() -> None:
    wide = blocks("sv")["wide_table"]
    assert "Table" in structure(write(paper("sv", (wide,)), ORDINARY))
    told = structure(write(paper("sv", (wide,)), LARGE))
    assert "Table" not in told
    assert "Sysselsättningsgrad" in told
