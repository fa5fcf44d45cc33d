"""Calendar periods: months, quarters, half-years and years, the only ones of which figures about persons leave the program."""

from datetime import date

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.months import last_of

LENGTHS = (1, 3, 6, 12)  # months


def calendar_period(day: date, months: int) -> tuple[date, date]:
    """Return the first and the last day of the calendar period of so many months that holds a day."""
    begins = (day.month - 1) // months * months + 1
    return date(day.year, begins, 1), last_of(date(day.year, begins + months - 1, 1))


def is_calendar(first: date, last: date) -> bool:
    """Tell whether some days are a month, a quarter, a half-year or a year."""
    return any(calendar_period(first, months) == (first, last) for months in LENGTHS)


def nearest(first: date, last: date) -> tuple[date, date]:
    """Return the calendar period whose days differ least from these, the shorter of two."""
    asked = {calendar_period(day, months) for day in (first, last) for months in LENGTHS}
    return min(sorted(asked, key=lambda one: one[1] - one[0]), key=lambda one: abs(one[0] - first) + abs(one[1] - last))


def refused_period(first: date, last: date) -> InvalidInput:
    """Return what is said of other days: which calendar period is nearest."""
    start, end = nearest(first, last)
    return InvalidInput(
        "Figures about persons leave the program only for a month, a quarter, a half-year or a year. "
        "The nearest is {first} to {last}.",
        field="last",
        first=start.isoformat(),
        last=end.isoformat(),
    )
