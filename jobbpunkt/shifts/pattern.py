"""The days of a shift that comes back every week, red days apart."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from jobbpunkt.base import red_days

MOST = 400  # shifts made in one step: a year of weekdays and more


@dataclass(frozen=True, slots=True)
class WeeklyDays:
    """The days that shifts are made on, and the red days that are passed over, with what they are called."""

    days: tuple[date, ...]
    skipped: tuple[tuple[date, str], ...] = ()


def weekly(first: date, until: date, weekdays: Collection[int] = ()) -> WeeklyDays:
    """Return the days from `first` to `until` that fall on these weekdays, 0 being Monday; without any, on that of `first`."""
    wanted = set(weekdays) or {first.weekday()}
    days, skipped = [], []
    for number in range((until - first).days + 1):
        day = first + timedelta(number)
        if day.weekday() in wanted:
            name = red_days.name_of(day)
            if name:
                skipped.append((day, name))
            else:
                days.append(day)
    return WeeklyDays(tuple(days), tuple(skipped))
