"""The sheet itself: A4 with our line at the top, page x of y at the foot, the same bytes for the same content."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from jobbpunkt.documents import fonts, look, plain
from jobbpunkt.documents.text import one_line
from jobbpunkt.i18n import Words

ORGANISATION = "Jobbpunkt Mimer"


# Makes a story anew, since setting one uses it up.
Setting = Callable[[], Sequence[Flowable]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on every page around the text."""

    title: str
    footer: str
    words: Words
    letterhead: bool
    day: date | None


def build(
    story: Sequence[Flowable],
    *,
    title: str,
    words: Words,
    footer: str = "",
    author: str = ORGANISATION,
    letterhead: bool = True,
    day: date | None = None,
) -> bytes:
    """Set a story on A4 pages and return the PDF.

    `day` is the date of the paper.
    `letterhead` says whether our own line stands at the top; a person's CV or letter is theirs, not ours.
    """
    sheet = Sheet(one_line(title), one_line(footer), words, letterhead, day)
    return _set(story, sheet, one_line(author))[0]


def fitted(settings: Sequence[Setting], *, title: str, words: Words, footer: str = "") -> bytes:
    """Return the first setting of a paper that takes one page; else the one of fewest pages whose emptiest is fullest."""
    sheet = Sheet(one_line(title), one_line(footer), words, letterhead=True, day=None)
    made: list[tuple[int, float, int, bytes]] = []
    for number, setting in enumerate(settings):
        pdf, filled = _set(setting(), sheet, ORGANISATION)
        if len(filled) == 1:
            return pdf
        made.append((len(filled), -min(filled), number, pdf))
    return min(made)[-1]


def _set(story: Sequence[Flowable], sheet: Sheet, author: str) -> tuple[bytes, list[float]]:
    """Return the PDF, and which share of each page the text takes."""
    fonts.ready()
    out = BytesIO()
    document = _Document(
        out,
        pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
        title=sheet.title,
        author=author,
        subject=sheet.title,
        creator="Jobbpunkt",
        producer="Jobbpunkt",
        lang=sheet.words.language,
        initialFontName=fonts.REGULAR,
        invariant=1,
        pageCompression=1,
    )
    top = look.TOP if sheet.letterhead else 20 * mm
    frame = Frame(look.SIDE, look.BOTTOM, look.WIDTH, look.PAGE_HEIGHT - top - look.BOTTOM, 0, 0, 0, 0)
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build(list(story), canvasmaker=partial(_Canvas, sheet=sheet))
    return out.getvalue(), document.filled


class _Document(BaseDocTemplate):  # type: ignore[misc]
    """A document that notes how full each of its pages became."""

    def __init__(self, out: BytesIO, **options: Any) -> None:
        super().__init__(out, **options)
        self.filled: list[float] = []

    def handle_pageEnd(self) -> None:  # noqa: N802 - ReportLab's name
        """Note how far down the text came."""
        height = self.frame._height
        self.filled.append((height - (self.frame._y - self.frame._y1p)) / height)
        super().handle_pageEnd()


class _Canvas(Canvas):  # type: ignore[misc]
    """A canvas that waits with the foot of each page until it knows how many there are."""

    def __init__(self, *arguments: Any, sheet: Sheet, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._sheet = sheet
        self._waiting: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Put the page aside."""
        self._waiting.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Finish every page, then the file."""
        pages = self._waiting
        for number, page in enumerate(pages, 1):
            self.__dict__.update(page)
            self._waiting = pages
            _finish(self, self._sheet, number, len(pages))
            super().showPage()
        super().save()


def _finish(canvas: Any, sheet: Sheet, number: int, count: int) -> None:
    if sheet.letterhead:
        _draw_head(canvas, sheet, number)
    if sheet.letterhead or count > 1:
        _draw_foot(canvas, sheet, number, count)


def _draw_head(canvas: Any, sheet: Sheet, number: int) -> None:
    """Draw our line; to the right the date, and from the second page on what this paper is."""
    y = look.PAGE_HEIGHT - 15 * mm
    canvas.setFillColor(look.ACCENT)
    canvas.roundRect(look.SIDE, y - 2.2, 10, 10, 2.4, stroke=0, fill=1)
    canvas.setFillColor(look.PAPER)
    canvas.circle(look.SIDE + 5, y + 2.8, 2.1, stroke=0, fill=1)
    plain.draw_line(canvas, look.SIDE + 16, y, ORGANISATION, look.style("kicker"))
    day = sheet.words.day(sheet.day, "long") if sheet.day else ""
    right = day if number == 1 else _shortened(sheet.title, 0.65)
    plain.draw_line(canvas, look.PAGE_WIDTH - look.SIDE, y, right, look.style("small", "right"))


def _draw_foot(canvas: Any, sheet: Sheet, number: int, count: int) -> None:
    y = 13 * mm
    canvas.setStrokeColor(look.LINE)
    canvas.setLineWidth(0.6)
    canvas.line(look.SIDE, y + 14, look.PAGE_WIDTH - look.SIDE, y + 14)
    plain.draw_line(canvas, look.SIDE, y, _shortened(sheet.footer, 0.75), look.style("small"))
    page = sheet.words("Page {number} of {count}", number=number, count=count)
    plain.draw_line(canvas, look.PAGE_WIDTH - look.SIDE, y, page, look.style("small", "right"))


def _shortened(text: str, share: float) -> str:
    """Return what of a line of small text fits on `share` of the width."""
    style = look.style("small")
    room = look.WIDTH * share
    if plain.width_of(text, style) <= room:
        return text
    while text and plain.width_of(text + " …", style) > room:
        text = text[: int(len(text) * 0.95)].rstrip()
    return text + " …"
