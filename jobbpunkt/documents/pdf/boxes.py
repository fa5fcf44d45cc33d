"""Boxes that a page is made of: each knows how tall it is, how it parts between two pages, and how it is drawn."""

from collections.abc import Sequence
from itertools import pairwise

from jobbpunkt.documents.pdf.pen import Pen

Halves = "tuple[Box, Box] | None"


class Box:
    """Something on a page; `before` and `after` are the gaps around it."""

    before = after = 0.0
    keep = 0.0  # points of what follows that stay on its page
    whole = 0.0  # up to this height it is never parted, while another page has more room
    wasted = 1e6  # unless more than so much of this page would be left empty
    is_start = False  # a section begins here
    follows = False  # it never begins a page without the box before it

    def __init__(self) -> None:
        self._known = (-1.0, 0.0)

    def measure(self, width: float) -> float:
        """Return the height at a width."""
        if self._known[0] != width:
            self._known = (width, self._measure(width))
        return self._known[1]

    def part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        """Return what fits in some room, and the rest; nothing when it cannot be parted there. On a fresh page it must be."""
        if not fresh and self.measure(width) <= self.whole and room <= self.wasted:
            return None
        return self._part(width, room, fresh=fresh)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw from the left at `x` down from `top`."""

    def _measure(self, width: float) -> float:  # noqa: ARG002 - what holds nothing has no height
        return 0.0

    def _part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":  # noqa: ARG002
        return None


def gap(before: Box, after: Box) -> float:
    """Return the gap between two boxes, one below the other."""
    return max(before.after, after.before)


def height_of(boxes: Sequence[Box], width: float, squeeze: float = 1.0) -> float:
    """Return how far down boxes reach, one below the other."""
    return sum(box.measure(width) for box in boxes) + sum(gap(above, box) for above, box in pairwise(boxes)) * squeeze


def filled(boxes: Sequence[Box], width: float, room: float, *, fresh: bool, squeeze: float = 1.0) -> tuple[list[Box], list[Box]]:
    """Return the boxes that fit in some room one below the other, and the rest; the last may be parted between both."""
    placed: list[Box] = []
    used = 0.0
    for place, box in enumerate(boxes):
        above = gap(placed[-1], box) * squeeze if placed else 0.0
        height = box.measure(width)
        if used + above + height <= room + 0.01:
            placed.append(box)
            used += above + height
            continue
        halves = box.part(width, room - used - above, fresh=fresh and not placed)
        if not halves and fresh and placed and not _kept(placed, width, squeeze, is_whole=False):
            halves = box.part(width, room - used - above, fresh=True)  # else a heading would have the page to itself
        end = [*placed, halves[0]] if halves else placed
        cut = _kept(end, width, squeeze, is_whole=not halves and box.is_start)
        moved = _cut_before(boxes, cut, width) if cut < len(end) else None
        if moved and (moved[0] or not fresh):
            return moved
        return end, [halves[1], *boxes[place + 1 :]] if halves else list(boxes[place:])
    return placed, []


def _kept(placed: Sequence[Box], width: float, squeeze: float, *, is_whole: bool) -> int:
    """Return how many of the placed boxes may stay when more follow on the next page: none that must keep more with it.

    What a heading leads may be shorter than that: it is enough when the next section begins where the page ends (`is_whole`).
    """
    end, below = len(placed), 0.0
    for place in range(len(placed) - 1, -1, -1):
        box = placed[place]
        if box.keep > below and not (is_whole and below):
            end, below, is_whole = place, 0.0, box.is_start
        else:
            below += box.measure(width) + (gap(placed[place - 1], box) * squeeze if place else 0)
    return end


def _cut_before(boxes: Sequence[Box], cut: int, width: float) -> tuple[list[Box], list[Box]]:
    """Move a box to the next page with what it must stay with; of a tall one only its last lines."""
    box = boxes[cut]
    halves = box.part(width, box.measure(width) - 60, fresh=False) if box.measure(width) > 120 else None
    if halves:
        return [*boxes[:cut], halves[0]], [halves[1], *boxes[cut + 1 :]]
    return list(boxes[:cut]), list(boxes[cut:])


def keep_followers(boxes: Sequence[Box]) -> None:
    """Let what stands before a box that never begins a page go with it."""
    for before, box in pairwise(boxes):
        if box.follows:
            before.keep = max(before.keep, 1.0)


class Stack(Box):
    """Boxes one below the other inside a padding; `start` is the side where the text begins."""

    least = 0.0  # the height that stays on a page when the rest goes to the next

    def __init__(
        self,
        parts: Sequence[Box],
        *,
        start: float = 0,
        end: float = 0,
        top: float = 0,
        bottom: float = 0,
        is_mirrored: bool = False,
    ) -> None:
        super().__init__()
        self.parts = list(parts)
        keep_followers(self.parts)
        self.start, self.end, self.top, self.bottom, self.is_mirrored = start, end, top, bottom, is_mirrored

    def _inner(self, width: float) -> float:
        return max(width - self.start - self.end, 12)

    def _measure(self, width: float) -> float:
        inner = self._inner(width)
        return height_of(self.parts, inner) + self.top + self.bottom

    def _part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        first, rest = filled(self.parts, self._inner(width), room - self.top - self.bottom, fresh=fresh)
        if not first or not rest or (not fresh and height_of(first, self._inner(width)) < self.least):
            return None
        halves = self.again(first, is_first=True), self.again(rest, is_first=False)
        halves[0].before, halves[1].after = self.before, self.after
        return halves

    def again(self, parts: Sequence[Box], *, is_first: bool) -> "Stack":  # noqa: ARG002 - a hanging mark needs to know
        """Return a stack like this one with other parts."""
        return Stack(
            parts, start=self.start, end=self.end, top=self.top, bottom=self.bottom, is_mirrored=self.is_mirrored
        )  # fmt: skip

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the parts from the top."""
        inner, y = self._inner(width), top - self.top
        left = x + (self.end if self.is_mirrored else self.start)
        for place, part in enumerate(self.parts):
            y -= gap(self.parts[place - 1], part) if place else 0
            part.draw(pen, left, y, inner)
            y -= part.measure(inner)


class Levelled(Stack):
    """A stack that may be taller than what it holds."""

    least = 0.0

    def _measure(self, width: float) -> float:
        return max(super()._measure(width), self.least)

    def stretch(self, least: float) -> None:
        """Make it so tall at least."""
        self.least = least
        self._known = (-1.0, 0.0)


class Row(Box):
    """Boxes beside each other from the start side, each of its share of the width."""

    level: "Sequence[Levelled]" = ()  # boxes in it that are all made as tall as the tallest
    least = 0.0  # of the width: in less, they stand below each other

    def __init__(self, parts: Sequence[Box], shares: Sequence[float], *, between: float = 0, is_mirrored: bool = False) -> None:
        super().__init__()
        self.parts, self._shares, self._between, self._is_mirrored = list(parts), tuple(shares), between, is_mirrored

    def _widths(self, whole: float) -> list[float]:
        room = max(whole - self._between * (len(self._shares) - 1), 1)
        return [room * share / sum(self._shares) for share in self._shares]

    def _stacked(self, width: float) -> Stack | None:
        """Return the boxes below each other where they have no room beside each other."""
        if width >= self.least:
            return None
        return Stack(self.parts, is_mirrored=self._is_mirrored)

    def _measure(self, width: float) -> float:
        stacked = self._stacked(width)
        if stacked:
            return stacked.measure(width)
        tallest = self._tallest(width)
        for box in self.level:
            box.stretch(tallest)
        return tallest

    def _tallest(self, width: float) -> float:
        return max((part.measure(one) for part, one in zip(self.parts, self._widths(width), strict=True)), default=0.0)

    def _part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        stacked = self._stacked(width)
        if stacked:
            return stacked.part(width, room, fresh=fresh)
        halves = []
        for part, one in zip(self.parts, self._widths(width), strict=True):
            cut = (part, Box()) if part.measure(one) <= room else part.part(one, room, fresh=fresh)
            if cut is None:
                return None
            halves.append(cut)
        made = self.again([half[0] for half in halves]), self.again([half[1] for half in halves])
        made[0].before, made[1].after = self.before, self.after
        return made

    def again(self, parts: Sequence[Box]) -> "Row":
        """Return a row like this one with other parts."""
        return Row(parts, self._shares, between=self._between, is_mirrored=self._is_mirrored)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw the parts from one common top, the first at the start side."""
        stacked = self._stacked(width)
        if stacked:
            stacked.draw(pen, x, top, width)
            return
        at = 0.0
        for part, one in zip(self.parts, self._widths(width), strict=True):
            part.draw(pen, x + width - at - one if self._is_mirrored else x + at, top, one)
            at += one + self._between
