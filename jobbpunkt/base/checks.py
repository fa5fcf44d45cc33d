"""Checks of what people type, each refusing with one sentence that says what to do."""

import unicodedata
from datetime import date
from typing import TypeVar

from jobbpunkt.base import days
from jobbpunkt.base.errors import InvalidInput

D = TypeVar("D", date, date | None)  # a day that is there stays there
NAME, TITLE, NOTE = 100, 200, 20_000  # longest lengths, in characters
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cf", "Cc", "Cn", "Mn", "Me"})
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and a pattern of Braille by category, blank to the eye
FIRST_YEAR, LAST_YEAR = 1900, 2100  # of what a register can mean
_EARLIEST, _LATEST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)


def text(value: str, *, field: str, longest: int = TITLE, required: bool = False) -> str:
    """Return typed text tidied: NFC, no outer blanks, no control characters but line breaks and tabs."""
    tidy = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    tidy = "".join(sign for sign in tidy if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"}).strip()
    if required and not any(map(_shows, tidy)):
        raise InvalidInput("This must be filled in.", field=field)
    if len(tidy) > longest:
        raise InvalidInput(
            "This is {length} characters long; shorten it to at most {longest}.", field=field, length=len(tidy), longest=longest
        )
    return tidy


def _shows(sign: str) -> bool:
    """Tell whether a sign leaves a mark on paper by itself: no blank, no zero-width sign, no filler."""
    return unicodedata.category(sign) not in _UNSEEN and sign not in _FILLERS


def line(value: str, *, field: str, longest: int = TITLE, required: bool = False) -> str:
    """Like `text`, for one line: line breaks become blanks."""
    return " ".join(text(value, field=field, longest=longest, required=required).split())


def day(value: D, *, field: str) -> D:
    """Refuse a day that no register can mean, such as one in the year 20 or 2200."""
    if value is not None and not _EARLIEST <= value <= _LATEST:
        raise InvalidInput("{day} cannot be right. Write a day between 1900 and 2100.", field=field, day=value.isoformat())
    return value


def chosen_day(value: date | None, *, field: str) -> date:
    """Return the day; refuses that none was chosen."""
    if value is None:
        raise InvalidInput("Choose a day.", field=field)
    return value


def past_day(value: D, today: date, *, field: str) -> D:
    """Refuse the day of something that happened, where that day has not come yet."""
    day(value, field=field)
    if value is not None and value > today:
        raise InvalidInput("This day has not come yet. Write the day it happened.", field=field)
    return value


def day_order(first: date | None, last: date | None, *, field: str) -> None:
    """Refuse an end before its beginning."""
    if first is not None and last is not None and last < first:
        raise InvalidInput("The end is before the beginning. Change one of the days.", field=field)


def whole(value: int | None, *, field: str, least: int = 0, most: int = 1_000_000) -> int | None:
    """Refuse a number out of bounds."""
    if value is not None and not least <= value <= most:
        raise InvalidInput("Write a number from {least} to {most}.", field=field, least=least, most=most)
    return value


def year(value: int | None, *, field: str) -> int | None:
    """Refuse what is no year that anything here can be of."""
    return whole(value, field=field, least=FIRST_YEAR, most=LAST_YEAR)


def parse_day(value: str, today: date, *, field: str) -> date | None:
    """Return the day that was typed as people write them, or None for nothing typed."""
    typed = value.strip()
    if not typed:
        return None
    try:
        return day(days.read(typed, today), field=field)
    except ValueError:
        raise InvalidInput("{typed} is not a day. Write it as 2020-06-15.", field=field, typed=typed[:30]) from None


def phone(typed: str, *, field: str) -> str:
    """Return a telephone number as Swedes write it, a foreign one with its country code."""
    if not typed.strip():
        return ""
    import phonenumbers  # loaded when a number is typed: its tables are large

    try:
        number = phonenumbers.parse(typed, "SE")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise InvalidInput("{typed} is not a telephone number. Write it as 070-123 45 67.", field=field, typed=typed.strip()[:30])
    home = number.country_code == phonenumbers.country_code_for_region("SE")
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def email(typed: str, *, field: str) -> str:
    """Return a normalised e-mail address; whether it can be delivered is not asked of any server."""
    if not typed.strip():
        return ""
    from email_validator import EmailNotValidError, validate_email

    try:
        # test_environment lets example domains through, which fictitious people have
        return validate_email(typed.strip(), check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        shown = typed.strip()[:60]
        raise InvalidInput("{typed} is not an e-mail address. Write it as name@example.se.", field=field, typed=shown) from None
