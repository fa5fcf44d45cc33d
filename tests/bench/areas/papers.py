"""A plan as a PDF, beside a plain ReportLab document of the same words, both warm; what Arabic, tags and numbers cost."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from io import BytesIO
from itertools import count, islice
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from jobbpunkt.base import codes
from jobbpunkt.documents import pdf
from jobbpunkt.documents.looks import BOOKLET
from jobbpunkt.documents.pdf.writer import draw, lay
from jobbpunkt.documents.plan import plan_paper, render_plan
from jobbpunkt.documents.scripts import fonts
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.tree import Paper, Phrase
from tests.bench.entry import Entry
from tests.bench.stock import Bench
from tests.documents.every import filled
from tests.documents.samples import PLAN

AT_MOST, ARABIC_AT_MOST, TAGS_AT_MOST, MANY = 2.5, 2.0, 1.25, 100
# As many words, as long, as different from each other: only the letters are others.
ARABIC_LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyzåäöé", "ابكدهفغحيجقلمنوعقرستئؤخشىزصضطة")
BODY = ParagraphStyle("body", fontName=fonts.REGULAR, fontSize=12, leading=17.4, spaceAfter=14)


NOT_DRAWN = frozenset({"told", "alternative"})  # what one column alone says, and what readers alone are told


def said_by(part: Any) -> Iterator[str]:
    """Yield every text of a part of a paper, in its order."""
    if isinstance(part, Phrase):
        yield part.text
    elif isinstance(part, str):
        yield from filter(None, part.split("\n\n"))
    elif isinstance(part, tuple):
        for one in part:
            yield from said_by(one)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in NOT_DRAWN:
                yield from said_by(getattr(part, field.name))


def plain(paper: Paper) -> Callable[[], bytes]:
    """Return what builds the same words the short way: as paragraphs of one style, on as many pages."""
    fonts.font(fonts.REGULAR)
    texts = list(said_by(paper.blocks))

    def build() -> bytes:
        out = BytesIO()
        document = SimpleDocTemplate(out, pagesize=A4, initialFontName=fonts.REGULAR, invariant=1, title=paper.title, lang="sv")
        document.build([Paragraph(escape(text), BODY) for text in texts], onFirstPage=foot, onLaterPages=foot)
        return out.getvalue()

    return build


def foot(canvas: Any, document: Any) -> None:
    canvas.setFont(fonts.REGULAR, 10)
    canvas.drawString(60, 40, "Min karriärplan, version 2, fastställd 15 juni 2020")
    canvas.drawRightString(540, 40, f"Sida {document.page}")


def booklets(numbers: Iterator[int], many: int) -> list[bytes]:
    """Draw so many plans, each of somebody else and with a code that was never drawn before."""
    return [
        render_plan(replace(PLAN, person=f"Noor Exempelsson {number}", code=codes.shown(codes.fresh())))
        for number in islice(numbers, many)
    ]


def entries(_: Bench) -> Iterator[Entry]:
    """Yield the plan on paper, which has charts and tags too."""
    swedish = partial(render_plan, PLAN)
    paper = plan_paper(PLAN, Setting().words())
    yield Entry("A plan as PDF", swedish, "the same words in ReportLab, no chart", plain(paper), AT_MOST)
    typed = filled(PLAN, lambda text: text.lower().translate(ARABIC_LETTERS))
    arabic = partial(render_plan, typed, Setting("ar"))
    yield Entry("A plan in Arabic as PDF", arabic, "the same in Swedish", swedish, ARABIC_AT_MOST)

    def bare() -> bytes:
        return draw(lay(paper, BOOKLET), is_tagged=False)[0]

    yield Entry("A plan with its tags", partial(pdf.write, paper, BOOKLET), "the same without", bare, TAGS_AT_MOST)
    shortly = plain(paper)

    def many_times() -> list[bytes]:
        return [shortly() for _ in range(MANY)]

    own = partial(booklets, count(), MANY)
    yield Entry(f"{MANY} plans as PDF", own, "as many plain ones in ReportLab", many_times, AT_MOST)
