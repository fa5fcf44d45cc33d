"""The month that a sheet tells of: its days, and how far it can be told."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.months import last_of


@dataclass(frozen=True, slots=True)
class ToldMonth:
    """A calendar month, from its first day to the last that can be told; `is_over` when all of it can."""

    first: date
    last: date
    is_over: bool

    def holds(self, day: date) -> bool:
        """Tell whether a day is one of those that are told."""
        return self.first <= day <= self.last


def told(month: date, today: date) -> ToldMonth:
    """Return the month that a day lies in, as far as it can be told today; one that has not begun is refused."""
    first, last = month.replace(day=1), last_of(month)
    if first > today:
        raise InvalidInput("This month has not begun yet. Choose one that has.", field="month")
    return ToldMonth(first, min(last, today), is_over=last < today)
