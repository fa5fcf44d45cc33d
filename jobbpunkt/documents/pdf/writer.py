"""A paper written as a PDF: set in a look, laid on pages, drawn, and told to readers."""

from dataclasses import dataclass
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from jobbpunkt.documents.languages import PAPER_LANGUAGES, SWEDISH
from jobbpunkt.documents.looks import Look
from jobbpunkt.documents.pdf import sheet
from jobbpunkt.documents.pdf.boxes import gap
from jobbpunkt.documents.pdf.paging import Page, laid
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.setter import Setter
from jobbpunkt.documents.pdf.structure import About, tagged
from jobbpunkt.documents.pdf.tags import Element
from jobbpunkt.documents.scripts import fonts
from jobbpunkt.documents.text import one_line
from jobbpunkt.documents.tree import Paper


@dataclass(frozen=True, slots=True)
class Laid:
    """A paper laid on pages in a look; `root` tells readers what stands on them."""

    paper: Paper
    setter: Setter
    root: Element
    pages: list[Page]


def write(paper: Paper, look: Look, closer: Look | None = None) -> bytes:
    """Return a paper as a tagged PDF, in the look `closer` where that saves a page; the same gives the same bytes."""
    chosen = lay(paper, look)
    if closer is not None and len(chosen.pages) > 1:
        chosen = min(chosen, lay(paper, closer), key=lambda one: len(one.pages))  # the first where they are as many
    drawn, pen = draw(chosen, is_tagged=True)
    title = one_line(paper.title)
    return tagged(drawn, chosen.root, pen.outline, About(title, one_line(paper.author), paper.language, paper.day))


def lay(paper: Paper, look: Look) -> Laid:
    """Set a paper in a look and lay it on pages."""
    fonts.ready()
    root = Element("Document", paper.language)
    setter = Setter(look, PAPER_LANGUAGES.get(paper.language, PAPER_LANGUAGES[SWEDISH]))
    _, _, width, height = sheet.room(setter)
    return Laid(paper, setter, root, laid(setter.all(paper.blocks, root), width, height))


def draw(one: Laid, *, is_tagged: bool) -> tuple[bytes, Pen]:
    """Draw the pages of a paper, and return them with the pen that knows what it marked."""
    left, top, width, _ = sheet.room(one.setter)
    out = BytesIO()
    size = sheet.WIDTH, sheet.HEIGHT
    canvas = Canvas(out, size, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR, pdfVersion=(1, 7))
    pen = Pen(canvas, is_tagged=is_tagged)
    for number, page in enumerate(one.pages, 1):
        y = top
        for place, box in enumerate(page.boxes):
            y -= gap(page.boxes[place - 1], box) * page.squeeze if place else 0
            box.draw(pen, left, y, width)
            y -= box.measure(width)
        sheet.draw_around(pen, one.paper, one.setter, number, len(one.pages))
        pen.next_page()
    rl_config.useA85 = 0  # streams as bytes: a quarter smaller, and not taken apart once more when the tags are written
    canvas.save()
    return out.getvalue(), pen
