"""The kinds of charts: one scale, every value written, series told apart without colour; mirrored with the page."""

from jobbpunkt.documents.charts.plot import Plot, Scale
from jobbpunkt.documents.charts.surface import Surface, Tone
from jobbpunkt.documents.tree import Chart, ChartKind

_COLUMNS, _LINE, _LONG_LINE = 130.0, 84.0, 150.0  # points: the height of columns, of a line, of one with many points
_MANY, _BY_HAND = 8, 56.0  # and of one with few and a box for the pen
_STACK = 2.4  # times the type size: the height of answers


def plotted(surface: Surface, width: float, chart: Chart) -> Plot:
    """Return where a chart is drawn; its height is known."""
    plot = Plot(surface, width, chart)
    plot.height = plot.top + _inside(plot) + plot.bottom
    return plot


def draw(plot: Plot) -> None:
    """Draw a chart."""
    plot.begin(plot.height)
    _DRAW[plot.kind](plot)
    plot.end()


def _inside(plot: Plot) -> float:
    if plot.kind is ChartKind.BARS:
        return sum(bar_heights(plot))
    if plot.kind is ChartKind.STACK:
        return plot.size * _STACK
    line = _LONG_LINE if len(plot.chart.labels) > _MANY else _BY_HAND if plot.chart.has_box else _LINE
    return plot.size * (_COLUMNS if plot.kind is ChartKind.COLUMNS else line) / 11


def bar_heights(plot: Plot) -> list[float]:
    """Return how tall the bars of each label are."""
    bars = len(plot.chart.series) * (plot.size + 4) + 7
    return [max(bars, plot.height_of(str(text), plot.side) + 5) for text in plot.chart.labels]


def _bars(plot: Plot) -> None:
    """Draw lying bars, one below the other, each label at the start side."""
    chart = plot.chart
    written = [plot.written(series) for series in chart.series]
    texts = [text for one in written for text in one]
    room = plot.width - plot.side - max(map(plot.strong_width, texts), default=0) - 18
    scale = Scale(plot.least, plot.most, plot.side + 10, plot.side + 10 + room)
    y = plot.height - plot.top
    plot.rule(scale.at(plot.nought), y, scale.at(plot.nought), plot.bottom, plot.colours.pen, 0.8)
    for place, height in enumerate(bar_heights(plot)):
        thick = plot.size + 2
        block = len(chart.series) * (thick + 2) - 2
        plot.paragraph(str(chart.labels[place]), 0, y - height / 2, plot.side)
        at = y - (height - block) / 2
        for number, series in enumerate(chart.series):
            value = chart.values(series)[place]
            if value is not None:
                plot.area(scale.at(plot.nought), at - thick, scale.at(value), at, number)
            end = max(scale.at(value), scale.at(plot.nought)) if value is not None else scale.at(plot.nought)
            plot.text(written[number][place], end + 5, at - thick / 2 - plot.size * 0.36, tone=Tone.STRONG)
            at -= thick + 2
        y -= height
    if chart.target is not None:
        at_x = scale.at(chart.target)
        plot.rule(at_x, plot.height - plot.top + 2, at_x, plot.bottom - 2, plot.colours.ink, 1.2, (4, 3))
        plot.text(plot.cut_to_width(str(chart.target_label)), at_x, plot.height - plot.top + 4, place="middle")


def _columns(plot: Plot) -> None:
    """Draw standing columns, a group for each label."""
    chart = plot.chart
    slot = plot.slot
    scale = Scale(plot.least, plot.most, plot.bottom, plot.height - plot.top - plot.size * 1.5)
    thick = min(slot * 0.74 / len(chart.series), 46.0)
    written = [plot.written(series) for series in chart.series]
    for place in range(len(chart.labels)):
        middle = slot * (place + 0.5)
        for number, series in enumerate(chart.series):
            left = middle + (number - len(chart.series) / 2) * thick
            value = chart.values(series)[place]
            if value is not None:
                plot.area(left + 1.5, scale.at(plot.nought), left + thick - 1.5, scale.at(value), number)
            top = scale.at(value) if value is not None else scale.at(plot.nought)
            plot.text(written[number][place], left + thick / 2, top + 4, place="middle", tone=Tone.STRONG)
    plot.rule(0, scale.at(plot.nought), plot.width - plot.end_room, scale.at(plot.nought), plot.colours.pen, 0.9)
    plot.labels()
    plot.target_across(scale, 0)


def _line(plot: Plot) -> None:
    """Draw a line over time, a point for each value; where nothing is known it has a gap."""
    chart = plot.chart
    foot = plot.bottom + plot.size * (1.3 if len(chart.series) > 1 else 0.5)  # values stand below the lower of two lines
    scale = Scale(plot.least, plot.most, foot, plot.height - plot.top - plot.size * 1.4)
    start, middles = plot.start, plot.middles
    for value in plot.ends:
        plot.rule(start, scale.at(value), plot.width - plot.end_room, scale.at(value), plot.colours.line, 0.6)
        plot.text(plot.number(value), start - 6, scale.at(value) - plot.size * 0.36, place="end")
    plot.target_across(scale, start)
    for number, series in enumerate(chart.series):
        values, written = chart.values(series), plot.written(series)
        spots = [(x, scale.at(value)) if value is not None else None for x, value in zip(middles, values, strict=True)]
        plot.path(spots, number)
        known = [(place, value, spot) for place, (value, spot) in enumerate(zip(values, spots, strict=True)) if spot]
        free = plot.width * 2
        for place, told, spot in reversed(known):
            plot.point(*spot, number, is_filled=place == known[-1][0])
            half = plot.strong_width(written[place]) / 2
            if spot[0] + half < free:  # the last is always written, and before it those that have room
                is_below = any(_stands_above(chart.values(one)[place], told) for one in chart.series)
                y = spot[1] - 7 - plot.size * 0.72 if is_below else spot[1] + 7
                plot.text(written[place], spot[0], y, place="middle", tone=Tone.STRONG)
                free = spot[0] - half - 3
    if chart.has_box and all(chart.values(series)[-1] is None for series in chart.series):
        plot.box(middles[-1], (scale.low + scale.high) / 2)
    plot.labels()


def _stands_above(other: float | None, value: float | None) -> bool:
    """Tell whether another series has a larger value there, so that this one is written below its point."""
    return other is not None and value is not None and other > value


def _stack(plot: Plot) -> None:
    """Draw one bar parted by its labels, from the first to the last; each part has its number inside and its label below."""
    high, low = plot.height - plot.top, plot.bottom
    for part in plot.parts:
        plot.area(part.left, low, part.right, high, part.place)
        if part.number:
            dark = plot.shade(part.place).fill == plot.colours.series[0].fill
            middle = (low + high) / 2 - plot.size * 0.36
            plot.text(part.number, part.left + 6, middle, tone=Tone.LIGHT if dark else Tone.STRONG)
        plot.text(part.label, part.at, low - plot.size * (1.3 + 1.4 * part.row))


_DRAW = {ChartKind.BARS: _bars, ChartKind.COLUMNS: _columns, ChartKind.LINE: _line, ChartKind.STACK: _stack}
