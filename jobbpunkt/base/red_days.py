"""Red days in Sweden: Sundays, holidays and the eves that are free, so that nobody is asked to come on one."""

from datetime import date, timedelta
from functools import cache

SATURDAY = 5
# "De facto" are the eves of midsummer, Christmas and New Year: not red in the calendar, but nobody works.
_KINDS = ("public", "de_facto")


def name_of(day: date) -> str:
    """Return the name of the holiday that a day is, in Swedish, or nothing."""
    return _of_year(day.year).get(day, "")


def workday_from(day: date) -> date:
    """Return the day itself, or the first day after it on which people work."""
    while day.weekday() >= SATURDAY or name_of(day):
        day += timedelta(days=1)
    return day


@cache
def _of_year(year: int) -> dict[date, str]:
    from holidays import country_holidays  # the first page does not need it

    return dict(country_holidays("SE", years=year, language="sv", categories=_KINDS))
