"""Days, spans and numbers as a language writes them, from Babel's data: months in words, Western digits, never dd/mm."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Literal

from babel import Locale
from babel.dates import format_date, get_day_names
from babel.numbers import format_decimal

DayStyle = Literal["weekday_name", "weekday", "weekday_year", "long", "day", "short", "month", "short_month"]
# The parts of a style, as CLDR names their order; not every language has the first.
_ORDERS: Mapping[DayStyle, tuple[str, ...]] = MappingProxyType(
    {"weekday": ("MMMMEEEEd", "MMMMEd", "MMMEd"), "day": ("MMMMd", "MMMd"), "month": ("yMMMM", "yMMM")}
)
_SHORT_ORDERS: Mapping[DayStyle, tuple[str, DayStyle]] = MappingProxyType(
    {"short": ("MMMd", "day"), "short_month": ("yMMM", "month")}
)
# What people write where the data of a language have the year or the month first, cut names to what is another word, or let
# an era or a sign end up on a line of its own.
OWN_PATTERNS: Mapping[tuple[str, DayStyle], str] = MappingProxyType(
    {
        ("ti", "long"): "d MMMM y",
        ("ti", "short"): "d MMMM",
        ("ti", "short_month"): "MMMM y",
        ("so", "weekday"): "EEEE, d MMMM",
        ("so", "weekday_year"): "EEEE, d MMMM y",
        ("so", "long"): "d MMMM y",
        ("so", "day"): "d MMMM",
        ("so", "short"): "d MMM",
        ("uk", "weekday_year"): "EEEE, d MMMM y\u00a0'р'.",
        ("uk", "long"): "d MMMM y\u00a0'р'.",
        ("uk", "month"): "LLLL y\u00a0'р'.",
        ("uk", "short_month"): "LLL y",
        ("th", "weekday_year"): "EEEEที่ d MMMM y",
        ("th", "long"): "d MMMM y",
        ("ckb", "weekday_year"): "EEEE، dی MMMMی y",
        ("ckb", "day"): "dی MMMM",
        ("ckb", "month"): "MMMMی y",
        ("ku", "short"): "d'ê' MMMM'ê'",
        ("ku", "short_month"): "MMMM y",
    }
)
_FIELDS = re.compile("'[^']*'|E+|c+|M+|L+")
_NUMBERED = re.compile(r"(?<![ML])[ML]{1,2}(?![ML])")
_WIDE = 4  # signs of a pattern that stand for a name in full
_NAME = 3  # and for a name at all


def written(value: date, style: DayStyle, locale: str) -> str:
    """Return a day as people of that language write it; `style` as in `PaperWords.day`."""
    return format_date(value, _pattern(style, locale), locale=locale)


def is_near(day: date, today: date) -> bool:
    """Tell whether a day lies in today's half-year or the next, where nobody needs to be told its year."""
    return 0 <= _half_years(day) - _half_years(today) <= 1


def _half_years(day: date) -> int:
    return 2 * day.year + (day.month > 6)


def span(first: date, last: date, locale: str) -> str:
    """Return first and last day with what they share said once: 25 maj–18 juni 2020."""
    if first == last:
        return written(first, "long", locale)
    known = Locale.parse(locale).interval_formats
    differs = next(name for name, one, other in _parts(first, last) if one != other)
    halves = [_widened(half) for half in known.get("yMMMd", {}).get(differs, ())]
    if len(halves) != 2 or any(_NUMBERED.search(half) for half in halves):
        between = str(known[None])
        return between.format(written(first, "long", locale), written(last, "long", locale))
    return "".join(format_date(day, half, locale=locale) for day, half in zip((first, last), halves, strict=True))


def weekday(number: int, locale: str) -> str:
    """Return what a day of the week is called where it stands alone, 0 being Monday: Måndag."""
    return str(get_day_names("wide", "stand-alone", locale)[number]).capitalize()


def number(value: float | Decimal, decimals: int, locale: str) -> str:
    """Write a number: 3 500 and 78,4 in Swedish."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=locale, numbering_system="latn")


def amount(value: float | None, locale: str) -> str:
    """Write a value of a chart, with a decimal where it has one; a dash where nobody knows it."""
    return "–" if value is None else number(value, 0 if float(value).is_integer() else 1, locale)


def _parts(first: date, last: date) -> tuple[tuple[str, int, int], ...]:
    return (("y", first.year, last.year), ("M", first.month, last.month), ("d", first.day, last.day))


@cache
def _pattern(style: DayStyle, code: str) -> str:
    """Return the pattern of a style: the language's own order of the parts, with names in full where CLDR shortens them."""
    locale = Locale.parse(code)
    if (code, style) in OWN_PATTERNS:
        return OWN_PATTERNS[code, style]
    if style == "weekday_name":
        return "EEEE"
    if style == "weekday_year":
        return str(locale.date_formats["full"].pattern)
    if style == "long":
        return str(locale.date_formats["long"].pattern)
    known = locale.datetime_skeletons
    if style in _SHORT_ORDERS:
        order, fuller = _SHORT_ORDERS[style]
        pattern = str(known[order].pattern)
        return _pattern(fuller, code) if _NUMBERED.search(pattern) else pattern
    return _widened(next(str(known[order].pattern) for order in _ORDERS[style] if order in known))


def _widened(pattern: str) -> str:
    return _FIELDS.sub(_in_full, pattern).replace("dd", "d")  # a few write a nought before the day in spans alone


def _in_full(field: re.Match[str]) -> str:
    sign, length = field[0][0], len(field[0])
    is_name = sign in "Ec" or (sign in "ML" and length == _NAME)
    return sign * _WIDE if is_name else field[0]
