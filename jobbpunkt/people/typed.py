"""What was typed about a person, checked and written in one way."""

from datetime import date
from typing import Any

from jobbpunkt.base import checks, fields, identity
from jobbpunkt.people.fields import FIELDS, PersonData
from models.vocabulary import Sex


def checked(data: PersonData, *, today: date) -> dict[str, Any]:
    """Return the values of the data tidied; InvalidInput names the first field that cannot be used."""
    tidy = fields.checked(FIELDS, data)
    return tidy | _birth(tidy, today)


def reason(typed: str) -> str:
    """Return why somebody opens what is protected; it must be said."""
    return checks.line(typed, field="reason", required=True)


def _birth(values: dict[str, Any], today: date) -> dict[str, Any]:
    """Return number, year and date in step; the number wins, since it has a check digit."""
    number = identity.read(values["identity_number"], today=today)
    born: date | None = checks.past_day(values["birth_date"], today, field="birth_date")
    if number is None:
        year = born.year if born else values["birth_year"]
        checks.whole(year, field="birth_year", least=checks.FIRST_YEAR, most=today.year)
        return {"identity_number": "", "birth_year": year}
    sex = Sex.WOMAN if number.woman else Sex.MAN
    return {
        "identity_number": number.digits,
        "birth_year": number.birth_year,
        "birth_date": number.birth_date or born,
        "sex": sex if values["sex"] is Sex.NOT_STATED else values["sex"],
    }
