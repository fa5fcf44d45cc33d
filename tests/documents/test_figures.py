"""Figures and charts: said exactly, hidden where they must be, drawn to scale in our own fonts."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from jobbpunkt.base.words import Words
from jobbpunkt.documents import figures
from jobbpunkt.documents.annual import AnnualDocument, CampaignSummary, FigureSection, render_annual
from jobbpunkt.documents.figures import Breakdown, Figure, Group
from jobbpunkt.documents.setting import Setting
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
    document = AnnualDocument("År", date(2020, 1, 1), date(2020, 12, 31), sections=(FigureSection("Stöd", (figure,)),))
    text = text_of(render_annual(document, Setting()))
    assert "20–24 år" in text
    assert "41" in text
    assert "Deltagare – kön. För få för att visas." in text


def test_groups_that_are_too_small_share_one_line(words_sv: Words) -> None:
    figure = Figure("Varav i studier", 7, Unit.PERSONS, by=(Breakdown("kön"), Breakdown("ålder"), Breakdown("stadsdel")))
    document = AnnualDocument("År", date(2020, 1, 1), date(2020, 12, 31), sections=(FigureSection("Stöd", (figure,)),))
    text = text_of(render_annual(document, Setting()))
    assert "Varav i studier – kön, ålder, stadsdel. För få för att visas." in text
    assert text.count("För få") == 1


@pytest.mark.parametrize("before", [0, 3, 6, 9, 12])
def test_a_campaign_in_the_summary_is_not_parted(before: int, words_sv: Words) -> None:
    others = tuple(Figure(f"Annat {number}", number, Unit.PERSONS, definition="Vad det är. " * 20) for number in range(before))
    counted = tuple(Figure(f"Räknat {number}", number, Unit.PERSONS) for number in range(12))
    campaign = CampaignSummary("CV-boxen", date(2020, 2, 10), date(2020, 3, 8), figures=counted)
    data = AnnualDocument(
        "År", date(2020, 1, 1), date(2020, 12, 31), sections=(FigureSection("Stöd", others),), campaigns=(campaign,)
    )
    pages = [page.extract_text() for page in PdfReader(BytesIO(render_annual(data, Setting()))).pages]
    [page] = [page for page in pages if "Räknat 0" in page]
    assert "Räknat 11" in page
    assert "Kampanjer" in page
