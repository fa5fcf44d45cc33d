"""Dates as people know them: a year, a year and month, or a day."""

import re
from datetime import date

_ISO = re.compile(r"(?P<year>[12]\d{3})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2})(?:[T ].*)?)?)?")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>[12]\d{3})")
_ONGOING = frozenset({"present", "current", "now", "ongoing", "to date", "today", "nu", "pågår", "pågående", "tills vidare"})


def is_ongoing(typed: str) -> bool:
    """Tell whether the text says that something still goes on, as some programs write instead of an end."""
    return typed.strip().casefold() in _ONGOING


def tidy(typed: str) -> str:
    """Return 2020, 2020-06 or 2020-06-15 for what was typed, empty for nothing; ValueError when there is no such date."""
    text = typed.strip()
    if not text:
        return ""
    found = _ISO.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if found is None:
        raise ValueError(text)
    parts = [int(part) for part in (found["year"], found["month"], found.groupdict().get("day")) if part]
    date(*[*parts, 1, 1][:3])  # ValueError for a month 13 or a 30 February
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def ends_before(start: str, end: str) -> bool:
    """Tell whether a tidy end lies before a tidy start, as far as both are known."""
    shared = min(len(start), len(end))
    return shared > 0 and end[:shared] < start[:shared]
