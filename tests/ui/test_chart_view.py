"""Charts on the screen: as on paper, nothing drawn leaves the chart, and its height follows its words."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from jobbpunkt.base.words import Words
from jobbpunkt.documents.charts.kinds import draw, plotted
from jobbpunkt.documents.charts.surface import Place, Tone
from jobbpunkt.documents.tree import Chart, ChartKind, Series
from tests.ui.conftest import shown
from ui.theme import Theme, current
from ui.widgets.chart_view import SIZE, ChartView, ScreenSurface

WEEKS = Chart(
    ChartKind.COLUMNS,
    ("Vecka 1", "Vecka 2", "Vecka 3"),
    (Series("Skrivna CV", (20, None, 0), told=("cirka 20",)),),
    "Vecka 1: cirka 20, Vecka 2: –, Vecka 3: 0",
    least=0,
)


class Recorder(ScreenSurface):
    """Remembers where words were written: left, right, low and high in points, and the words."""

    def __init__(self, *about: Any) -> None:
        super().__init__(*about)
        self.words: list[tuple[float, float, float, float, str]] = []

    def text(self, text: str, x: float, y: float, place: Place, tone: Tone) -> None:
        wide = self.width_of(text, tone)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[place]
        self.words.append((left, left + wide, y, y + self.size * 0.7, text))
        super().text(text, x, y, place, tone)

    def paragraph(self, text: str, left: float, top: float, width: float, *, is_centred: bool = False) -> None:
        self.words.append((left, left + width, top - self.height_of(text, width), top, text))
        super().paragraph(text, left, top, width, is_centred=is_centred)


def drawn(chart: Chart, wide: float, words: Words) -> tuple[Recorder, float]:
    """Draw a chart and return what was written, and how tall the chart is."""
    surface = Recorder(words, ChartView(words, "").font())
    plot = plotted(surface, wide, chart)
    paper = QPixmap(10, 10)
    painter = QPainter(paper)
    surface.on(painter, plot.height)
    draw(plot)
    painter.end()
    return surface, plot.height


CUT = "Skalan börjar vid 60 %."
LABELS = st.lists(st.sampled_from(["maj", "Vecka 12", "arbetsmarknadsutbildning", "mar 2/0"]), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    labels=LABELS,
    wide=st.integers(160, 500),
    kind=st.sampled_from(ChartKind),
    values=st.lists(st.none() | st.integers(0, 100), min_size=12, max_size=12),
    cut=st.sampled_from(["", CUT]),
)
def test_no_word_leaves_the_chart_or_stands_on_another(
    theme: Theme, words_sv: Words, labels: list[str], wide: int, kind: ChartKind, values: list[int | None], cut: str
) -> None:
    chart = Chart(kind, tuple(labels), (Series("Gruppen", tuple(values[: len(labels)])),), "", least=0, most=100, cut=cut)
    surface, tall = drawn(chart, wide, words_sv)
    assert [one for one in surface.words if one[0] < -1 or one[1] > wide + 1 or one[2] < -1 or one[3] > tall + 1] == []
    assert below_the_cut(surface) == []


@pytest.mark.parametrize("label", ["mar 2/0", "Vecka 12"])
def test_labels_below_a_line_are_as_tall_as_was_reckoned(theme: Theme, words_sv: Words, label: str) -> None:
    for number in (5, 7, 12):
        chart = Chart(ChartKind.LINE, (label,) * number, (Series("", (80,) * number),), "", least=60, most=100, cut=CUT)
        wrong = [wide for wide in range(160, 500, 3) if below_the_cut(drawn(chart, wide, words_sv)[0])]
        assert wrong == [], "of so many points"


def test_words_that_belong_together_are_not_parted(theme: Theme, words_sv: Words) -> None:
    label = "juli\N{NO-BREAK SPACE}2020"
    chart = Chart(ChartKind.LINE, (label,) * 12, (Series("", (80,) * 12),), "")
    for wide in range(160, 700, 20):
        surface, _ = drawn(chart, wide, words_sv)
        heights = {round(one[3] - one[2]) for one in surface.words if one[4] == label}
        assert heights == {round(surface.height_of(label, 1000))}


def below_the_cut(surface: Recorder) -> list[str]:
    """Return the words that stand on or below what the axis says of its cut, which is last."""
    tops = [one[3] for one in surface.words if one[4] == CUT]
    return [one[4] for one in surface.words for top in tops if one[4] != CUT and one[2] < top - 1]


def test_a_told_value_is_written_as_it_was_told(theme: Theme, words_sv: Words) -> None:
    surface, _ = drawn(WEEKS, 300, words_sv)
    assert [one[4] for one in surface.words][:3] == ["cirka 20", "–", "0"]


def test_the_chart_is_as_tall_as_its_words_need(qtbot: QtBot, theme: Theme, words_sv: Words) -> None:
    view = shown(qtbot, ChartView(words_sv, "Månader"), 700, 300)
    view.show_chart(Chart(ChartKind.BARS, ("Utan arbete i mer än två år eller mer",), (Series("", (5,)),), ""))
    wide = view.sizeHint().height()
    view.resize(240, 300)
    assert view.sizeHint().height() > wide
    view.show_chart(None)
    assert view.sizeHint().height() == 0


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_wears_the_colours_of_the_moment_and_is_read_aloud(qtbot: QtBot, theme: Theme, words_sv: Words, mode: str) -> None:
    theme.choose(mode, 100)
    view = shown(qtbot, ChartView(words_sv, "Skrivna CV"), 400, 260)
    view.show_chart(replace(WEEKS, labels=("Vecka 1",), series=(Series("", (5,)),)))
    image = view.grab().toImage()
    assert (view.accessibleName(), view.accessibleDescription()) == ("Skrivna CV", WEEKS.alternative)
    middle = image.pixelColor(image.width() // 2, round(view.sizeHint().height() * image.devicePixelRatio() / 2))
    assert middle == QColor(current().accent)


def test_what_is_drawn_grows_with_the_text_of_the_window(qtbot: QtBot, theme: Theme, words_sv: Words) -> None:
    heights = []
    for percent in (100, 200):
        theme.choose("light", percent)
        view = shown(qtbot, ChartView(words_sv, ""), 900, 500)
        view.show_chart(WEEKS)
        heights.append(view.sizeHint().height())
        assert ScreenSurface(words_sv, view.font()).pixels(SIZE) == view.font().pixelSize()
    assert heights[1] > heights[0] * 1.8
