"""How a paper falls on pages: what stays together, what parts and how, and that all of it is told to readers."""

import re
import subprocess
from io import BytesIO
from itertools import product

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from jobbpunkt.documents.languages import PAPER_LANGUAGES
from jobbpunkt.documents.looks import BLACK, LARGE, ORDINARY, Look
from jobbpunkt.documents.pdf import sheet, write
from jobbpunkt.documents.pdf.boxes import height_of
from jobbpunkt.documents.pdf.paging import laid
from jobbpunkt.documents.pdf.setter import Setter
from jobbpunkt.documents.pdf.tags import Element
from jobbpunkt.documents.tree import (
    Block,
    Columns,
    Heading,
    Item,
    Items,
    Lines,
    Opening,
    PageBreak,
    Section,
    Signatures,
    Signer,
    Step,
    Steps,
    Table,
    Text,
    Together,
)
from tests.documents.every import poppler_text
from tests.documents.papers import LANGUAGES, blocks, paper

LOOKS = pytest.mark.parametrize("look", [ORDINARY, LARGE, BLACK], ids=lambda look: look.name)
SENTENCE = "Jag vill arbeta nära Bäckby och helst börja tidigt på morgonen. "
DRAWS = {"f", "F", "f*", "S", "s", "B", "b", "B*", "Tj", "TJ", "'", '"', "Do", "sh"}


def pages_of(*parts: Block, look: Look = ORDINARY, language: str = "sv") -> list[str]:
    """Return the text of each page."""
    reader = PdfReader(BytesIO(write(paper(language, parts), look)))
    return [page.extract_text() for page in reader.pages]


def elements(pdf: bytes, kind: str) -> list[list[tuple[int, int]]]:
    """Return for each element of a kind where it is drawn: pages and marks, in reading order."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        numbers = {(page.obj.objgen[0], page.obj.objgen[1]): number for number, page in enumerate(opened.pages)}
        found: list[list[tuple[int, int]]] = []
        _walk(opened.Root.StructTreeRoot.K, kind, numbers, found)
        return found


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    if "/K" not in element:
        return []
    return list(element.K.as_list()) if isinstance(element.K, pikepdf.Array) else [element.K]


def _walk(element: pikepdf.Object, kind: str, numbers: dict[tuple[int, int], int], found: list[list[tuple[int, int]]]) -> None:
    if "/" + kind == element.S:
        found.append(_places(element, numbers))
    for kid in _kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            _walk(kid, kind, numbers, found)


def _places(element: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    for kid in _kids(element):
        if isinstance(kid, int):
            places.append((numbers[element.Pg.objgen], kid))
        elif kid.get("/Type") == "/MCR":
            places.append((numbers[kid.Pg.objgen], int(kid.MCID)))
        elif "/S" in kid:
            places += _places(kid, numbers)
    return places


@LOOKS
def test_a_paragraph_that_breaks_over_pages_is_one_element(look: Look) -> None:
    pdf = write(paper("sv", (Heading("Rubrik"), Text(SENTENCE * 120))), look)
    (found,) = elements(pdf, "P")
    assert [page for page, _ in found] == list(range(len(PdfReader(BytesIO(pdf)).pages)))
    assert poppler_text(pdf).count("Bäckby") == 120


@LOOKS
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_a_row_that_breaks_over_pages_is_one_row_below_one_header(look: Look, language: str) -> None:
    rows = (("a", SENTENCE * 90), ("b", SENTENCE))
    pdf = write(paper(language, (Table(("Vad", "Mera"), rows, (20, 80)),)), look)
    assert len(elements(pdf, "TR")) == 3
    assert [len(marks) for marks in elements(pdf, "TH")] == [1, 1]
    long = elements(pdf, "TD")[1]
    assert len({page for page, _ in long}) > 1
    texts = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    assert ["Mera" in text for text in texts] == [True] * len(texts)


def test_a_list_item_that_breaks_over_pages_is_one_item() -> None:
    pdf = write(paper("sv", (Items((Item(SENTENCE * 120), Item("kort"))),)), ORDINARY)
    items = elements(pdf, "LI")
    assert len(items) == 2
    assert len({page for page, _ in items[0]}) > 1


@LOOKS
@pytest.mark.parametrize("lines", range(20, 48))
def test_a_heading_keeps_two_lines_with_it(look: Look, lines: int) -> None:
    filling = "\n".join("rad" for _ in range(lines))
    for page in pages_of(Text(filling), Section("Rubriken här", (Text(SENTENCE * 6),)), look=look):
        if "Rubriken här" in page:
            assert len(page.split("Rubriken här")[1].split("Min karriärplan")[0].strip().splitlines()) >= 2


def test_a_short_section_stays_where_it_fits_though_the_next_one_begins_a_page() -> None:
    filling = Text("\n".join("rad" for _ in range(30)))
    long = Section("Den långa", (Together(tuple(Text(SENTENCE * 4) for _ in range(5))),))
    first, *_ = pages_of(filling, Section("Den korta", (Text("Kort text."),)), long)
    assert "Den korta" in first
    assert "Kort text." in first
    assert "Den långa" not in first


@LOOKS
def test_no_heading_has_a_page_to_itself_before_what_takes_more_than_one(look: Look) -> None:
    whole = Together((Heading("Kampanjen", 3), *(Text(SENTENCE * 4) for _ in range(20))))
    for page in pages_of(Text("rad"), PageBreak(), Section("Kampanjer", (whole,)), look=look):
        assert "Kampanjer" not in page or "Kampanjen" in page


@LOOKS
@pytest.mark.parametrize("lines", range(16, 46, 2))
def test_signatures_never_begin_a_page(look: Look, lines: int) -> None:
    sign = Signatures((Signer("deltagare", "Amina"), Signer("coach", "Johan")), "Vi är överens.", signature="Namn och datum")
    rows = tuple(Text(f"rad {number}") for number in range(lines))
    for parts in ((Text("\n".join(str(row.said) for row in rows)), sign), (Together((*rows, sign)),)):
        texts = pages_of(*parts, look=look)
        (signed,) = [text for text in texts if "överens" in text]
        assert re.search(r"rad \d+", signed)
        assert "Amina" in signed


@pytest.mark.parametrize("lines", range(24, 44, 2))
def test_short_entries_stay_whole(lines: int) -> None:
    filling = Text("\n".join("rad" for _ in range(lines)))
    what = f"börjar {'och mera text som fyller raden ' * 8}slutar"
    ways: tuple[Block, ...] = (Steps((Step(what),)), Items((Item(what),)), Table(("",), ((what,),)), Together((Text(what),)))
    for block in ways:
        for page in pages_of(filling, block):
            assert ("börjar" in page) == ("slutar" in page)


def test_the_last_page_is_a_third_full_where_it_can_be() -> None:
    for count in range(8, 30):
        parts = [Section(f"Rubrik {number}", (Text(SENTENCE * 2),)) for number in range(count)]
        texts = pages_of(*parts)
        if len(texts) > 1:
            assert texts[-1].count("Rubrik") >= 2, count


@LOOKS
def test_a_table_leaves_some_of_its_rows_for_the_last_page(look: Look) -> None:
    """Nothing but the table can be moved over, so it parts a little earlier."""
    for count in range(20, 60):
        table = Table(("Namn", "Mera"), tuple((f"Deltagare {number}", SENTENCE) for number in range(count)))
        texts = pages_of(table, look=look)
        if len(texts) > 1:
            assert texts[-1].count("Deltagare") >= 2, count


@LOOKS
@pytest.mark.parametrize("blank", ["\u00a0", "\u202f"])
def test_a_number_is_never_broken_in_a_narrow_column(look: Look, blank: str) -> None:
    """Half of it would be another number, right below the other half."""
    told = f"drygt{blank}{10**6}"
    row = ("Besökare på rekryteringsmässan vid torget", *["8"] * 4, told)
    text = poppler_text(
        write(paper("sv", (Table(("Uppgift", *["Vecka"] * 4, "Totalt"), (row,), (33, 15, 15, 15, 15, 7)),)), look)
    )
    assert "drygt 1000000" in text


@pytest.mark.parametrize(
    ("name", "size"),
    [("Amina Sjölycke", 33), ("Amina Sjölycke-Bergström af Ek", 26), ("Maria Alexandra Sjölycke-Bergström af Ek", 20)],
)
def test_long_names_step_down(name: str, size: float) -> None:
    pdf = write(paper("sv", (Opening(name),)), ORDINARY)
    sizes: list[float] = []

    def visit(text: str, *about: object) -> None:
        if name in text:
            sizes.append(float(str(about[3])))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    assert sizes == [size]


@LOOKS
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("typed", ["", "Ö" * 300, "ord " * 400, "ا" * 300])
def test_nothing_leaves_the_page_and_everything_drawn_is_marked(look: Look, language: str, typed: str) -> None:
    pdf = write(paper(language, typed=typed), look)
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            assert_marked(page)
    assert_inside(pdf, look)


def assert_inside(pdf: bytes, look: Look) -> None:
    """Check that all words of a paper stand between its sides."""
    told = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    boxes = [[float(place) for place in found] for found in _BOX.findall(told)]
    side = look.sheet.side * 72 / 25.4
    assert boxes
    assert [box for box in boxes if box[0] < side - 2 or box[2] > 595.3 - side + 2 or box[1] < 28 or box[3] > 822] == []


_BOX = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)"')


def assert_marked(page: pikepdf.Page) -> None:
    """Check that all that a page shows is content with a mark, or an ornament, and that marks never lie in each other."""
    depth = 0
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
        assert 0 <= depth <= 2  # a part that is told otherwise than it is drawn lies in its element
        assert depth or name not in DRAWS, name
    assert depth == 0


def test_one_column_follows_the_other_where_there_are_none() -> None:
    block = Columns(((Text("först"),), (Text("sedan"),)))
    pdf = write(paper("sv", (block,)), LARGE)
    assert poppler_text(pdf).index("först") < poppler_text(pdf).index("sedan")


def test_an_empty_paper_is_a_page() -> None:
    assert len(pages_of()) == 1
    assert len(pages_of(Text(""), Items(()), Steps(()), Lines(0), Section("Tom", ()))) == 1


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(tuple(blocks("sv"))), language=st.sampled_from(LANGUAGES))
def test_blocks_may_stand_in_any_order(order: list[str], language: str) -> None:
    made = blocks(language)
    pdf = write(paper(language, tuple(made[kind] for kind in order)), ORDINARY)
    assert "Johan" in poppler_text(pdf)
    headings = [len(elements(pdf, f"H{level}")) for level in range(1, 5)]
    assert 0 not in headings[: len([count for count in headings if count])]


def test_a_last_page_of_a_line_or_two_is_taken_back_from_the_gaps_and_no_more_than_a_tenth_of_them() -> None:
    setter = Setter(ORDINARY, PAPER_LANGUAGES["sv"])
    _, _, width, height = sheet.room(setter)
    taken: set[float] = set()
    for number, last in product(range(8, 50), (1, 3)):
        sections = [Section("Rubrik", (Text(SENTENCE * (1 + place % 5)),)) for place in range(number)]
        document = paper("sv", (*sections, Text(SENTENCE * last)))
        pages = laid(setter.all(document.blocks, Element("Document", "sv")), width, height)
        assert all(height_of(page.boxes, width, page.squeeze) <= height + 0.1 for page in pages)
        taken |= {page.squeeze for page in pages}
    assert taken == {1.0, 0.95, 0.9}
