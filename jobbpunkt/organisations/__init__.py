"""Organisations: employers, partners and associations, and what each of them took part in."""

from jobbpunkt.organisations.data import OrganisationRow, TookPart
from jobbpunkt.organisations.fields import OrganisationDetails
from jobbpunkt.organisations.reading import choices, find, rows, took_part
from jobbpunkt.organisations.writing import change, create, find_or_create, remove

__all__ = [
    "OrganisationDetails",
    "OrganisationRow",
    "TookPart",
    "change",
    "choices",
    "create",
    "find",
    "find_or_create",
    "remove",
    "rows",
    "took_part",
]
