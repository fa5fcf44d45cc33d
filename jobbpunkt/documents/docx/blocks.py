"""Each block of the tree of content as Word holds it: paragraphs in styles, lists, tables, pictures; no text boxes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml.shape import CT_Inline
from docx.parts.story import StoryPart
from docx.shared import Mm

from jobbpunkt.documents import days, tree
from jobbpunkt.documents.docx import styles, tables
from jobbpunkt.documents.docx.marks import MILLIMETRE, PLAIN, POINT, STRONG, Hand, element, line, tab, written
from jobbpunkt.documents.docx.place import Place, paragraphs
from jobbpunkt.documents.docx.saying import enclosed
from jobbpunkt.documents.squares import fits, picture
from jobbpunkt.documents.text import one_line
from jobbpunkt.documents.tree import Block, Mark, Role

_AFTER_LINE = 4 * POINT
_CODE = 26  # millimetres, with the white around it
_EMPTY, _TICKED = "\u2610", "\u2611"
_WRITING = 12 * POINT  # more than the text's own leading, from one line to write on to the next


def draw(place: Place, blocks: Sequence[Block]) -> None:
    """Draw blocks one below the other."""
    for block in blocks:
        _WRITERS[type(block)](place, block)


def _text(place: Place, block: tree.Text) -> None:
    place.say(block.said, styles.ROLES[block.role], side=block.side, link=block.link)


def _flow(place: Place, block: tree.Flow) -> None:
    """Draw short texts in one paragraph; what a list of contacts says is text, so that programs that read CVs find it."""
    texts = [text for text in block.texts if str(text.said).strip()]
    if not texts:
        return
    rtl = place.way(texts[0].said) if len(texts) == 1 else place.page.rtl
    made = place.paragraph(styles.ROLES[texts[-1].role], rtl=rtl)
    for number, text in enumerate(texts):
        if number:
            made.append(written(enclosed(" · " if block.has_dots else "\u2003", rtl=rtl), PLAIN.properties(rtl=rtl)))
        place.write(made, text.said, STRONG if text.role is Role.STRONG else PLAIN, link=text.link)


def _heading(place: Place, block: tree.Heading) -> None:
    if str(block.said).strip():
        made = place.paragraph(styles.heading(block.level), rtl=place.way(block.said))
        place.write(made, block.said)


def _opening(place: Place, block: tree.Opening) -> None:
    place.say(block.kicker, styles.KICKER)
    look = place.page.look
    # The longest names take the smallest of the sizes that a look has for them.
    size = look.titles[min(len(str(block.title)) // 20, len(look.titles) - 1)].size
    if str(block.title).strip():
        made = place.paragraph(styles.TITLE, rtl=place.way(block.title))
        place.write(made, block.title, Hand(size=size))
    place.say(block.subtitle, styles.SUBTITLE)


def _quotation(place: Place, block: tree.Quotation) -> None:
    said = (block.said, Hand(size=place.page.look.wish(str(block.said)).size if block.is_large else 0))
    by = (block.by, Hand(bold=block.is_large or None, colour=place.page.look.colours.accent if block.is_large else ""))
    parts = [(part, hand) for text, hand in ((by, said) if block.is_large else (said, by)) for part in paragraphs(text)]
    for number, (part, hand) in enumerate(parts, 1):
        where = place.kept() if number < len(parts) else place
        bar = styles.quoted_edge(place.page.look, rtl=place.page.rtl)
        around = {"before" if end == 1 else "after": 8 * POINT for end in (1, len(parts)) if number == end}
        extra = (bar, element("spacing", **around)) if around else (bar,)
        where.write(where.paragraph(styles.QUOTE, rtl=place.way(part), extra=extra), part, hand)


def _items(place: Place, block: tree.Items) -> None:
    number = place.page.numbered() if any(item.mark is Mark.NUMBER for item in block.items) else 0
    for item in block.items:
        if item.mark in {Mark.BOX, Mark.TICKED}:
            _boxed(place, item.said, ticked=item.mark is Mark.TICKED)
        elif item.mark is Mark.NUMBER:
            place.write(place.paragraph(styles.NUMBER, extra=(styles.numbered(number),)), item.said)
        else:
            place.write(place.paragraph(styles.BULLET), item.said)
        style = {Mark.DOT: styles.BULLET, Mark.NUMBER: styles.NUMBER}.get(item.mark, styles.TICK)
        draw(place.under(style), item.parts)


def _boxed(place: Place, said: tree.Said, *, ticked: bool, hand: Hand | None = None, below: str = "") -> None:
    made = place.paragraph(styles.TICK)
    mark = Hand(size=place.page.look.sizes.mark).properties()
    made.extend([written(_TICKED if ticked else _EMPTY, mark), tab()])
    place.write(made, said, hand or Hand())
    if below:
        made.append(written("\n", element("rPr")))
        place.write(made, below, Hand(colour=place.page.look.colours.muted))


def _steps(place: Place, block: tree.Steps) -> None:
    look = place.page.look
    for step in block.steps:
        text = look.step_large if step.is_large else look.step
        told = [step.told] if str(step.told).strip() else [step.who, step.when]
        below = " · ".join(one_line(str(said)) for said in told if str(said).strip())
        hand = Hand(bold=True, size=text.size) if step.is_large else Hand(size=text.size)
        _boxed(place, step.said, ticked=step.is_done, hand=hand, below=below)
    for _ in range(block.empty):
        _writing_line(place, box=True)


def _writing_line(place: Place, *, box: bool = False) -> None:
    """Add a line to write on, after a box to tick where it is for a step."""
    stop = element("tabs", element("tab", val="right", leader="underscore", pos=place.width))
    made = place.paragraph(extra=(stop, element("spacing", before=_WRITING, after=_AFTER_LINE)))
    if box:
        made.append(written(f"{_EMPTY} ", Hand(size=place.page.look.sizes.mark).properties()))
    made.append(tab())


def _figures(place: Place, block: tree.Figures) -> None:
    look = place.page.look
    for figure in block.figures:
        below = str(figure.below).strip()
        made = place.paragraph(rtl=place.way(figure.label), keeps=bool(below))
        # Words in place of a number need no large letters.
        size = look.figure.size if any(sign.isdigit() for sign in str(figure.value)) else look.sizes.lead
        place.write(made, figure.value, Hand(bold=True, size=size, colour=look.figure.colour))
        made.append(written("\u2003", element("rPr")))
        place.write(made, figure.label, STRONG)
        for said in (figure.below, figure.more):
            if str(said).strip():
                place.say(said, styles.ROLES[Role.NOTE])


def _panels(place: Place, block: tree.Panels) -> None:
    """Draw small charts as the tables of their numbers."""
    locale = place.page.language.locale

    def said(value: float | None) -> tree.Said:
        return block.hidden if value is None else days.amount(value, locale)

    bars = 2 if str(block.part) else 1
    for panel in block.panels:
        rows = tuple((part.label, *(said(value) for value in (part.whole, part.part)[:bars])) for part in panel.parts)
        header = (panel.title, *(block.whole, block.part)[:bars])
        sides: tuple[tree.Side, ...] = ("start", "end", "end")
        table = tree.Table(header, rows, (50, 25, 25)[: bars + 1], sides[: bars + 1], has_row_heads=True)
        tables.table(place, table, draw)
    if str(block.note).strip():
        place.say(block.note, styles.ROLES[Role.NOTE])


def _image(place: Place, block: tree.Image) -> None:
    said = one_line(block.alternative)
    part = place.page.part
    width = Mm(min(block.width, place.width / MILLIMETRE))
    try:
        if not isinstance(part, StoryPart):
            raise UnrecognizedImageError
        inline: CT_Inline = part.new_pic_inline(BytesIO(block.data), width)
    except (UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ZeroDivisionError):
        # What is no picture is told by its words.
        place.say(block.alternative, styles.ROLES[Role.NOTE])
        return
    place.page.pictures += 1
    inline.docPr.set("id", str(place.page.pictures))
    inline.docPr.set("name", f"Picture {place.page.pictures}")
    inline.docPr.set("descr", said)
    place.paragraph().append(element("r", element("drawing", inline)))


def _beside(place: Place, block: tree.Beside) -> None:
    """Draw a narrow text before what belongs to it: on one line when that is a single text, else on a line above."""
    only = block.parts[0] if len(block.parts) == 1 else None
    if isinstance(only, tree.Text) and "\n\n" not in str(only.said):
        made = place.paragraph(rtl=place.way(only.said))
        place.write(made, block.side, STRONG)
        if str(block.side).strip():
            made.append(written("\u2003", element("rPr")))
        place.write(made, only.said, link=only.link)
        return
    if str(block.side).strip():
        gap = element("spacing", before=round(place.page.look.sizes.body * 0.6 * POINT))
        keeps = bool(block.parts)
        made = place.paragraph(styles.ROLES[Role.CAPTION], rtl=place.way(block.side), keeps=keeps, extra=(gap,))
        place.write(made, block.side)
    draw(place, block.parts)


def _columns(place: Place, block: tree.Columns) -> None:
    for parts in block.columns:
        draw(place, parts)


def _together(place: Place, block: tree.Together) -> None:
    if block.parts:
        draw(place.kept(), block.parts[:-1])
        draw(place, block.parts[-1:])


def _section(place: Place, block: tree.Section) -> None:
    before = len(place.holder)
    _heading(place, tree.Heading(_numbered(block), block.level))
    after = len(place.holder)
    draw(place, block.parts)
    if len(place.holder) == after > before and not block.number:
        # Its parts had nothing to say, so that it leads to nothing.
        place.remove_last()


def _numbered(block: tree.Section) -> tree.Said:
    said = block.heading
    if not block.number or not str(said).strip():
        return said
    number = f"{block.number}. "
    return replace(said, text=number + said.text) if isinstance(said, tree.Phrase) else number + said


def _lines(place: Place, block: tree.Lines) -> None:
    for _ in range(block.count):
        _writing_line(place)


def _code(place: Place, block: tree.Code) -> None:
    if one_line(block.code):
        if fits(block.code):
            _image(place, tree.Image(picture(block.code), block.alternative, _CODE))
        place.say(block.code, styles.ROLES[Role.LARGE], keeps=True)
        place.say(block.said)


def _page_break(place: Place, block: tree.PageBreak) -> None:  # noqa: ARG001 - as its siblings
    place.page.turns = True


def _rule(place: Place, block: tree.Rule) -> None:  # noqa: ARG001 - as its siblings
    if place.page.look.has_lines:
        edge = element("pBdr", line("bottom", place.page.look.colours.accent, 12, 1))
        place.paragraph(extra=(edge, element("spacing", before=0, after=8 * POINT, line=4 * POINT, lineRule="exact")))


_WRITERS: Mapping[type, Callable[..., None]] = MappingProxyType(
    {
        tree.Text: _text,
        tree.Flow: _flow,
        tree.Heading: _heading,
        tree.Opening: _opening,
        tree.Quotation: _quotation,
        tree.Facts: tables.facts,
        tree.Items: _items,
        tree.Steps: _steps,
        tree.Table: lambda place, block: tables.table(place, block, draw),
        tree.Chart: lambda place, block: tables.chart(place, block, draw),
        tree.Figures: _figures,
        tree.Panels: _panels,
        tree.Signatures: tables.signatures,
        tree.Image: _image,
        tree.Callout: lambda place, block: tables.callout(place, block, draw),
        tree.Beside: _beside,
        tree.Columns: _columns,
        tree.Together: _together,
        tree.Section: _section,
        tree.Lines: _lines,
        tree.Code: _code,
        tree.PageBreak: _page_break,
        tree.Rule: _rule,
    }
)
