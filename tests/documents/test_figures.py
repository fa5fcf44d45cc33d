"""Figures and charts: said exactly, hidden where they must be, drawn to scale in our own fonts."""

from datetime import date

import pytest

from jobbpunkt.base.words import Words
from jobbpunkt.documents import figures
from jobbpunkt.documents.figures import Breakdown, Figure, Group
from jobbpunkt.documents.setting import Setting
from jobbpunkt.documents.summary import FigureSection, SummaryDocument, render_summary
from jobbpunkt.documents.words import PaperWords
from models.vocabulary import Qualifier, Source, Unit
from tests.documents.every import text_of


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure("x", 35, Unit.DOCUMENTS), "35 dokument"),
        (Figure("x", 3500, Unit.VIEWS), "3 500 visningar"),
        (Figure("x", 20, Unit.EXHIBITORS, Qualifier.CIRCA, Source.ESTIMATED), "cirka 20 utställare"),
        (Figure("x", 100, Unit.VISITORS, Qualifier.OVER, Source.ESTIMATED), "drygt 100 besökare"),
        (Figure("x", 78.4, Unit.SHARE), "78,4 %"),
        (Figure("x", 82, Unit.SHARE), "82 %"),
        (Figure("x", 0, Unit.PERSONS), "0 personer"),
        (Figure("x", None, Unit.PERSONS, source=Source.NOT_RECORDED), "uppgift saknas"),
        (Figure("x", None, Unit.PERSONS, suppressed=True), "–"),
    ],
)
def test_a_figure_says_how_exact_it_is(figure: Figure, shown: str) -> None:
    assert str(figures.with_unit(figure, PaperWords())).replace("\xa0", " ") == shown


def test_what_is_hidden_is_not_on_the_page(words_sv: Words) -> None:
    by = (Breakdown("ålder", (Group("16–19 år", None), Group("20–24 år", 41))), Breakdown("kön"))
    figure = Figure("Deltagare", 44, Unit.PERSONS, by=by)
    document = SummaryDocument("År", date(2020, 1, 1), date(2020, 12, 31), sections=(FigureSection("Stöd", (figure,)),))
    text = text_of(render_summary(document, Setting()))
    assert "20–24 år" in text
    assert "41" in text
    assert "Deltagare – kön. För få för att visas." in text


def test_groups_that_are_too_small_share_one_line(words_sv: Words) -> None:
    figure = Figure("Varav i studier", 7, Unit.PERSONS, by=(Breakdown("kön"), Breakdown("ålder"), Breakdown("stadsdel")))
    document = SummaryDocument("År", date(2020, 1, 1), date(2020, 12, 31), sections=(FigureSection("Stöd", (figure,)),))
    text = text_of(render_summary(document, Setting()))
    assert "Varav i studier – kön, ålder, stadsdel. För få för att visas." in text
    assert text.count("För få") == 1
