"""What an inspection comes to, and how the group and the suppliers compare month by month."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from models.vocabulary import PointVerdict


@dataclass(frozen=True, slots=True)
class Score:
    """How many points passed of those that were judged; a point that is not relevant now is not judged."""

    passed: int
    judged: int

    @property
    def share(self) -> float | None:
        """Return how many of a hundred points passed; None where none was judged."""
        return 100 * self.passed / self.judged if self.judged else None

    @property
    def remarked(self) -> int:
        """Return how many points have a remark."""
        return self.judged - self.passed

    def __add__(self, other: "Score") -> "Score":
        """Return both together."""
        return Score(self.passed + other.passed, self.judged + other.judged)


NOTHING = Score(0, 0)


def score(verdicts: Iterable[PointVerdict | None]) -> Score:
    """Return what verdicts come to."""
    told = [verdict for verdict in verdicts if verdict in (PointVerdict.PASSED, PointVerdict.REMARKED)]
    return Score(sum(1 for verdict in told if verdict is PointVerdict.PASSED), len(told))


@dataclass(frozen=True, slots=True)
class Held:
    """One finished inspection: when, whose work it looked at, and what it came to."""

    day: date
    of_group: bool
    score: Score


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a month: what its inspections came to together, and how many they were."""

    score: Score = NOTHING
    inspections: int = 0

    @property
    def share(self) -> float | None:
        """Return the share of points that passed; None where nothing was inspected, which is never nought."""
        return self.score.share


@dataclass(frozen=True, slots=True)
class Month:
    """The group and the suppliers in one month."""

    first: date
    group: Side
    suppliers: Side


def by_month(held: Iterable[Held]) -> tuple[Month, ...]:
    """Return each month from the first inspection to the last, those without any in between included."""
    sides: dict[tuple[date, bool], Side] = defaultdict(Side)
    for one in held:
        key = (one.day.replace(day=1), one.of_group)
        before = sides[key]
        sides[key] = Side(before.score + one.score, before.inspections + 1)
    if not sides:
        return ()
    months = _between(min(first for first, _ in sides), max(first for first, _ in sides))
    return tuple(Month(first, sides.get((first, True), Side()), sides.get((first, False), Side())) for first in months)


def _between(first: date, last: date) -> list[date]:
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]
