"""Short texts that follow each other on a line: how to reach somebody, a post and where it was held."""

from collections.abc import Sequence

from jobbpunkt.documents.pdf.boxes import Box
from jobbpunkt.documents.pdf.pen import Pen
from jobbpunkt.documents.pdf.texts import Words
from jobbpunkt.documents.scripts import plain

_GAP, _GAP_WITH_DOT = 0.8, 1.5  # of the size, between two texts

Line = list[tuple[Words, float]]


class Flowing(Box):
    """Texts from the start side, each as wide as it needs to be, on as many lines as they take."""

    def __init__(self, parts: Sequence[Words], dot: str, *, is_mirrored: bool) -> None:
        super().__init__()
        self._parts, self._dot, self._is_mirrored = list(parts), dot, is_mirrored
        self._gap = parts[0].style.fontSize * (_GAP_WITH_DOT if dot else _GAP)

    def _lines(self, width: float) -> list[Line]:
        lines: list[Line] = [[]]
        left = width
        for part in self._parts:
            needed = min(part.widest(), width)
            if lines[-1] and needed + self._gap > left:
                lines.append([])
                left = width
            left -= needed + (self._gap if lines[-1] else 0)
            lines[-1].append((part, needed))
        return lines

    def _measure(self, width: float) -> float:
        return sum(map(_height, self._lines(width)))

    def _part(self, width: float, room: float, *, fresh: bool) -> "tuple[Box, Box] | None":
        first: list[Words] = []
        for line in self._lines(width):
            room -= _height(line)
            if room < 0:
                break
            first += [part for part, _ in line]
        rest = self._parts[len(first) :]
        if first and rest:
            return self._again(first), self._again(rest)
        halves = rest[0].part(width, room + _height(self._lines(width)[0]), fresh=fresh) if rest else None
        if halves is None:
            return None
        return halves[0], self._again([halves[1], *rest[1:]])  # type: ignore[list-item] # both halves are words

    def _again(self, parts: Sequence[Words]) -> "Flowing":
        made = Flowing(parts, self._dot, is_mirrored=self._is_mirrored)
        made.after = self.after
        return made

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Draw line by line, the dots as ornaments."""
        for line in self._lines(width):
            at = 0.0
            for part, wide in line:
                if at:
                    self._draw_dot(pen, x + width - at if self._is_mirrored else x + at, top, part)
                    at += self._gap
                part.draw(pen, x + width - at - wide if self._is_mirrored else x + at, top, wide)
                at += wide
            top -= _height(line)

    def _draw_dot(self, pen: Pen, x: float, top: float, part: Words) -> None:
        if self._dot:
            wide = plain.width_of(self._dot, part.style)
            middle = x - self._gap / 2 if self._is_mirrored else x + self._gap / 2
            with pen.ornament() as canvas:
                at = middle + wide / 2 if self._is_mirrored else middle - wide / 2
                plain.draw_line(canvas, at, top - part.style.fontSize, self._dot, part.style)


def _height(line: Line) -> float:
    return max(part.measure(wide) for part, wide in line)
