"""Calendar months, each told by any of its days."""

from datetime import date, timedelta

_INTO_THE_NEXT = timedelta(31)  # from the first day of whichever month


def month_after(day: date) -> date:
    """Return the first day of the month after the one that a day lies in."""
    return (day.replace(day=1) + _INTO_THE_NEXT).replace(day=1)


def month_before(day: date) -> date:
    """Return the first day of the month before the one that a day lies in."""
    return (day.replace(day=1) - timedelta(1)).replace(day=1)


def last_of(month: date) -> date:
    """Return the last day of the month that a day lies in."""
    return month_after(month) - timedelta(1)
