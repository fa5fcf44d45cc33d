"""Word files of papers: read back as python-docx reads them, and hostile texts on the way in."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from jobbpunkt.documents import looks, tree
from jobbpunkt.documents.docx import write
from jobbpunkt.documents.docx.saying import segments
from jobbpunkt.documents.setting import FileKind, Setting, drawn
from jobbpunkt.documents.tree import Mark, Role
from jobbpunkt.documents.words import PaperWords
from tests.documents import papers, trees

MARKS = dict.fromkeys(map(ord, "\u200e\u200f"))
SWEDISH = trees.plan(PaperWords("sv"))
ARABIC = trees.plan(PaperWords("ar", beside="sv"), wish=trees.ARABIC_WISH)


def opened(paper: tree.Paper, look: looks.Look = looks.ORDINARY) -> Document:
    return docx.Document(BytesIO(write(paper, look)))


def paper(*blocks: tree.Block, language: str = "sv", is_ours: bool = True) -> tree.Paper:
    return tree.Paper("Prov", language, blocks, author="Coach", is_ours=is_ours)


def text_of(document: Document) -> str:
    """Return all text in reading order, tables row by row."""
    said = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            said += [cell.text for row in part.rows for cell in row.cells]
        else:
            said.append(part.text)
    return "\n".join(said).translate(MARKS)


def paragraph(document: Document, text: str) -> Paragraph:
    return next(one for one in document.paragraphs if text in one.text)


def test_headings_are_headings_and_lists_are_lists() -> None:
    document = opened(SWEDISH)
    styles = {one.text: one.style.name for one in document.paragraphs if one.style is not None}
    assert styles["Noor Exempelsson"] == "Title"
    assert (styles["Steg"], styles["1. Arbete"]) == ("Heading 2", "Heading 2")
    assert (styles["Punktlig"], styles["Nummer 1"]) == ("List Bullet", "List Number")
    assert "Delmål" not in styles, "a section without parts"
    levels = [one._p.xpath("./w:pPr/w:outlineLvl") for one in document.paragraphs]
    assert not any(levels), "the outline stands in the styles"
    assert document.styles["Title"].element.xpath("./w:pPr/w:outlineLvl/@w:val") == ["0"]
    outline = [document.styles[f"heading {level}"].element.xpath("./w:pPr/w:outlineLvl/@w:val") for level in (1, 2, 3, 4)]
    assert outline == [["0"], ["1"], ["2"], ["3"]]
    assert document.styles["heading 2"].element.xpath("./w:pPr/w:keepNext")


def test_a_heading_leads_to_something() -> None:
    nothing = (tree.Facts((("Tolk", ""),)), tree.Text(" "), tree.Items(()))
    document = opened(paper(tree.Section("Tomt", nothing), tree.Section("Fullt", (tree.Text("Hej"),))))
    assert [one.text for one in document.paragraphs] == ["Fullt", "Hej"]


def test_whose_words_they_are_stands_above_a_wish_and_below_a_quotation() -> None:
    document = opened(paper(tree.Quotation("Ett\n\nTvå", "Jag", is_large=True), tree.Quotation("Tre", "Hon")))
    assert [one.text for one in document.paragraphs] == ["Jag", "Ett", "Två", "Tre", "Hon"]
    assert [one.paragraph_format.keep_with_next for one in document.paragraphs] == [True, True, None, True, None]
    assert all(one._p.xpath("./w:pPr/w:pBdr/w:left") for one in document.paragraphs)


def test_each_list_of_numbers_begins_at_one() -> None:
    items = tree.Items((tree.Item("a", Mark.NUMBER), tree.Item("b", Mark.NUMBER)))
    document = opened(paper(items, items))
    numbers = [one._p.xpath("./w:pPr/w:numPr/w:numId/@w:val")[0] for one in document.paragraphs if one.text in {"a", "b"}]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    kept = document.part.numbering_part.element
    assert [kept.xpath(f"./w:num[@w:numId='{one}']//w:startOverride/@w:val") for one in numbers[::2]] == [["1"], ["1"]]


def test_boxes_stand_before_what_is_ticked() -> None:
    text = text_of(opened(SWEDISH))
    assert "☑\tCV klart" in text
    assert "☐\tPraktik" in text
    assert "☐\tSöka tre jobb i veckan via Platsbanken\nTillsammans · Utkast från tisdag 28 januari" in text
    assert "☑\tSkriva klart mitt CV\nCoachen · tisdag 28 januari" in text


def test_tables_repeat_their_headings_and_keep_their_rows_whole() -> None:
    document = opened(SWEDISH)
    table = next(one for one in document.tables if one.cell(0, 0).text == "Vad")
    assert [cell.text for cell in table.rows[0].cells] == ["Vad", "Vem", "Klart senast"]
    assert [cell.text for cell in table.rows[2].cells][:2] == ["Ringa sjukhuset", f"Coachen\n{trees.TELEPHONE}"]
    assert [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [True, False, False]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    widths = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid]
    assert widths[0] == pytest.approx(sum(widths) / 2, abs=2)


def test_a_chart_is_the_table_of_its_numbers() -> None:
    document = opened(SWEDISH)
    table = next(one for one in document.tables if one.cell(1, 0).text == "2 jan.")
    assert [[cell.text for cell in row.cells] for row in table.rows][1:] == [["2 jan.", "3"], ["2 mars", "–"], ["Mål", "8"]]
    assert table._tbl.xpath("./w:tblPr/w:tblDescription/@w:val") == ["Från 3 i januari."]


def test_a_reader_is_told_what_the_file_is() -> None:
    told = opened(SWEDISH).core_properties
    assert (told.title, told.author, told.language) == ("Karriärplan – Noor Exempelsson", "Jobbpunkt Mimer", "sv")
    assert told.created is not None
    assert told.created.isoformat().startswith("2025-01-28T12:00:00")
    assert (told.comments, told.last_modified_by, told.keywords) == ("", "", "")
    assert b"created" not in ZipFile(BytesIO(write(paper(), looks.ORDINARY))).read("docProps/core.xml")


def test_the_same_paper_is_the_same_bytes() -> None:
    assert write(SWEDISH, looks.ORDINARY) == write(trees.plan(PaperWords("sv")), looks.ORDINARY)
    with ZipFile(BytesIO(write(SWEDISH, looks.ORDINARY))) as file:
        assert {one.date_time for one in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in file.namelist() if "thumbnail" in name or "customXml" in name]


def test_head_and_foot_say_whose_it_is_and_which_page() -> None:
    section = opened(SWEDISH).sections[0]
    assert section.header.paragraphs[0].text == "Jobbpunkt Mimer\t28 januari 2025"
    foot = section.footer.paragraphs[0]
    assert foot.text == "Karriärplan, version 2, fastställd tisdag 28 januari\tSida 1 av 1"
    assert [one.strip() for one in foot._p.xpath("./w:r/w:instrText/text()")] == ["PAGE", "NUMPAGES"]
    theirs = opened(paper(tree.Text("Hej"), is_ours=False)).sections[0]
    assert theirs.header.is_linked_to_previous, "a CV is its person's"


def test_a_page_that_runs_from_the_right_is_mirrored_whole() -> None:
    document = opened(ARABIC)
    assert document.element.body.xpath("./w:sectPr/w:bidi")
    assert all(one._tbl.xpath("./w:tblPr/w:bidiVisual") for one in document.tables)
    heading = paragraph(document, "الخطوات")
    assert heading._p.xpath("./w:pPr/w:bidi")
    assert heading.text.translate(MARKS) == "الخطوات\u2003Steg"
    first, _, *beside = heading.runs
    assert first._r.xpath("./w:rPr/w:rtl")
    assert beside[0]._r.xpath("./w:rPr/w:rtl") == []
    assert next(one for run in heading.runs for one in run._r.xpath("./w:rPr/w:lang/@w:val")) == "sv"
    assert document.styles.element.xpath("./w:docDefaults//w:lang/@w:bidi") == ["ar"]
    # Typed Swedish stands at the page's own side, with its full stop where it belongs.
    typed = paragraph(document, "Helst på ett sjukhus.")
    assert typed._p.xpath("./w:pPr/w:bidi") == []
    assert typed._p.xpath("./w:pPr/w:jc/@w:val") == ["right"]
    assert not opened(SWEDISH).element.body.xpath("//w:bidi|//w:bidiVisual|//w:rtl")


def test_sides_are_named_as_word_means_them() -> None:
    def side(text: str, at: tree.Side, language: str) -> list[str]:
        found = opened(paper(tree.Text(text, side=at), language=language)).element.body
        return [str(one) for one in found.xpath("./w:p/w:pPr/w:jc/@w:val")]

    # In a paragraph that runs from the right, Word's left is where it begins.
    assert [side("Hej", at, "sv") for at in ("start", "end", "centre")] == [[], ["right"], ["center"]]
    assert [side("سلام", at, "ar") for at in ("start", "end", "centre")] == [[], ["right"], ["center"]]
    assert [side("Hej", at, "ar") for at in ("start", "end")] == [["right"], []]
    assert [side("سلام", at, "sv") for at in ("start", "end")] == [[], []]


def test_a_telephone_number_keeps_its_order_among_arabic_letters() -> None:
    parts = list(segments(f"هاتف {trees.TELEPHONE} الآن", rtl=True))
    assert parts == [("هاتف ", True), (f"\u200e{trees.TELEPHONE}\u200e", False), (" الآن", True)]
    assert list(segments("Ring أحمد!", rtl=False)) == [("Ring ", False), ("أحمد", True), ("!", False)]
    assert list(segments("28 يناير", rtl=True)) == [("28", False), (" يناير", True)]
    assert "".join(part for part, _ in segments("أ (b) ج", rtl=True)) == "أ (b) ج"


def test_links_are_followed_only_where_they_may_be() -> None:
    addresses = [
        "mailto:a@example.se",
        "https://example.se/å?x=1&y=<2>",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https:\nx",
    ]
    made = opened(paper(*(tree.Text(f"nr {number}", link=link) for number, link in enumerate(addresses))))
    assert [one.text for one in made.paragraphs] == [f"nr {number}" for number in range(5)]
    linked = [link.address for one in made.paragraphs for link in one.hyperlinks]
    assert linked == addresses[:2]


def test_a_picture_has_words_and_what_is_none_is_told_by_them() -> None:
    document = opened(paper(tree.Image(papers.picture(), "En grön ruta", 20), tree.Image(b"no picture", "Ett torg", 20)))
    assert document.element.body.xpath("//wp:docPr/@descr") == ["En grön ruta"]
    assert document.inline_shapes[0].width.mm == pytest.approx(20, abs=0.1)
    assert document.paragraphs[-1].text == "Ett torg"


def test_who_signs_has_a_line_and_it_never_stands_alone() -> None:
    document = opened(SWEDISH)
    table = document.tables[-1]
    assert [cell.text for cell in table.rows[1].cells] == [
        "Det här papperet",
        "",
        "Namnteckning och datum\nDeltagare\nNoor Exempelsson",
    ]
    assert [bool(cell._tc.xpath("./w:tcPr/w:tcBorders/w:bottom")) for cell in table.rows[0].cells] == [True, False, True]
    assert "Tolk Tolksson skrev under 28 januari." in text_of(document)
    held = [*document.paragraphs[-3:-1], *(one for row in table.rows[:-1] for cell in row.cells for one in cell.paragraphs)]
    assert all(one.paragraph_format.keep_with_next for one in held if one.text.strip())


def test_two_sign_beside_each_other_where_no_place_is_asked_for() -> None:
    signers = tuple(tree.Signer("Roll", name) for name in ("Ett", "Två", "Tre"))
    (table,) = opened(paper(tree.Signatures(signers, signature="Namn"))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows[1::2]] == [
        ["Namn\nRoll\nEtt", "", "Namn\nRoll\nTvå"],
        ["Namn\nRoll\nTre", "", ""],
    ]


def test_what_belongs_to_an_item_stands_under_its_text() -> None:
    inner = tree.Items((tree.Item("inre"),))
    document = opened(paper(tree.Items((tree.Item("yttre", parts=(tree.Text("under"), inner)),)), tree.Text("efter")))
    far = {one.text: one.paragraph_format.left_indent for one in document.paragraphs}
    assert (far["yttre"], far["efter"]) == (None, None)
    assert (far["under"], far["inre"]) == (Pt(18), Pt(36))


def test_what_follows_a_page_break_begins_a_page_without_an_empty_line() -> None:
    document = opened(paper(tree.Text("Ett"), tree.PageBreak(), tree.Text("Två"), tree.PageBreak(), tree.Lines(1)))
    assert [one.paragraph_format.page_break_before for one in document.paragraphs] == [None, True, True]


def test_a_cv_is_one_column_without_tables() -> None:
    cv = paper(
        tree.Opening("Selam Testsson", subtitle="Undersköterska"),
        tree.Columns(
            ((tree.Text("070-174 06 20", Role.CONTACT, link="tel:+46701740620"),), (tree.Text("Västerås", Role.CONTACT),))
        ),
        tree.Facts((("Körkort", "B"),)),
        tree.Section("Arbete", (tree.Beside("2019", (tree.Text("Lokalvårdare", Role.STRONG), tree.Text("Städ"))),)),
        tree.Section("Språk", (tree.Beside("Tigrinja", (tree.Text("Modersmål"),)),)),
        is_ours=False,
    )
    document = opened(cv, looks.CV_CLASSIC)
    assert document.tables == []
    assert document.element.body.xpath("//w:txbxContent|//w:cols[@w:num>1]") == []
    lines = ["Selam Testsson", "Undersköterska", "070-174 06 20", "Västerås", "Körkort\u2003B", "Arbete", "2019", "Lokalvårdare"]
    assert text_of(document).split("\n")[: len(lines)] == lines
    assert "Tigrinja\u2003Modersmål" in text_of(document)


def test_the_look_sets_the_sizes() -> None:
    for look in looks.LOOKS.values():
        styles = opened(SWEDISH, look).styles
        assert styles["Normal"].font.size.pt == pytest.approx(look.sizes.body, abs=0.25), look.name
        assert styles["heading 2"].font.size.pt == pytest.approx(look.headings[1].size, abs=0.25)


def filled(value: Any, text: Callable[[str], str]) -> Any:
    """Return a paper with `text` in place of everything that people typed; see `tests.documents.every`."""
    if isinstance(value, tree.Phrase | Enum) or value in ("start", "end", "centre"):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: filled(getattr(value, one.name), text) for one in fields(value)})
    if isinstance(value, tuple):
        return tuple(filled(item, text) for item in value)
    return text(value) if isinstance(value, str) and value else value


HOSTILE = {
    "controls": "a\x00b\x07c\x1bd\x0be\u2028f",
    "markup": "<w:p>&amp;]]><!-- {page} %s {0} -->",
    "direction": "abc\u202edef\u2066ghi",
    "noncharacters": "\ufffe\uffff\U0010ffff\ue000",
    "halves": "\ud800x\udfff",
    "piled": "a" + "\u0301" * 400,
    "long word": "x" * 300,
    "only breaks": "\n\n \n\t\n",
    "empty": "",
    "scripts": "ትግርኛ ภาษาไทย कि العربية 漢字 🎉",
    "huge": "ord " * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("language", ["sv", "ar"])
def test_any_text_in_any_field_makes_a_file_that_opens(name: str, language: str) -> None:
    text = HOSTILE[name]
    said = replace(filled(trees.plan(PaperWords(language, beside="sv")), lambda old: text), language=language, pages=text)
    document = opened(said)
    told = text_of(document)
    assert not set(told) & {"\x00", "\x07", "\x1b", "\u202e", "\u2066", "\ufffe", "\uffff", "\ue000"}


def test_one_place_makes_every_kind_of_file() -> None:
    made = {kind: drawn(SWEDISH, Setting(kind=kind), looks.ORDINARY) for kind in FileKind}
    assert made[FileKind.WORD] == write(SWEDISH, looks.ORDINARY)
    assert made[FileKind.PDF].startswith(b"%PDF")
    assert drawn(SWEDISH, Setting(look="large", kind=FileKind.WORD), looks.ORDINARY) == write(SWEDISH, looks.LARGE)


def test_python_docx_is_loaded_only_when_a_word_file_is_made() -> None:
    code = "import sys, jobbpunkt.documents.setting; print('docx' in sys.modules, 'reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


# The order in which Word's schema (ECMA-376, part 1) has the children that we write; Word calls a file damaged that has another.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs bidi spacing ind jc outlineLvl",
    "rPr": "rFonts b bCs color sz szCs rtl lang",
    "tblPr": "bidiVisual tblW tblBorders tblLayout tblCellMar tblDescription",
    "tblBorders": "top left bottom right insideH",
    "tblCellMar": "top left bottom right",
    "tcPr": "tcW tcBorders shd",
    "sectPr": "headerReference footerReference pgSz pgMar cols bidi docGrid",
    "style": "name basedOn qFormat pPr rPr",
    "lvl": "start numFmt lvlText lvlJc pPr",
    "numbering": "abstractNum num",
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
}


@pytest.mark.parametrize("name", ["sv", "ar", "en"])
def test_every_element_stands_where_the_schema_has_it(name: str) -> None:
    found = papers.paper(name) if name == "en" else {"sv": SWEDISH, "ar": ARABIC}[name]
    parts = ZipFile(BytesIO(write(found, looks.ORDINARY)))
    checked = set()
    for part in parts.namelist():
        if not part.startswith("word/") or not part.endswith(".xml"):
            continue
        for one in parse_xml(parts.read(part)).iter():
            kind = one.tag.rpartition("}")[2]
            order = ORDER.get(kind, "").split()
            children = [child.tag.rpartition("}")[2] for child in one]
            if order and not (kind == "tc" and "tbl" in children):
                places = [order.index(child) for child in children]
                assert places == sorted(places), (part, kind, children)
                checked.add(kind)
    assert checked >= ORDER.keys()
