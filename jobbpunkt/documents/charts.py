"""Charts as drawings: our fonts, a value at every mark, readable without colour. Nothing of ReportLab's own look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import HexColor

from jobbpunkt.documents import fonts, look
from jobbpunkt.documents.text import UNKNOWN, one_line

# Told apart by lightness alone, so also in grey print and by the colour-blind.
SERIES = (look.ACCENT, HexColor("#E0A458"), HexColor("#7FB5B5"), HexColor("#8C3B2E"))
_LABEL, _SMALL = 9.0, 8.2
Format = Callable[[float], str]


def short(value: float) -> str:
    """Write a number with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its caption, its length, and what is written at its end (such as "cirka 20"); None for not recorded."""

    label: str
    value: float | None
    text: str = ""


def bars(items: Sequence[Bar], *, width: float = look.WIDTH, missing: str = "–") -> Drawing:
    """Return horizontal bars, one below the other, each with its caption left and its figure right."""
    row = 24.0
    drawing = _drawing(width, max(row * len(items), 1))
    told = [item.text or (missing if item.value is None else short(item.value)) for item in items]
    figures = [_shortened(one_line(text), fonts.SEMIBOLD, _LABEL, width * 0.3) for text in told]
    left = min(_widest([item.label for item in items], fonts.REGULAR), width * 0.5) + 10
    room = width - left - _widest(figures, fonts.SEMIBOLD) - 8
    most = max((item.value or 0 for item in items), default=0) or 1
    for place, (item, figure) in enumerate(zip(items, figures, strict=True)):
        y = drawing.height - row * (place + 1)
        length = room * (item.value or 0) / most
        _text(drawing, left - 10, y + 8, item.label, fonts.REGULAR, _LABEL, "end", room=left - 9)
        if item.value is not None:
            drawing.add(Rect(left, y + 4, max(length, 1.2), 15, fillColor=look.ACCENT, strokeColor=None, rx=1.5, ry=1.5))
        _text(drawing, left + length + (6 if item.value is not None else 0), y + 8, figure, fonts.SEMIBOLD, _LABEL)
    return drawing


def _widest(texts: Sequence[str], font: str) -> float:
    return max((float(fonts.font(font).stringWidth(one_line(text), _LABEL)) for text in texts), default=0.0)


def _drawing(width: float, height: float) -> Drawing:
    """Return an empty drawing that begins in our font, so that no other is listed in the file."""
    return Drawing(width, height, initialFontName=fonts.REGULAR, initialFontSize=_LABEL)


Series = tuple[str, Sequence[float | None]]


def columns(
    groups: Sequence[str],
    series: Sequence[Series],
    *,
    number: Format = short,
    width: float = look.WIDTH,
    height: float = 190,
) -> Drawing:
    """Return upright columns: one group per week or the like, in it one column per series; a legend where there are several."""
    legend = _legend_rows([name for name, _ in series], width) if len(series) > 1 else []
    drawing = _drawing(width, height + 16 * len(legend))
    floor, slot = 24.0, width / max(len(groups), 1)
    drawing.add(Line(0, floor, width, floor, strokeColor=look.LINE, strokeWidth=0.8))
    most = max((value or 0 for _, values in series for value in values), default=0) or 1
    thick = min(slot * 0.74 / max(len(series), 1), 42.0)
    for place, group in enumerate(groups):
        middle = slot * (place + 0.5)
        _text(drawing, middle, 9, group, fonts.REGULAR, _LABEL, "middle", room=slot - 4)
        for nth, (_, values) in enumerate(series):
            x = middle + (nth - len(series) / 2) * thick
            share = (values[place] or 0) / most
            long = max((height - 38) * share, 0.8)
            drawing.add(Rect(x + 1, floor, thick - 2, long, fillColor=SERIES[nth % 4], strokeColor=None))
            _above(drawing, x + thick / 2, floor + long, thick, values[place], number)
    _legend(drawing, legend)
    return drawing


def _above(drawing: Drawing, x: float, y: float, room: float, value: float | None, number: Format) -> None:
    """Write a column's number above it, where there is room for numbers."""
    if room > 9:
        _text(drawing, x, y + 4.3, "–" if value is None else number(value), fonts.SEMIBOLD, _SMALL, "middle", room=room + 16)


def _legend_rows(names: Sequence[str], width: float) -> list[list[tuple[int, str, float]]]:
    """Return the captions of the series in rows that fit, each with its number and its place from the left."""
    rows: list[list[tuple[int, str, float]]] = [[]]
    x = 0.0
    for number, name in enumerate(names):
        shown = _shortened(one_line(name), fonts.REGULAR, _LABEL, width - 14)
        wide = 14 + _widest([shown], fonts.REGULAR) + 20
        if rows[-1] and x + wide - 20 > width:
            rows.append([])
            x = 0.0
        rows[-1].append((number, shown, x))
        x += wide
    return rows


def _legend(drawing: Drawing, rows: Sequence[Sequence[tuple[int, str, float]]]) -> None:
    for place, row in enumerate(rows):
        y = drawing.height - 12 - 16 * place
        for number, name, x in row:
            drawing.add(Rect(x, y - 1, 9, 9, fillColor=SERIES[number % 4], strokeColor=None, rx=1.5, ry=1.5))
            _text(drawing, x + 14, y, name, fonts.REGULAR, _LABEL)


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day."""

    day: date
    value: float


def line(
    points: Sequence[Point],
    *,
    lowest: float,
    highest: float,
    day: Callable[[date], str],
    number: Format = short,
    target: float | None = None,
    target_text: str = "",
    width: float = look.WIDTH,
    height: float = 120,
) -> Drawing:
    """Return a line over time between two bounds, a value at each point, and a dashed line where the target is."""
    drawing = _drawing(width, height)
    floor, top, left, right = 22.0, height - 16, 24.0, width - 16
    ordered = sorted(points, key=lambda point: point.day)

    def at(value: float) -> float:
        return floor + (top - floor) * (min(max(value, lowest), highest) - lowest) / (highest - lowest)

    for value in (lowest, (lowest + highest) / 2, highest):
        drawing.add(Line(left, at(value), right, at(value), strokeColor=look.LINE, strokeWidth=0.6))
        _text(drawing, left - 5, at(value) - 3, number(value), fonts.REGULAR, _SMALL, "end")
    if target is not None:
        _draw_target(drawing, at(target), left, right, target_text or number(target))
    spots = [(x, at(point.value)) for x, point in zip(_spread(ordered, left + 14, right - 14), ordered, strict=True)]
    if len(spots) > 1:
        drawing.add(PolyLine([part for spot in spots for part in spot], strokeColor=look.ACCENT, strokeWidth=1.8))
    _draw_points(drawing, spots, ordered, day, number)
    return drawing


def _spread(points: Sequence[Point], left: float, right: float) -> list[float]:
    """Return where the points stand, by their days; a single one in the middle."""
    if not points:
        return []
    days = (points[-1].day - points[0].day).days
    if not days:
        return [left + (right - left) * (place + 1) / (len(points) + 1) for place in range(len(points))]
    return [left + (right - left) * (point.day - points[0].day).days / days for point in points]


def _draw_target(drawing: Drawing, y: float, left: float, right: float, text: str) -> None:
    drawing.add(Line(left, y, right, y, strokeColor=look.INK, strokeWidth=1, strokeDashArray=[4, 3]))
    _text(drawing, right, y + 4, text, fonts.MEDIUM, _SMALL, "end")


def _draw_points(
    drawing: Drawing, spots: Sequence[tuple[float, float]], points: Sequence[Point], day: Callable[[date], str], number: Format
) -> None:
    free = {"value": -1e9, "day": -1e9}
    for place, ((x, y), point) in enumerate(zip(spots, points, strict=True)):
        drawing.add(Circle(x, y, 3.2, fillColor=look.PAPER, strokeColor=look.ACCENT, strokeWidth=1.6))
        last = place == len(spots) - 1
        if x - free["value"] > 20 or last:
            _text(drawing, x, y + 7, number(point.value), fonts.SEMIBOLD, _SMALL, "middle")
            free["value"] = x
        if x - free["day"] > 46:
            _text(drawing, x, 8, day(point.day), fonts.REGULAR, _SMALL, "middle")
            free["day"] = x


def _text(
    drawing: Drawing, x: float, y: float, text: str, font: str, size: float, anchor: str = "start", room: float = look.WIDTH
) -> None:
    shown = _shortened(one_line(text), font, size, room)
    fonts.font(font)
    drawing.add(String(x, y, shown, fontName=font, fontSize=size, fillColor=look.INK, textAnchor=anchor))


def _shortened(text: str, font: str, size: float, room: float) -> str:
    """Return what of a caption fits; signs that a chart's font lacks show as unknown."""
    text = "".join(sign if sign in fonts.simple_signs(font) else UNKNOWN for sign in text)
    measure: Any = fonts.font(font).stringWidth
    if measure(text, size) <= room:
        return text
    while text and measure(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"
