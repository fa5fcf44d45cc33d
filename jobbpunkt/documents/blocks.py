"""Flowables of our own that hold other flowables: panels, hanging marks, headings that never stand alone."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from jobbpunkt.documents import look

Draw = Callable[[Any, float, float], None]


class Stack(Flowable):  # type: ignore[misc]
    """Flowables one below the other, indented, that break over pages like text does."""

    def __init__(self, parts: Sequence[Flowable], left: float = 0, right: float = 0, top: float = 0, bottom: float = 0) -> None:
        super().__init__()
        self.parts = list(parts)
        self.keep_first = 1  # so many parts stand together at least
        self.left, self.right, self.top, self.bottom = left, right, top, bottom
        self._heights: list[float] = []

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Return the size: the parts with their spaces, and the padding."""
        self.width = aW
        inner = aW - self.left - self.right
        self._heights = [part.wrap(inner, aH)[1] for part in self.parts]
        gaps = sum(self._gap(place) for place in range(len(self.parts)))
        self.height = sum(self._heights) + gaps + self.top + self.bottom
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Part the content between two pages."""
        self.wrap(aW, aH)
        room = aH - self.top - self.bottom
        for place, height in enumerate(self._heights):
            room -= self._gap(place)
            if height > room:
                return self._split_at(place, aW - self.left - self.right, room)
            room -= height
        return [self]

    def _split_at(self, place: int, inner: float, room: float) -> list[Flowable]:
        halves = self.parts[place].split(inner, room) if room > 0 else []
        first, second = (halves[:1], halves[1:]) if len(halves) > 1 else ([], [self.parts[place]])
        before, after = [*self.parts[:place], *first], [*second, *self.parts[place + 1 :]]
        if len(before) < min(self.keep_first, len(self.parts)):
            return []
        return [self.again(before, is_first=True), self.again(after, is_first=False)]

    def again(self, parts: Sequence[Flowable], *, is_first: bool) -> "Stack":  # noqa: ARG002 - a hanging mark needs to know
        """Return a block like this one with other parts."""
        return Stack(parts, self.left, self.right, self.top, self.bottom)

    def _gap(self, place: int) -> float:
        if place == 0:
            return 0
        return float(max(self.parts[place - 1].getSpaceAfter(), self.parts[place].getSpaceBefore()))

    def draw(self) -> None:
        """Draw the parts from the top."""
        y = self.height - self.top
        for place, (part, height) in enumerate(zip(self.parts, self._heights, strict=True)):
            y -= self._gap(place) + height
            part.drawOn(self.canv, self.left, y)


class Panel(Stack):
    """A tinted box with a bar of the accent colour on its left."""

    def __init__(self, parts: Sequence[Flowable], fill: Color, bar: Color | None = None, padding: float = 11) -> None:
        super().__init__(parts, padding + (4 if bar else 0), padding, padding, padding - 4)
        self._look = fill, bar, padding
        self.least = 0.0  # the height it has even if it holds less
        self.spaceBefore = self.spaceAfter = 6

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Return the size, never less than the least height."""
        width, height = super().wrap(aW, aH)
        self.height = max(height, self.least)
        return width, self.height

    def again(self, parts: Sequence[Flowable], *, is_first: bool) -> Stack:  # noqa: ARG002 - both halves look alike
        """Return a box of the same look with other parts."""
        return Panel(parts, *self._look)

    def draw(self) -> None:
        """Draw the box, then what it holds."""
        fill, bar, _ = self._look
        self.canv.saveState()
        self.canv.setFillColor(fill)
        self.canv.roundRect(0, 0, self.width, self.height, 3, stroke=0, fill=1)
        if bar:
            self.canv.setFillColor(bar)
            self.canv.rect(0, 0, 3, self.height, stroke=0, fill=1)
        self.canv.restoreState()
        super().draw()


class Hanging(Stack):
    """Text with a mark hanging to the left of its first line; `mark(canvas, x, y)` draws it at the base line."""

    def __init__(self, parts: Sequence[Flowable], mark: Draw | None, indent: float = 15, baseline: float = 11.3) -> None:
        super().__init__(parts, left=indent)
        self._mark, self._baseline = mark, baseline
        self.spaceAfter = 3

    def again(self, parts: Sequence[Flowable], *, is_first: bool) -> Stack:
        """Return the first half with the mark, the second without."""
        return Hanging(parts, self._mark if is_first else None, self.left, self._baseline)

    def draw(self) -> None:
        """Draw the mark, then the text."""
        if self._mark:
            self._mark(self.canv, 0, self.height - self._baseline)
        super().draw()


class Lead(Flowable):  # type: ignore[misc]
    """A heading that moves to the next page when less than `follow` points of what it leads would stay with it."""

    def __init__(self, part: Flowable, follow: float = 62) -> None:
        super().__init__()
        self.part, self._follow = part, follow
        self.spaceBefore, self.spaceAfter = part.getSpaceBefore(), part.getSpaceAfter()

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Return the heading's size, or more than there is when nothing would stand below it."""
        self.width, self.height = self.part.wrap(aW, aH)
        alone = aH < self.height + self._follow and aH < 0.9 * (look.PAGE_HEIGHT - look.TOP - look.BOTTOM)
        return self.width, (aH + 1 if alone else self.height)

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803 - ReportLab's names
        """Never part a heading."""
        return []

    def draw(self) -> None:
        """Draw the heading."""
        self.part.drawOn(self.canv, 0, 0)


class Rule(Flowable):  # type: ignore[misc]
    """A hairline over the width of the text, or a part of it."""

    def __init__(
        self, colour: Color, weight: float = 0.6, width: float | None = None, above: float = 6, below: float = 6
    ) -> None:
        super().__init__()
        self._line = colour, weight, width
        self.spaceBefore, self.spaceAfter = above, below

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """Take the whole width and next to no height."""
        self.width = self._line[2] or aW
        self.height = self._line[1]
        return aW, self.height

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setStrokeColor(self._line[0])
        self.canv.setLineWidth(self._line[1])
        self.canv.line(0, 0, self.width, 0)


class Beside(Stack):
    """Text with something in a column to its left: a date, the name of a skill."""

    def __init__(self, side: Flowable | None, parts: Sequence[Flowable], column: float) -> None:
        super().__init__(parts, left=column)
        self.keep_first = 3 if side else 1
        self._side = side
        self._side_height = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Return the size; the taller of the two decides the height."""
        super().wrap(aW, aH)
        self._side_height = self._side.wrap(self.left - 14, aH)[1] if self._side else 0.0
        self.bottom = max(0.0, self.bottom + self._side_height - self.height)
        self.height = max(self.height, self._side_height)
        return aW, self.height

    def again(self, parts: Sequence[Flowable], *, is_first: bool) -> Stack:
        """Return the first half with the column, the second without."""
        half = Beside(self._side if is_first else None, parts, self.left)
        half.spaceAfter = self.spaceAfter
        return half

    def draw(self) -> None:
        """Draw the column, then the text."""
        if self._side:
            self._side.drawOn(self.canv, 0, self.height - self._side_height)
        super().draw()
