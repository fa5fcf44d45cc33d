"""An indicator, one measuring of it, its sub-questions, and how a year came out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from jobbpunkt.indicators.fields import IndicatorData
from models.vocabulary import Effect

SAFETY_INDEX = "safety_index"


@dataclass(frozen=True, slots=True)
class MonthResult:
    """One measuring, from the first day of its period: the answers, or where nobody told them the share alone (`stated`)."""

    month: date
    answers: int | None
    positive: int | None
    stated: Decimal | None = None

    @property
    def share(self) -> Decimal | None:
        """The share of good answers in per cent, one decimal; None when nobody answered."""
        if self.answers is None or self.positive is None:
            return None if self.stated is None else round(self.stated, 1)
        return round(Decimal(100 * self.positive) / self.answers, 1) if self.answers else None


@dataclass(frozen=True, slots=True)
class Factor:
    """A sub-question: which way it moved a year's result, its own share if it has one, and what is done about it."""

    id: UUID
    version: int
    year: int
    question: str
    effect: Effect
    share: Decimal | None
    action: str


@dataclass(frozen=True, slots=True)
class YearResult:
    """How a year came out: its share in per cent, what it aimed at, and the gap in points; what nobody knows is None."""

    year: int
    share: Decimal | None
    target: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        """How many points the year came out above its target; below it, less than zero."""
        return None if self.share is None or self.target is None else self.share - self.target


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator as read, with its readings in order of time, its targets by year and its sub-questions."""

    id: UUID
    version: int
    key: str
    data: IndicatorData
    readings: tuple[MonthResult, ...]
    targets: dict[int, float]
    factors: tuple[Factor, ...] = ()

    def in_year(self, year: int) -> YearResult:
        """Return how a year came out: of all its answers, or where any measuring is a share alone, the mean of its shares."""
        of_year = [one for one in self.readings if one.month.year == year and one.share is not None]
        target = self.targets.get(year)
        return YearResult(year, _share(of_year), None if target is None else round(Decimal(str(target)), 1))

    def years(self) -> tuple[int, ...]:
        """Return the years of which anything is known, in order."""
        known = {one.month.year for one in self.readings} | set(self.targets) | {one.year for one in self.factors}
        return tuple(sorted(known))


def _share(readings: list[MonthResult]) -> Decimal | None:
    answers, positive = [one.answers for one in readings], [one.positive for one in readings]
    if readings and None not in answers and None not in positive:
        return MonthResult(readings[0].month, sum(map(_known, answers)), sum(map(_known, positive))).share
    shares = [one.share for one in readings if one.share is not None]
    return round(sum(shares, Decimal(0)) / len(shares), 1) if shares else None


def _known(number: int | None) -> int:
    return number or 0
