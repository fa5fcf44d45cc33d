"""Figures and charts: said exactly, hidden where they must be, drawn to scale in our own fonts."""

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.graphics.shapes import Circle, Rect, String

from jobbpunkt.documents import charts, figures, look, style
from jobbpunkt.documents.annual import AnnualDocument, CampaignSummary, FigureSection, render_annual
from jobbpunkt.documents.figures import Breakdown, Figure, Group
from jobbpunkt.i18n import Words
from models.vocabulary import Qualifier, Source, Unit
from tests.documents.every import fonts_of, text_of


def parts(drawing: Any, kind: type) -> list[Any]:
    return [part for part in drawing.contents if isinstance(part, kind)]


def said(drawing: Any) -> list[str]:
    return [part.text for part in parts(drawing, String)]


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
def test_a_figure_says_how_exact_it_is(figure: Figure, shown: str, words_sv: Words) -> None:
    assert figures.with_unit(figure, words_sv).replace("\xa0", " ") == shown


def test_what_is_hidden_is_not_on_the_page(words_sv: Words) -> None:
    by = (Breakdown("ålder", (Group("16–19 år", None), Group("20–24 år", 41))), Breakdown("kön"))
    figure = Figure("Deltagare", 44, Unit.PERSONS, by=by)
    document = AnnualDocument("År", date(2020, 1, 1), date(2020, 12, 31), sections=(FigureSection("Stöd", (figure,)),))
    text = text_of(render_annual(document, words_sv))
    assert "20–24 år" in text
    assert "41" in text
    assert "Deltagare – kön. För få för att visas." in text


def test_groups_that_are_too_small_share_one_line(words_sv: Words) -> None:
    figure = Figure("Varav i studier", 7, Unit.PERSONS, by=(Breakdown("kön"), Breakdown("ålder"), Breakdown("stadsdel")))
    document = AnnualDocument("År", date(2020, 1, 1), date(2020, 12, 31), sections=(FigureSection("Stöd", (figure,)),))
    text = text_of(render_annual(document, words_sv))
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
    pages = [page.extract_text() for page in PdfReader(BytesIO(render_annual(data, words_sv))).pages]
    [page] = [page for page in pages if "Räknat 0" in page]
    assert "Räknat 11" in page
    assert "Kampanjer" in page


def test_bars_are_as_long_as_their_numbers() -> None:
    drawing = charts.bars([charts.Bar("a", 10), charts.Bar("b", 5), charts.Bar("c", None), charts.Bar("d", 0)])
    lengths = [bar.width for bar in parts(drawing, Rect)]
    assert lengths[0] == pytest.approx(2 * lengths[1])
    assert len(lengths) == 3
    assert {"a", "b", "c", "d", "10", "5", "–", "0"} == set(said(drawing))


def test_columns_stand_as_high_as_their_numbers_with_a_legend_for_several() -> None:
    one = charts.columns(["v. 1", "v. 2"], [("CV", [4, None])])
    assert set(said(one)) == {"v. 1", "v. 2", "4", "–"}
    two = charts.columns(["v. 1"], [("CV", [4]), ("Brev", [8])])
    assert {"CV", "Brev"} <= set(said(two))
    heights = sorted(column.height for column in parts(two, Rect))[-2:]
    assert heights[1] == pytest.approx(2 * heights[0])


def test_a_line_shows_its_points_and_its_target() -> None:
    points = [charts.Point(date(2020, 3, 2), 3), charts.Point(date(2020, 6, 15), 6)]
    drawing = charts.line(points, lowest=0, highest=10, day=str, target=8, target_text="Mål 8")
    low, high = sorted(part.cy for part in parts(drawing, Circle))
    assert low < high
    assert {"3", "6", "Mål 8", "2020-03-02", "2020-06-15"} <= set(said(drawing))


@given(st.lists(st.tuples(st.integers(0, 400), st.floats(-5, 15)), max_size=12), st.text(max_size=40))
def test_no_chart_draws_outside_itself(values: list[tuple[int, float]], label: str) -> None:
    points = [charts.Point(date(2020, 1, 1) + timedelta(days=day), value) for day, value in values]
    line = charts.line(points, lowest=0, highest=10, day=str)
    bars = charts.bars([charts.Bar(label, max(value, 0), label[:15]) for _, value in values])
    columns = charts.columns([label] * len(values), [(label, [max(value, 0) for _, value in values])] * 3)
    for drawing in (line, bars, columns):
        left, bottom, right, top = drawing.getBounds() or (0, 0, 0, 0)
        assert left >= -4
        assert right <= look.WIDTH + 4
        assert bottom >= -4
        assert top <= drawing.height + 4


def test_charts_bring_no_font_of_their_own(words_sv: Words) -> None:
    drawings = [
        charts.bars([charts.Bar("å", 1)]),
        charts.columns(["a"], [("b", [1])]),
        charts.line([charts.Point(date(2020, 1, 1), 1)], lowest=0, highest=2, day=str),
    ]
    assert all("Noto" in name for name, _ in fonts_of(style.build(drawings, title="t", words=words_sv)))
