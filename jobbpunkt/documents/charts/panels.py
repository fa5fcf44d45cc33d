"""Small charts beside each other on one scale: a bar for each group, that of a part of it inside, and both numbers beside."""

import math

from jobbpunkt.documents.charts.plot import Scale
from jobbpunkt.documents.charts.surface import Place, Surface, Tone
from jobbpunkt.documents.looks import Shade
from jobbpunkt.documents.text import one_line
from jobbpunkt.documents.tree import Panel, Panels, Slice

_ROW, _HEAD, _FOOT = 1.7, 1.9, 1.5  # times the type size
_LABEL = 0.34  # of the width
WHOLE, PART = 2, 0  # which of the look's shades


def most_of(block: Panels) -> float:
    """Return the end of the scale that all panels share: a round number that holds every bar."""
    largest = max((part.whole or 0 for panel in block.panels for part in panel.parts), default=0)
    step = 10 ** math.floor(math.log10(largest)) if largest > 1 else 1
    return next(step * times for times in (1, 2, 4, 6, 8, 10) if step * times >= largest)


class PanelDrawing:
    """One of the small charts, `width` points wide."""

    def __init__(self, surface: Surface, width: float, panel: Panel, block: Panels) -> None:
        self.surface, self.width, self._panel, self._block = surface, width, panel, block
        self._row = surface.size * _ROW
        self._heads = (str(block.whole_short), str(block.part_short)) if str(block.part) else (str(block.whole_short),)
        said = [self._said(value) for part in panel.parts for value in self._values(part)]
        self._column = max(map(surface.width_of, (*said, *self._heads))) + surface.size * 0.9
        self._label = width * _LABEL
        self._heights = [
            max(self._row, surface.height_of(str(part.label), self._label - 6) + surface.size * 0.5) for part in panel.parts
        ]
        self.height = surface.size * (_HEAD + _FOOT) + sum(self._heights)

    def draw(self) -> None:
        """Draw the title with the heads of the numbers, the groups, and the scale."""
        size, surface, numbers = self.surface.size, self.surface, self._numbers()
        y = self.height - size * 1.1
        room = numbers[0] - surface.width_of(str(self._block.whole_short)) - 6
        self._text(surface.cut(one_line(str(self._panel.title)), room), 0, y, "start", Tone.HEAD)
        for at, said in zip(numbers, self._heads, strict=True):
            self._text(said, at, y, "end", Tone.PLAIN)
        scale = Scale(0, most_of(self._block), self._label, numbers[0] - self._column - size * 0.2)
        foot = size * _FOOT
        self._axis(scale, foot)
        top = foot + sum(self._heights)
        for part, height in zip(self._panel.parts, self._heights, strict=True):
            middle = top - height / 2
            self._paragraph(one_line(str(part.label)), middle)
            values = self._values(part)
            for value, shade in zip(values, (WHOLE, PART), strict=False):
                self._bar(scale, value, middle, shade)
            for at, value in zip(numbers, values, strict=True):
                tone = Tone.PLAIN if value is None else Tone.STRONG
                self._text(self._said(value), at, middle - size * 0.36, "end", tone)
            top -= height

    def _values(self, part: Slice) -> tuple[float | None, ...]:
        return (part.whole, part.part) if len(self._heads) > 1 else (part.whole,)

    def _numbers(self) -> tuple[float, ...]:
        return (self.width - self._column, self.width)[-len(self._heads) :]

    def _said(self, value: float | None) -> str:
        return str(self._block.hidden) if value is None else self.surface.number(value)

    def _axis(self, scale: Scale, foot: float) -> None:
        colours, size = self.surface.colours, self.surface.size
        self.surface.dash(())
        for value in (0, scale.most / 2, scale.most):
            at = scale.at(value)
            top = foot + sum(self._heights)
            self.surface.line((self._x(at), foot), (self._x(at), top), colours.line if value else colours.pen, 0.6)
            if value == int(value):
                self._text(self.surface.number(value), at, foot - size * 1.15, "middle", Tone.PLAIN)

    def _bar(self, scale: Scale, value: float | None, middle: float, number: int) -> None:
        if value is None:
            return
        shade: Shade = self.surface.colours.series[number]
        thick = self.surface.size * 1.15
        left, right = sorted((self._x(scale.at(0)), self._x(scale.at(value))))
        self.surface.area((left, middle - thick / 2), (max(right - left, 0.8), thick), shade.fill, shade.outline)

    def _x(self, at: float) -> float:
        return self.width - at if self.surface.is_mirrored else at

    def _text(self, text: str, at: float, y: float, place: Place, tone: Tone) -> None:
        self.surface.text(text, self._x(at), y, place, tone)

    def _paragraph(self, text: str, middle: float) -> None:
        width = self._label - 6
        left = self.width - width if self.surface.is_mirrored else 0.0
        self.surface.paragraph(text, left, middle + self.surface.height_of(text, width) / 2, width)


def draw_legend(surface: Surface, width: float, block: Panels) -> None:
    """Draw on one line what the two bars are, and at its end what is said of their scale."""
    size, y, at = surface.size, surface.size * 0.5, 0.0
    surface.dash(())
    for number, said in ((WHOLE, block.whole), (PART, block.part)):
        if not str(said):
            continue
        shade = surface.colours.series[number]
        left = width - at - size * 2 if surface.is_mirrored else at
        surface.area((left, y - 1), (size * 2, size * 0.95), shade.fill, shade.outline)
        at += size * 2.6
        surface.text(str(said), width - at if surface.is_mirrored else at, y, "start", Tone.PLAIN)
        at += surface.width_of(str(said)) + size * 2.4
    if at + surface.width_of(str(block.remark)) <= width:
        surface.text(str(block.remark), 0 if surface.is_mirrored else width, y, "end", Tone.PLAIN)
