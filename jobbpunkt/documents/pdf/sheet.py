"""What stands around the text of every page: who the paper is from, its day or its name, what it is, which page of how many."""

from dataclasses import replace

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.setter import Setter
from jobbpunkt.documents.pdf.texts import fitted
from jobbpunkt.documents.scripts import plain
from jobbpunkt.documents.text import one_line
from jobbpunkt.documents.tree import ORGANISATION, Paper

WIDTH, HEIGHT = A4
_BESIDE_NUMBER = 0.72  # of the width, for what stands on the line of the page's number
_LEADING = 1.25
_LEAST = 9  # points, at least, of a foot that says much
_FEW_WORDS = 4  # of a last sentence that has a line to itself


def room(setter: Setter) -> tuple[float, float, float, float]:
    """Return where the text of a page stands: left, top, width and height in points."""
    sheet = setter.look.sheet
    return sheet.side * mm, HEIGHT - sheet.top * mm, WIDTH - 2 * sheet.side * mm, (sheet.bottom - sheet.top) * mm


def draw_around(pen: Pen, paper: Paper, setter: Setter, number: int, count: int) -> None:
    """Draw head and foot of a page; a person's own paper has no head, and a foot only when it has several pages."""
    with pen.ornament(is_of_page=True):
        if paper.is_ours:
            _head(pen, paper, setter, number)
        if paper.is_ours or count > 1:
            _foot(pen, paper, setter, number, count)


def _head(pen: Pen, paper: Paper, setter: Setter, number: int) -> None:
    look, canvas = setter.look, pen.canvas
    y, size = HEIGHT - look.sheet.head * mm, look.edge.size
    left, _, width, _ = room(setter)
    mark = left + width - size if setter.is_mirrored else left
    canvas.setFillColor(HexColor(look.colours.accent))
    canvas.roundRect(mark, y - size * 0.18, size, size, size * 0.26, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#FFFFFF"))
    canvas.circle(mark + size / 2, y + size * 0.32, size * 0.22, stroke=0, fill=1)
    at = size * 1.7
    name = setter.style(look.edge_name)
    told = one_line(str(paper.head) if number == 1 and str(paper.head).strip() else paper.title)
    free = width - at - plain.width_of(ORGANISATION, name) - 2 * size
    # Where both have no room, the mark alone says whose paper it is.
    if (number == 1 and str(paper.head).strip()) or plain.width_of(told, setter.style(look.edge)) <= free:
        plain.draw_line(canvas, left + width - at if setter.is_mirrored else left + at, y, ORGANISATION, name)
    else:
        free = width - at - size
    _at_end(pen, setter, y, told, free / width)


def _foot(pen: Pen, paper: Paper, setter: Setter, number: int, count: int) -> None:
    look, canvas = setter.look, pen.canvas
    y = HEIGHT - look.sheet.foot * mm
    left, _, width, _ = room(setter)
    start = left + width if setter.is_mirrored else left
    style, above, last = _lines(one_line(str(paper.foot)), setter, width)
    raised = y + look.edge.size * _LEADING if above else y
    if look.has_lines:
        canvas.setStrokeColor(HexColor(look.colours.line))
        canvas.setLineWidth(0.6)
        canvas.line(left, raised + look.edge.size * 1.5, left + width, raised + look.edge.size * 1.5)
    for at, text in ((raised, above), (y, last)) if above else ((y, last),):
        plain.draw_line(canvas, start, at, text, style)
    _at_end(pen, setter, y, paper.pages.replace("{page}", str(number)).replace("{pages}", str(count)), 0.26)


def _lines(text: str, setter: Setter, width: float) -> tuple[ParagraphStyle, str, str]:
    """Return how a foot is set and its lines: smaller where two lines hold it no other way, for nothing may be cut off."""
    edge, beside = setter.look.edge, width * _BESIDE_NUMBER
    for smaller in range(max(int(edge.size - _LEAST), 0) + 1):
        size = edge.size - smaller
        style = setter.style(replace(edge, size=size, leading=edge.leading * size / edge.size))
        above, last = _in_two(text, style, width)
        if plain.width_of(above, style) <= width and plain.width_of(last, style) <= beside:
            break
    return style, fitted(above, style, width), fitted(last, style, beside)


def _in_two(text: str, style: ParagraphStyle, width: float) -> tuple[str, str]:
    """Return what a foot says on one line, beside the number of the page, or else on two.

    The second line is its last sentence, where what stands before that fits on the first.
    """
    if plain.width_of(text, style) <= width * _BESIDE_NUMBER:
        return "", text
    words = text.split(" ")
    fitting = [place for place in range(1, len(words)) if plain.width_of(" ".join(words[:place]), style) <= width] or [1]
    whole = [place for place in fitting if words[place - 1].endswith((".", "።"))]
    # One word would be lost on a line of its own.
    cut = whole[-1] if whole and len(words) - whole[-1] <= _FEW_WORDS else min(fitting[-1], max(len(words) - 2, 1))
    return " ".join(words[:cut]), " ".join(words[cut:])


def _at_end(pen: Pen, setter: Setter, y: float, text: str, share: float) -> None:
    left, _, width, _ = room(setter)
    style = setter.style(setter.look.edge, "end")
    plain.draw_line(pen.canvas, left if setter.is_mirrored else left + width, y, fitted(text, style, width * share), style)
