"""The plane of a chart: it measures from the start side, so that what is drawn on it mirrors with the page."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from jobbpunkt.documents.charts.surface import Place, Surface, Tone
from jobbpunkt.documents.looks import Shade
from jobbpunkt.documents.text import one_line
from jobbpunkt.documents.tree import Chart, ChartKind, Phrase, Said, Series

_TOGETHER = re.compile(r"(?:\S|\xa0)+")  # signs between which no line breaks
_NARROWEST = 12.0  # points of a label


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from the values of an axis to points."""

    least: float
    most: float
    low: float
    high: float

    def at(self, value: float) -> float:
        """Return where a value stands; one beyond an end stands at the end."""
        span = self.most - self.least or 1
        return self.low + (self.high - self.low) * (min(max(value, self.least), self.most) - self.least) / span


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the bar of a stack: from where to where, and the words below it with their row and where they begin."""

    place: int
    left: float
    right: float
    number: str  # what is written inside the part, nothing where it has no room
    label: str
    row: int
    at: float


class Plot:
    """Where a chart is drawn, `width` points wide; places are counted from the start side and from below."""

    def __init__(self, surface: Surface, width: float, chart: Chart) -> None:
        self.surface, self.chart, self.width = surface, chart, width
        self.colours, self.size = surface.colours, surface.size
        self.least, self.most = _ends(chart)
        self.kind = self._readable_kind()
        self.side = min(max((self.width_of(one_line(str(label))) for label in chart.labels), default=0) + 1, width * 0.36)
        self.side = max(self.side, _NARROWEST)
        self._legend = self._legend_rows()
        self.parts = self._parts() if self.kind is ChartKind.STACK else []
        named = self.width_of(one_line(str(chart.target_label))) + 7 if chart.target is not None else 0
        self.end_room = 0.0 if self.kind is ChartKind.BARS else min(named, width * 0.3)  # for what the target is called
        self.ends = (self.least, (self.least + self.most) / 2, self.most)
        is_line = self.kind is ChartKind.LINE
        self.start = max(self.width_of(self.number(end)) for end in self.ends) + 8 if is_line else 0.0  # what the axis says
        self.slot = (width - self.end_room - self.start) / len(chart.labels)
        row = self.size * 1.55
        self._every = self._passing()
        self.top = row * len(self._legend) + self._said_height(chart.unit) + (row if self._tops_target() else 0)
        self.bottom = self._label_height() + self._said_height(chart.cut)
        self.height = 0.0

    def _tops_target(self) -> bool:
        return self.kind is ChartKind.BARS and self.chart.target is not None and bool(str(self.chart.target_label))

    def _label_height(self) -> float:
        if self.kind is ChartKind.BARS:
            return 2.0
        if self.kind is ChartKind.STACK:
            return self.size * (0.3 + 1.4 * (1 + max((part.row for part in self.parts), default=0)))
        room = self.slot * self._every - 4
        return 6 + max(self.height_of(str(label), room, is_centred=True) for label in self.chart.labels[:: self._every])

    def _passing(self) -> int:
        """Return how many labels pass from one that is written to the next: all of them while their words fit."""
        words = [word for label in self.chart.labels for word in _TOGETHER.findall(str(label))]
        widest = min(max(map(self.width_of, words), default=0), 70)
        return max(math.ceil((widest + 4.5) / self.slot), 1)

    @property
    def nought(self) -> float:
        """Return where bars begin: at nought, or at the end of the axis that is nearest to it."""
        return min(max(self.least, 0.0), self.most)

    def number(self, value: float | None) -> str:
        """Write a value as the language of the chart does."""
        return self.surface.number(value)

    def written(self, series: Series) -> list[str]:
        """Return the values of a series as they are written beside its label, point or bar."""
        chart = self.chart
        return [told or self.number(value) for told, value in zip(chart.told(series), chart.values(series), strict=True)]

    def width_of(self, text: str) -> float:
        """Return how wide a label is."""
        return self.surface.width_of(text)

    def strong_width(self, text: str) -> float:
        """Return how wide a written value is."""
        return self.surface.width_of(text, Tone.STRONG)

    def cut_to_width(self, text: str) -> str:
        """Return what of a label fits on one line of the plot."""
        return self.surface.cut(one_line(text), self.width)

    def _readable_kind(self) -> ChartKind:
        """Return the chart's kind, or lying bars when not every value could be written above its column."""
        widest = max((self.strong_width(text) for one in self.chart.series for text in self.written(one)), default=0)
        room = 0.74 * self.width / max(len(self.chart.labels) * len(self.chart.series), 1)
        is_crowded = self.chart.kind is ChartKind.COLUMNS and widest > room * 1.3
        return ChartKind.BARS if is_crowded else self.chart.kind

    def height_of(self, text: str, width: float, *, is_centred: bool = False) -> float:
        """Return how tall a label is in so many points."""
        return self.surface.height_of(text, max(width, _NARROWEST), is_centred=is_centred)

    def begin(self, height: float) -> None:
        """Begin to draw; first the legend and the unit."""
        self.height = height
        self._say(self.chart.unit, height)
        row, y = self.size * 1.55, height - self._said_height(self.chart.unit) - self.size * 1.1
        for entries in self._legend:
            for number, text, at in entries:
                self._swatch(at, y, number)
                self.text(text, at + 22, y)
            y -= row

    def end(self) -> None:
        """Say last when the axis is cut."""
        if self.chart.cut:
            self._say(self.chart.cut, self._said_height(self.chart.cut))

    def _said_height(self, said: Said) -> float:
        """Return how tall a remark is, with the same in another language below it."""
        return sum(self.height_of(text, self.width) for text in _both(said))

    def _say(self, said: Said, top: float) -> None:
        for text in _both(said):
            self.paragraph(text, 0, top - self.height_of(text, self.width) / 2, self.width)
            top -= self.height_of(text, self.width)

    def _swatch(self, at: float, y: float, number: int) -> None:
        if self.kind is ChartKind.LINE:
            self.path([(at, y + self.size * 0.35), (at + 16, y + self.size * 0.35)], number)
        else:
            self.area(at, y - 1, at + 16, y + self.size * 0.75, number)

    def _legend_rows(self) -> list[list[tuple[int, str, float]]]:
        if len(self.chart.series) < 2:
            return []
        rows: list[list[tuple[int, str, float]]] = [[]]
        at = 0.0
        for number, series in enumerate(self.chart.series):
            text = self.surface.cut(one_line(str(series.label)), self.width - 22)
            wide = 22 + self.width_of(text)
            if rows[-1] and at + wide > self.width:
                rows.append([])
                at = 0.0
            rows[-1].append((number, text, at))
            at += wide + 20
        return rows

    def _parts(self) -> list[Part]:
        """Part one bar by the labels; words that find no room beside those before them begin another row below."""
        series = self.chart.series[0]
        values, written = [max(value or 0, 0) for value in self.chart.values(series)], self.written(series)
        scale = Scale(0, sum(values) or 1, 0.5, self.width - 0.5)
        parts: list[Part] = []
        at, row, free = 0.0, 0, 0.0
        for place, value in enumerate(values):
            left, right = scale.at(at), scale.at(at + value)
            at += value
            if not value:
                continue
            number, label = written[place], one_line(str(self.chart.labels[place]))
            is_inside = self.strong_width(number) + 10 < right - left
            label = self.cut_to_width(label if is_inside else f"{label} {number}".strip())
            wide = self.width_of(label)
            start = max(min(left, self.width - wide), free, 0.0)
            if start + wide > self.width:
                row, start = row + 1, max(min(left, self.width - wide), 0.0)
            parts.append(Part(place, left, right, number if is_inside else "", label, row, start))
            free = start + wide + 8
        return parts

    def _x(self, at: float) -> float:
        return self.width - at if self.surface.is_mirrored else at

    def text(self, text: str, at: float, y: float, *, place: Place = "start", tone: Tone = Tone.PLAIN) -> None:
        """Write a line at a place: its start, middle or end."""
        if place == "middle":
            half = self.surface.width_of(text, tone) / 2
            at = min(max(at, half), max(self.width - half, half))
        self.surface.text(text, self._x(at), y, place, tone)

    def paragraph(self, text: str, at: float, middle: float, width: float, *, is_centred: bool = False) -> None:
        """Write a label that may break, level with a middle, or centred below a point."""
        width = max(width, _NARROWEST)
        height = self.surface.height_of(text, width, is_centred=is_centred)
        left = self.width - at - width if self.surface.is_mirrored else at
        self.surface.paragraph(text, left, middle if is_centred else middle + height / 2, width, is_centred=is_centred)

    @property
    def middles(self) -> list[float]:
        """Return where each label has its middle."""
        return [self.start + self.slot * (place + 0.5) for place in range(len(self.chart.labels))]

    def labels(self) -> None:
        """Write the labels below the axis, each centred at its place."""
        wide = self.slot * self._every - 4
        for at, label in list(zip(self.middles, self.chart.labels, strict=True))[:: self._every]:
            start = min(max(at - wide / 2, 0), max(self.width - wide, 0))
            self.paragraph(str(label), start, self.bottom - 4, wide, is_centred=True)

    def rule(self, at: float, y: float, to: float, to_y: float, colour: str, weight: float, dash: tuple[float, ...] = ()) -> None:
        """Draw a straight line."""
        self.surface.dash(dash)
        self.surface.line((self._x(at), y), (self._x(to), to_y), colour, weight)

    def shade(self, number: int) -> Shade:
        """Return how a series is told from the others: as it says itself, or by its place."""
        own = self.chart.series[number].shade if number < len(self.chart.series) else None
        return self.colours.series[(number if own is None else own) % len(self.colours.series)]

    def target_across(self, scale: Scale, start: float) -> None:
        """Draw the target as a dashed line over the width, named at the end of it."""
        if self.chart.target is None:
            return
        y, end = scale.at(self.chart.target), self.width - self.end_room
        self.rule(start, y, end, y, self.colours.ink, 1.1, (4, 3))
        self.paragraph(one_line(str(self.chart.target_label)), end + 6, y, self.end_room - 6)

    def area(self, at: float, low: float, to: float, high: float, number: int) -> None:
        """Fill a bar as its series is filled."""
        low, high = sorted((low, high))
        shade = self.shade(number)
        left, right = sorted((self._x(at), self._x(to)))
        self.surface.dash(shade.dash)
        self.surface.area((left, low), (max(right - left, 0.8), max(high - low, 0.8)), shade.fill, shade.outline)

    def path(self, spots: Sequence[tuple[float, float] | None], number: int) -> None:
        """Draw a line from spot to spot, as its series is dashed; nothing across a gap."""
        shade = self.shade(number)
        for first, second in pairwise(spots):
            if first and second:
                self.rule(*first, *second, shade.outline, 1.8, shade.dash)

    def box(self, at: float, y: float) -> None:
        """Draw an empty box to write a value in, over whatever lines there are."""
        self.surface.dash(())
        self.surface.box((self._x(at), y), self.size * 2.2)

    def point(self, at: float, y: float, number: int, *, is_filled: bool) -> None:
        """Draw a value of a line: a ring, the last one filled."""
        shade = self.shade(number)
        self.surface.dash(())
        self.surface.circle((self._x(at), y), 3.4, shade.outline if is_filled else "", shade.outline)


def _both(said: Said) -> list[str]:
    texts = [said.text, said.beside] if isinstance(said, Phrase) else [said]
    return [one_line(text) for text in texts if text.strip()]


def _ends(chart: Chart) -> tuple[float, float]:
    """Return the ends of the axis: those that the chart fixes, else nought and what holds every value."""
    values = [value for series in chart.series for value in series.values if value is not None]
    values += [chart.target] if chart.target is not None else []
    least = chart.least if chart.least is not None else min([0.0, *values])
    most = chart.most if chart.most is not None else max([*values, least])
    return least, most if most > least else least + 1
