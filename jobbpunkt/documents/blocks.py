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
        return [self.again(before, is_first=True), self.again(after, is_first=False)] if before else []

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


class Columns(Flowable):  # type: ignore[misc]
    """Flowables beside each other, each in its share of the width, with gaps between; each breaks over pages by itself."""

    def __init__(self, parts: Sequence[Flowable], shares: Sequence[float], gap: float = 0) -> None:
        super().__init__()
        self._parts, self._shares, self._gap = list(parts), list(shares), gap
        self._heights: list[float] = []

    def _widths(self, whole: float) -> list[float]:
        room = whole - self._gap * (len(self._shares) - 1)
        return [room * share / sum(self._shares) for share in self._shares]

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - ReportLab's names
        """Return the whole width and the height of the tallest column."""
        self.width = aW
        self._heights = [part.wrap(width, aH)[1] for part, width in zip(self._parts, self._widths(aW), strict=False)]
        self.height = max(self._heights, default=0)
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Part every column that is too tall; nothing when one of them cannot be parted."""
        self.wrap(aW, aH)
        halves = [
            [part, Stack([])] if height <= aH else part.split(width, aH)
            for part, height, width in zip(self._parts, self._heights, self._widths(aW), strict=False)
        ]
        if any(len(half) < 2 for half in halves):
            return []
        firsts, rests = [half[0] for half in halves], [half[1] if len(half) == 2 else Stack(half[1:]) for half in halves]
        return [self.again(firsts), self.again(rests)]

    def again(self, parts: Sequence[Flowable]) -> "Columns":
        """Return columns like these with other parts."""
        return Columns(parts, self._shares, self._gap)

    def draw(self) -> None:
        """Draw the columns from one common top."""
        x = 0.0
        for part, height, width in zip(self._parts, self._heights, self._widths(self.width), strict=False):
            part.drawOn(self.canv, x, self.height - height)
            x += width + self._gap


class Beside(Columns):
    """Text with something in a narrow column to its left: a date, the name of a skill."""

    def __init__(self, side: Flowable, text: Flowable, column: float, after: float = 0) -> None:
        super().__init__([side, text], [1, 1], gap=14)
        self._column = column
        self.spaceAfter = after
        self._together = 3  # a title, a place and some text are not parted while a new page has room for them

    def _widths(self, whole: float) -> list[float]:
        return [self._column - self._gap, whole - self._column]

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """Part the text between two pages, but never leave only a title behind."""
        halves = super().split(aW, aH)
        is_short = halves and len(halves[0].texts) < min(self._together, len(self.texts))
        return [] if is_short and aH < look.PAGE_HEIGHT / 2 else halves

    @property
    def texts(self) -> list[Flowable]:
        """Return what stands beside the narrow column."""
        stack = self._parts[1]
        return list(stack.parts) if isinstance(stack, Stack) else [stack]

    def again(self, parts: Sequence[Flowable]) -> Columns:
        """Return the same columns with other parts."""
        return Beside(parts[0], parts[1], self._column, self.spaceAfter)
