"""What is known of a person, in short groups as one reads them: on the person's page, and wherever else it is told."""

from types import MappingProxyType

from jobbpunkt.base import fields
from jobbpunkt.base.fields import Group
from jobbpunkt.base.words import Words
from jobbpunkt.people.fields import FIELDS, PersonData
from models.vocabulary import Protection


def groups(data: PersonData, words: Words) -> list[Group]:
    """Return everything that the data says; what nobody said is empty."""
    return fields.facts(FIELDS, data, words, _OWN)


def _born(data: PersonData, words: Words) -> str:
    return words.day(data.birth_date) if data.birth_date else str(data.birth_year or "")


def _protection(data: PersonData, words: Words) -> str:
    return words(data.protection.label) if data.protection is not Protection.NONE else ""


def _address(data: PersonData, _: Words) -> str:
    return "\n".join(filter(None, (data.street, f"{data.postal_code} {data.city}".strip())))


# What is told together, or only where it is so.
_OWN = MappingProxyType({"birth_date": _born, "protection": _protection, "street": _address})
