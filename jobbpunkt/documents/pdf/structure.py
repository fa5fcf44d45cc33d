"""A drawn PDF told to readers: structure, reading order, languages, links, contents, and what the file says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from jobbpunkt.documents.pdf.tags import Element, Mark

_PRODUCER = "Jobbpunkt"
_CELLS = frozenset({"TD", "TH"})
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer><xmp:CreatorTool>{producer}</xmp:CreatorTool>{day}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself."""

    title: str
    author: str
    language: str
    day: date | None


@dataclass(slots=True)
class _Told:
    """The structure while it is written: for each page the element of each mark, and the elements of the links."""

    pdf: Pdf
    pages: list[Object]
    parents: list[dict[int, Object]] = field(default_factory=list)
    links: list[Object] = field(default_factory=list)


def tagged(drawn: bytes, root: Element, outline: Sequence[Mark], about: About) -> bytes:
    """Return the PDF with its structure; the same drawing and structure give the same bytes."""
    out = BytesIO()
    with Pdf.open(BytesIO(drawn)) as pdf:
        _name_filters(pdf)
        _write_structure(pdf, root)
        _write_outline(pdf, outline)
        _write_about(pdf, about)
        pdf.save(
            out,
            min_version="1.7",
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return out.getvalue()


def _name_filters(pdf: Pdf) -> None:
    """Name the one filter of each stream plainly: from a list of one, the writer would compress everything anew."""
    for found in pdf.objects:
        if isinstance(found, pikepdf.Stream) and isinstance(found.get("/Filter"), Array) and len(found.Filter) == 1:
            found.Filter = found.Filter[0]


def _write_structure(pdf: Pdf, root: Element) -> None:
    pages: list[Object] = [page.obj for page in pdf.pages]
    told = _Told(pdf, pages, [{} for _ in pages])
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = _element(told, root, tree)
    numbers = Array()
    for number, (page, marks) in enumerate(zip(pages, told.parents, strict=True)):
        page.StructParents = number
        page.Tabs = Name.S
        numbers.append(number)
        numbers.append(pdf.make_indirect(Array([marks[mark] for mark in sorted(marks)])))
    for number, link in enumerate(told.links, len(pages)):
        numbers.append(number)
        numbers.append(link)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pages) + len(told.links)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


def _element(told: _Told, element: Element, parent: Object) -> Object:
    """Write an element with its parts."""
    made = told.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.kind), P=parent))
    parts: list[Object | int] = []
    page = -1  # the one that marks without a page of their own stand on
    for part in element.parts:
        if isinstance(part, Element):
            if _has_content(part):
                parts.append(_element(told, part, made))
            continue
        for on, mark in part.marks:
            told.parents[on][mark] = made
            if page < 0:
                page, made.Pg = on, told.pages[on]
            parts.append(mark if on == page else Dictionary(Type=Name.MCR, Pg=told.pages[on], MCID=mark))
    _describe(made, element)
    if element.address:
        parts += _annotations(told, element, made)
    made.K = parts[0] if len(parts) == 1 else Array(parts)
    return made


def _has_content(element: Element) -> bool:
    """Tell whether anything of an element was drawn; an empty cell still holds its place in the row."""
    return element.kind in _CELLS or any(
        _has_content(part) if isinstance(part, Element) else part.marks for part in element.parts
    )


def _describe(made: Object, element: Element) -> None:
    if element.language:
        made.Lang = String(element.language)
    if element.alternative:
        made.Alt = String(element.alternative)
    if element.actual:
        made.ActualText = String(element.actual)
    if element.scope:
        made.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    if element.numbering:
        made.A = Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    if element.kind == "Figure" and element.areas:
        made.A = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(list(element.areas[0].box)))


def _annotations(told: _Told, element: Element, made: Object) -> list[Object | int]:
    """Make the areas of a link open its address, and return what its element holds of them."""
    parts: list[Object | int] = []
    for area in element.areas:
        page = told.pages[area.page]
        link = told.pdf.make_indirect(
            Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array(list(area.box)), Border=Array([0, 0, 0]), F=4,
                Contents=String(element.told), StructParent=len(told.pages) + len(told.links),
                A=Dictionary(S=Name.URI, URI=String(element.address)),
            )
        )  # fmt: skip
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(link)
        parts.append(Dictionary(Type=Name.OBJR, Obj=link, Pg=page))
        told.links.append(made)
    return parts


def _write_outline(pdf: Pdf, outline: Sequence[Mark]) -> None:
    if not outline:
        return
    with pdf.open_outline() as contents:
        above: list[tuple[int, OutlineItem]] = []
        for mark in outline:
            item = OutlineItem(mark.text, mark.page, "XYZ", top=mark.top)
            while above and above[-1][0] >= mark.level:
                above.pop()
            (above[-1][1].children if above else contents.root).append(item)
            above.append((mark.level, item))


def _write_about(pdf: Pdf, about: About) -> None:
    pdf.Root.Lang = String(about.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    info: dict[str, str] = {"/Title": about.title, "/Author": about.author, "/Producer": _PRODUCER, "/Creator": _PRODUCER}
    if about.day:
        info |= dict.fromkeys(("/CreationDate", "/ModDate"), f"D:{about.day:%Y%m%d}000000")
    pdf.trailer.Info = pdf.make_indirect(Dictionary({key: String(text) for key, text in info.items()}))
    day = f"\n<xmp:CreateDate>{about.day.isoformat()}</xmp:CreateDate>" if about.day else ""
    told = {"title": about.title, "author": about.author, "language": about.language}
    text = _XMP.format(producer=_PRODUCER, day=day, **{key: escape(value) for key, value in told.items()})
    stream = pikepdf.Stream(pdf, text.encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(stream)
