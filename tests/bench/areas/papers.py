"""A plan as a PDF, beside a plain ReportLab document of the same words, both warm."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from jobbpunkt.documents import fonts
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.documents.plan_data import PlanDocument, PlannedGoal
from jobbpunkt.i18n import Words
from tests.bench.entry import Entry
from tests.bench.stock import Bench
from tests.documents.samples import PLAN

AT_MOST = 2.5
BODY = ParagraphStyle("body", fontName=fonts.REGULAR, fontSize=10.5, leading=15.5, spaceAfter=5)
SMALL = ParagraphStyle("small", BODY, fontSize=9, leading=13)
HEADING = ParagraphStyle("heading", BODY, fontName=fonts.SEMIBOLD, fontSize=13, leading=18, spaceBefore=12, keepWithNext=1)
QUOTE = ParagraphStyle("quote", BODY, fontName=fonts.ITALIC)


def said(text: str, style: ParagraphStyle = BODY) -> Paragraph:
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def plain_plan(data: PlanDocument, words: Words) -> Callable[[], bytes]:
    """Return what builds the same plan the short way: paragraphs, tables and charts as ReportLab has them."""
    for name in (fonts.REGULAR, fonts.SEMIBOLD, fonts.ITALIC, fonts.MEDIUM):
        fonts.font(name)

    def build() -> bytes:
        out = BytesIO()
        document = SimpleDocTemplate(out, pagesize=A4, initialFontName=fonts.REGULAR, invariant=1, title=data.person, lang="sv")
        document.build(list(plain_story(data, words)), onFirstPage=foot, onLaterPages=foot)
        return out.getvalue()

    return build


def foot(canvas: Any, document: Any) -> None:
    canvas.setFont(fonts.REGULAR, 9)
    canvas.drawString(60, 40, "Karriärplan för Noor Exempelsson, version 2")
    canvas.drawRightString(540, 40, f"Sida {document.page}")


def plain_story(data: PlanDocument, words: Words) -> Iterator[Flowable]:
    yield said(words(data.kind.label), HEADING)
    yield said(data.person, HEADING)
    facts = [("Coach", data.coach), ("Period", "2020-03-02 – 2020-12-18"), ("Nästa uppföljning", "2020-08-17")]
    facts += [("Insats", data.programme), ("Språk", data.language), ("Tolk", data.interpreter)]
    yield Table([[said(caption, SMALL), said(value)] for caption, value in facts])
    for title, text, style in (("Nuläge", data.present, BODY), ("Önskat läge", data.wished, QUOTE)):
        yield said(title, HEADING)
        yield from (said(part, style) for part in text.split("\n\n"))
    for goal in data.goals:
        yield from plain_goal(goal, words)
    for review in data.reviews:
        yield said(words.day(review.day, "long"), HEADING)
        yield said(review.text)
        yield said(review.revised)
    yield Table([[said(person.name) for person in data.signatures], [said(person.role, SMALL) for person in data.signatures]])


def plain_goal(goal: PlannedGoal, words: Words) -> Iterator[Flowable]:
    yield said(goal.title, HEADING)
    for text in (goal.measure, goal.resources, goal.obstacles, goal.support, goal.signs):
        if text:
            yield said("Så vet vi att målet är nått", SMALL)
            yield said(text)
    for milestone in goal.milestones:
        yield said(f"{milestone.text} – {words.day(milestone.due) if milestone.due else ''}")
    header = [said(title, SMALL) for title in ("Vad", "Vem", "Klart senast", "Klart")]
    rows = [
        [said(step.text), said(step.who), said(str(step.due)), said(str(step.done) if step.done else "")] for step in goal.steps
    ]
    yield Table([header, *rows], colWidths=[230, 90, 70, 70], repeatRows=1)
    yield said(", ".join(f"{words.day(rating.day)}: {rating.value}" for rating in goal.ratings))
    yield Spacer(0, 6)


def entries(_: Bench) -> Iterator[Entry]:
    """Yield the plan on paper, which has a chart too; the plain one says its numbers in words."""
    words = Words("sv")
    floor = "the same words in ReportLab, no chart"
    yield Entry("A plan as PDF", lambda: render_plan(PLAN, words), floor, plain_plan(PLAN, words), AT_MOST)
