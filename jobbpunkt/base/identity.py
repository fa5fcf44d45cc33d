"""Personnummer and samordningsnummer: read from what was typed, checked by a library, stored as 12 digits."""

import re
from dataclasses import dataclass
from datetime import date

from stdnum import luhn
from stdnum.se import orgnr

from jobbpunkt.base.errors import InvalidInput

_HYPHENS = str.maketrans({"–": "-", "−": "-", "‐": "-", "‑": "-", "—": "-", "\u00a0": " "})
_SHAPE = re.compile(r"(?P<century>\d{2})?(?P<year>\d{2})(?P<month>\d{2})(?P<day>\d{2})(?P<sign>[-+]?)(?P<rest>\d{4})")
_COORDINATION = 60


@dataclass(frozen=True, slots=True)
class IdentityNumber:
    """A checked number: 12 digits, whether it is a samordningsnummer, and what it tells of the birth.

    `birth_date` is None when a samordningsnummer leaves month or day open or names a day that does not exist.
    """

    digits: str
    coordination: bool
    birth_year: int
    birth_date: date | None

    @property
    def shown(self) -> str:
        """Return the number as people write it: 19980504-2398."""
        return shown(self.digits)

    @property
    def woman(self) -> bool:
        """Whether the eleventh digit is even, which the population register gives women."""
        return int(self.digits[10]) % 2 == 0


def shown(digits: str) -> str:
    """Return a stored number as it is written on paper: ÅÅÅÅMMDD-NNNN."""
    return f"{digits[:8]}-{digits[8:]}"


def read(typed: str, *, today: date, field: str = "identity_number") -> IdentityNumber | None:
    """Return the number that was typed, or None for nothing typed.

    Raises InvalidInput with a sentence that says what is wrong: shape, date, check digit, or an organisation number.
    """
    compact = re.sub(r"\s", "", typed.translate(_HYPHENS))
    if not compact:
        return None
    shape = _SHAPE.fullmatch(compact)
    if shape is None:
        raise InvalidInput(
            "{typed} is not an identity number. Write 12 digits: ÅÅÅÅMMDD-NNNN.", field=field, typed=typed.strip()[:30]
        )
    if shape["century"] is None and int(shape["month"]) >= 20 and orgnr.is_valid(compact):
        raise InvalidInput(
            "This is an organisation number, not a person's. Leave the field empty or write a personnummer.", field=field
        )
    digits = _with_century(shape, today)
    return _checked(digits, field)


def _with_century(shape: re.Match[str], today: date) -> str:
    tail = f"{shape['month']}{shape['day']}{shape['rest']}"
    if shape["century"] is not None:
        return f"{shape['century']}{shape['year']}{tail}"
    year = today.year - (today.year - int(shape["year"])) % 100
    if shape["sign"] == "+":
        year -= 100
    return f"{year}{tail}"


def _checked(digits: str, field: str) -> IdentityNumber:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    coordination = day >= _COORDINATION
    real_day = day - _COORDINATION if coordination else day
    birth = _date(year, month, real_day)
    if not (birth or (coordination and 0 <= month <= 12 and 0 <= real_day <= 31)):
        raise InvalidInput("There is no such date in {number}. Check month and day.", field=field, number=digits[:8])
    if not luhn.is_valid(digits[2:]):
        number = shown(digits)
        raise InvalidInput(
            "The check digit of {number} is wrong. Compare it with the person's papers.", field=field, number=number
        )
    return IdentityNumber(digits, coordination, year, birth)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
