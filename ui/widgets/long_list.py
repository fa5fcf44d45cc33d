"""Which rows of a long list are near what is seen, and how tall those are that are not made."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

# Before any row has been seen.
GUESS = 56


class Heights:
    """How tall the rows of a list are: as they were last seen, or as the others are."""

    def __init__(self, spacing: int) -> None:
        self._spacing = spacing
        self._usual = GUESS
        self._known: dict[Hashable, int] = {}
        self._keys: Sequence[Hashable] = ()
        self._ends: list[int] = []

    def begin(self, keys: Sequence[Hashable]) -> None:
        """Hold these rows from now on; what is known of those that stay is kept."""
        self._keys = keys
        held = set(keys)
        self._known = {key: height for key, height in self._known.items() if key in held}
        self._measure()

    def learn(self, seen: Mapping[Hashable, int]) -> bool:
        """Keep how tall rows are that have been laid out; tell whether they are the first, who say how tall the others are."""
        news = {key: height for key, height in seen.items() if height > 0 and self._known.get(key) != height}
        first = bool(news) and not self._known
        if first:
            # Only once: were it to change with each row, what is seen would move while one scrolls.
            self._usual = round(sum(news.values()) / len(news))
        if news:
            self._known |= news
            self._measure()
        return first

    def between(self, top: int, bottom: int) -> tuple[int, int]:
        """Return the first and the last row between two heights."""
        last = len(self._ends) - 1
        first = next((number for number, end in enumerate(self._ends) if end > top), last)
        return first, next((number for number, end in enumerate(self._ends) if end >= bottom), last)

    def of(self, numbers: range) -> int:
        """Return how tall these rows are together, with what is between them."""
        return self._ends[numbers[-1]] - (self._ends[numbers[0] - 1] + self._spacing if numbers[0] else 0)

    def _measure(self) -> None:
        heights = (self._known.get(key, self._usual) + self._spacing for key in self._keys)
        self._ends = [end - self._spacing for end in accumulate(heights)]


def near(seen: tuple[int, int], count: int, least: int) -> range:
    """Return the rows to make around those that are seen: a quarter as many on each side, and at least `least` in all."""
    first, last = seen
    more = max((last - first + 1) // 4, (least - (last - first + 1)) // 2, 2)
    start = max(0, min(first - more, count - least))
    return range(start, min(count, max(last + more + 1, start + least)))


def gaps(made: Sequence[int], count: int) -> Iterator[tuple[int, range]]:
    """Yield the rows that are not made before each that is, and at last, under `count`, those after all."""
    for before, after in pairwise((-1, *made, count)):
        if after - before > 1:
            yield after, range(before + 1, after)
