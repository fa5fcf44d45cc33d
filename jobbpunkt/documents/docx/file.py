"""A Word file of a paper: page, head and foot, what a reader is told of it, and the same bytes for the same content."""

import re
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from jobbpunkt.documents import days
from jobbpunkt.documents.docx import styles
from jobbpunkt.documents.docx.blocks import draw
from jobbpunkt.documents.docx.marks import HALF, MILLIMETRE, STYLE, VALUE, Hand, element, field, tab, written
from jobbpunkt.documents.docx.place import Page, Place
from jobbpunkt.documents.docx.saying import locale_of
from jobbpunkt.documents.looks import Look, Sheet
from jobbpunkt.documents.text import one_line
from jobbpunkt.documents.tree import ORGANISATION, Paper

_WIDTH, _HEIGHT = 210, 297  # millimetres of an A4 page
_FIELD = re.compile(r"(\{page\}|\{pages\})")
_CODES = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_LONGEST_PROPERTY = 255
_LINE = 4  # millimetres from the top of a line to where its letters stand
_NEEDED = frozenset({"styles", "settings", "numbering", "core-properties", "officeDocument"})  # parts of the template
_NEWEST = "15"  # the Word whose ways of setting a page are meant; older ones put "compatibility mode" in the title
_MADE = (1980, 1, 1, 0, 0, 0)  # the date of each part in the zip, which says nothing


def write(paper: Paper, look: Look) -> bytes:
    """Return a paper as a Word file."""
    document = docx.Document(BytesIO(_template()))
    part = document.part
    sheet = styles.style_sheet(look, paper.language)
    sizes = {one.get(STYLE): int(one.xpath("./w:rPr/w:sz")[0].get(VALUE)) / HALF for one in sheet.xpath("./w:style")}
    _content(part.part_related_by(RELATIONSHIP_TYPE.STYLES)).extend(list(sheet))
    numbering = _content(part.numbering_part)
    numbering.extend(list(styles.numbering()))
    page = Page(paper, look, part, numbering, sizes)
    _sheet(document, page)
    draw(Place(page, document.element.body, _text_width(look.sheet)), paper.blocks)
    _edges(document, page)
    _properties(document, paper)
    return _saved(document)


@cache
def _template() -> bytes:
    """Return the template of python-docx without what no paper of ours needs: read 200 times, made once."""
    document = docx.Document()
    for holder in (document.part.package.rels, document.part.rels):
        for key in [key for key, rel in holder.items() if rel.reltype.rpartition("/")[2] not in _NEEDED]:
            del holder[key]
    for kind in (RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.NUMBERING):
        del _content(document.part.part_related_by(kind))[:]
    del _content(document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES))[:]
    for setting in document.settings.element.xpath(".//w:compatSetting[@w:name='compatibilityMode']"):
        setting.set(f"{{{setting.nsmap['w']}}}val", _NEWEST)
    for setting in document.settings.element.xpath("./w:rsids|./w:proofState|./w:savePreviewPicture"):
        setting.getparent().remove(setting)
    saved = BytesIO()
    document.save(saved)
    return saved.getvalue()


def _content(part: Part) -> BaseOxmlElement:
    if not isinstance(part, XmlPart):
        raise TypeError(part)
    content: BaseOxmlElement = part.element
    return content


def _text_width(sheet: Sheet) -> int:
    return round((_WIDTH - 2 * sheet.side) * MILLIMETRE)


def _sheet(document: Document, page: Page) -> None:
    """Set the page: A4, the look's edges, and its side where it runs from the right."""
    section, sheet = document.sections[0], page.look.sheet
    section.page_width, section.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    section.left_margin = section.right_margin = Mm(sheet.side)
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(_HEIGHT - sheet.bottom)
    section.header_distance, section.footer_distance = Mm(sheet.head - _LINE), Mm(_HEIGHT - sheet.foot - 1)
    if page.rtl:
        (grid,) = document.element.body.xpath("./w:sectPr/w:docGrid")
        grid.addprevious(element("bidi"))


def _edges(document: Document, page: Page) -> None:
    """Write head and foot of every page: whose paper it is, which one, and the number of the page."""
    paper, look, section = page.paper, page.look, document.sections[0]
    end = paper.head or (days.written(paper.day, "long", page.language.locale) if paper.day else "")
    if paper.is_ours or str(paper.head).strip():
        head = _edge(page, _content(section.header.part), styles.HEADER)
        head.place.write(head.line, ORGANISATION if paper.is_ours else "", Hand(bold=True, colour=look.colours.accent))
        head.line.append(tab())
        head.place.write(head.line, end)
    foot = _edge(page, _content(section.footer.part), styles.FOOTER)
    foot.place.write(foot.line, paper.foot)
    foot.line.append(tab())
    for piece in _FIELD.split(one_line(paper.pages)):
        foot.line.extend(field(_CODES[piece]) if piece in _CODES else [written(piece, Hand().properties(rtl=page.rtl))])


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the head or the foot of every page."""

    place: Place
    line: BaseOxmlElement


def _edge(page: Page, holder: BaseOxmlElement, style: str) -> _Edge:
    del holder[:]
    width = _text_width(page.look.sheet)
    place = Place(page, holder, width, style=style)
    return _Edge(place, place.paragraph(extra=(element("tabs", element("tab", val="right", pos=width)),)))


def _properties(document: Document, paper: Paper) -> None:
    """Say what the file is: title, author, language, and the paper's own day."""
    told = document.core_properties
    told.title, told.author = one_line(paper.title)[:_LONGEST_PROPERTY], one_line(paper.author)[:_LONGEST_PROPERTY]
    told.language = locale_of(paper.language)
    if paper.day:
        told.created = told.modified = datetime.combine(paper.day, time(12))


def _saved(document: Document) -> bytes:
    """Return the file with every part dated alike."""
    first, saved = BytesIO(), BytesIO()
    document.save(first)
    with ZipFile(first) as made, ZipFile(saved, "w", ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(ZipInfo(name, _MADE), made.read(name), ZIP_DEFLATED)
    return saved.getvalue()
