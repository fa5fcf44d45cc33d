"""An indicator, and one month's answers."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

SAFETY_INDEX = "safety_index"


@dataclass(frozen=True, slots=True)
class MonthResult:
    """One month's answers."""

    month: date
    answers: int
    positive: int

    @property
    def share(self) -> Decimal | None:
        """The share of good answers in per cent, one decimal; None when nobody answered."""
        return round(Decimal(100 * self.positive) / self.answers, 1) if self.answers else None


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator as read, with its readings in order of month and its targets by year."""

    id: UUID
    key: str
    name: str
    question: str
    readings: tuple[MonthResult, ...]
    targets: dict[int, float]
