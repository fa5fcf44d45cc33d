"""Days as people write them: a date, a weekday, tomorrow, in two weeks; always read as seen from a given today."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from types import MappingProxyType

from jobbpunkt.base.words import DAY_NAMES

_NAMED = MappingProxyType(
    {
        "idag": 0,
        "i dag": 0,
        "today": 0,
        "imorgon": 1,
        "i morgon": 1,
        "imorron": 1,
        "i morron": 1,
        "tomorrow": 1,
        "övermorgon": 2,
        "i övermorgon": 2,
        "iövermorgon": 2,
        "igår": -1,
        "i går": -1,
        "yesterday": -1,
    }
)
_ONE = MappingProxyType({"en": 1, "ett": 1, "one": 1, "a": 1, "två": 2, "two": 2, "tre": 3, "three": 3, "fyra": 4, "four": 4})
_UNITS = "dagar|dag|days|day|d|veckor|vecka|weeks|week|v|w|månader|månad|months|month|m"
_AHEAD = re.compile(rf"(?:\+|om |in )(?P<count>\d{{1,3}}|[a-zåäö]{{1,5}}) ?(?P<unit>{_UNITS})")
_SPOKEN = re.compile(r"(?:den )?(?P<day>\d{1,2})(?::?[ea]|st|nd|rd|th)? ?(?P<month>[a-zåäö]+)?\.?(?: (?P<year>\d{4}))?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/. ](\d{4}))?")
_WEEK = re.compile(r"(?:vecka|week|v\.?|w) ?(\d{1,2})")
_WEEKDAY = re.compile(r"(?P<next>nästa |next )?(?:på |on )?(?P<name>[a-zåäö]+)")
_SHORTEST = 3  # letters of a weekday or month: "tis", "jun"


class NoSuchDay(ValueError):
    """What was typed has the form of a day, but the calendar has none such: 2020-02-30, v 60."""


def read(typed: str, today: date) -> date:
    """Return the day meant by 2020-06-15, 15/6, 15 juni, fredag, nästa fredag, i morgon, +2v or v 25.

    A weekday is the next one to come, never today. Raises ValueError for anything else, NoSuchDay for the 30th of February.
    """
    said = " ".join(typed.casefold().split())
    for reader in (_named, _digits, _slashed, _ahead, _week, _spoken, _weekday):
        try:
            found = reader(said, today)
        except (OverflowError, ValueError) as error:
            # Bare digits may be a number of another kind.
            raise (ValueError if said.isdigit() else NoSuchDay)(typed) from error
        if found is not None:
            return found
    raise ValueError(typed)


def _named(said: str, today: date) -> date | None:
    return today + timedelta(_NAMED[said]) if said in _NAMED else None


def _digits(said: str, _: date) -> date | None:
    digits = re.sub(r"[-\s]", "", said)
    if not (digits.isascii() and digits.isdigit() and len(digits) in (6, 8)):
        return None
    # Two-digit years are of this century: nobody is born here, people are booked.
    full = digits if len(digits) == 8 else f"20{digits}"
    return date(int(full[:4]), int(full[4:6]), int(full[6:]))


def _slashed(said: str, today: date) -> date | None:
    found = _SLASHED.fullmatch(said)
    return date(int(found[3] or today.year), int(found[2]), int(found[1])) if found else None


def _ahead(said: str, today: date) -> date | None:
    found = _AHEAD.fullmatch(said)
    if found is None:
        return None
    word = found["count"]
    count = int(word) if word.isascii() and word.isdigit() else _ONE.get(word)
    if count is None:
        return None
    unit = found["unit"]
    if unit.startswith("d"):
        return today + timedelta(count)
    return today + timedelta(weeks=count) if unit[0] in "vw" else _months_on(today, count)


def _months_on(today: date, count: int) -> date:
    """Return the same day some months on, or the last of a month that is shorter."""
    year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
    after = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(today.day - 1), after - timedelta(1))


def _week(said: str, today: date) -> date | None:
    """Return the Monday of a week: of this year, or of the next when it has passed."""
    found = _WEEK.fullmatch(said)
    if found is None:
        return None
    monday = date.fromisocalendar(today.year, int(found[1]), 1)
    return monday if monday + timedelta(6) >= today else date.fromisocalendar(today.year + 1, int(found[1]), 1)


def _spoken(said: str, today: date) -> date | None:
    """Return 15 juni, the one to come where no year is said; "den 15" is the next fifteenth."""
    found = _SPOKEN.fullmatch(said)
    if found is None:
        return None
    day, year = int(found["day"]), int(found["year"] or 0)
    if found["month"] is None:
        return _next_of_month(day, today) if said.startswith("den ") and not year else None
    month = _place(found["month"], lambda names: names.months)
    if month is None:
        return None
    if year:
        return date(year, month + 1, day)
    this = date(today.year, month + 1, day)
    return this if this >= today else date(today.year + 1, month + 1, day)


def _next_of_month(day: int, today: date) -> date | None:
    this = date(today.year, today.month, day)
    return this if this >= today else _months_on(this, 1)


def _weekday(said: str, today: date) -> date | None:
    found = _WEEKDAY.fullmatch(said)
    number = _place(found["name"], lambda names: names.weekdays) if found else None
    if found is None or number is None:
        return None
    if found["next"]:  # the one in next week, as Swedes mean it
        return today + timedelta(7 - today.weekday() + number)
    return today + timedelta((number - today.weekday() - 1) % 7 + 1)


def _place(word: str, of: Callable[..., tuple[str, ...]]) -> int | None:
    """Return the place of a name that begins so, in any of the languages."""
    if len(word) < _SHORTEST:
        return None
    for names in DAY_NAMES.values():
        for place, name in enumerate(of(names)):
            if name.casefold().startswith(word):
                return place
    return None
