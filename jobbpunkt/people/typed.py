"""What was typed about a person, checked and written in one way."""

from datetime import date
from typing import Any

from jobbpunkt import checks, identity
from jobbpunkt.errors import InvalidInput
from models.vocabulary import Sex

_LINES = ("given_name", "family_name", "street", "postal_code", "city", "district", "language", "interpreter", "driving_licence")


def checked(values: dict[str, Any], *, today: date) -> dict[str, Any]:
    """Return the values of a PersonData tidied; InvalidInput names the first field that cannot be used."""
    tidy = {name: checks.line(values[name], field=name, longest=checks.NAME, required=name == "given_name") for name in _LINES}
    tidy["contact_note"] = checks.line(values["contact_note"], field="contact_note")
    tidy["own_goal"] = checks.text(values["own_goal"], field="own_goal", longest=checks.NOTE)
    tidy["phone"] = phone(values["phone"])
    tidy["email"] = email(values["email"])
    return values | tidy | _birth(values, today)


def reason(typed: str) -> str:
    """Return why somebody opens what is protected; it must be said."""
    return checks.line(typed, field="reason", required=True)


def phone(typed: str) -> str:
    """Return a telephone number as Swedes write it, a foreign one with its country code."""
    if not typed.strip():
        return ""
    import phonenumbers  # loaded when a number is typed: its tables are large

    try:
        number = phonenumbers.parse(typed, "SE")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise InvalidInput(
            "{typed} is not a telephone number. Write it as 070-123 45 67.", field="phone", typed=typed.strip()[:30]
        )
    home = number.country_code == phonenumbers.country_code_for_region("SE")
    style = phonenumbers.PhoneNumberFormat.NATIONAL if home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def email(typed: str) -> str:
    """Return a normalised e-mail address; whether it can be delivered is not asked of any server."""
    if not typed.strip():
        return ""
    from email_validator import EmailNotValidError, validate_email

    try:
        # test_environment lets example domains through, which fictitious people have
        return validate_email(typed.strip(), check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        shown = typed.strip()[:60]
        raise InvalidInput("{typed} is not an e-mail address. Write it as name@example.se.", field="email", typed=shown) from None


def _birth(values: dict[str, Any], today: date) -> dict[str, Any]:
    """Return number, year and date in step; the number wins, since it has a check digit."""
    number = identity.read(values["identity_number"], today=today)
    born: date | None = checks.past_day(values["birth_date"], today, field="birth_date")
    if number is None:
        year = born.year if born else checks.whole(values["birth_year"], field="birth_year", least=1900, most=today.year)
        return {"identity_number": "", "birth_year": year}
    sex = Sex.WOMAN if number.woman else Sex.MAN
    return {
        "identity_number": number.digits,
        "birth_year": number.birth_year,
        "birth_date": number.birth_date or born,
        "sex": sex if values["sex"] is Sex.NOT_STATED else values["sex"],
    }
