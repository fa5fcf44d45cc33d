"""People and users that the tests of papers and applications share."""

from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.vocabulary import Protection, Role

NOOR = PersonData("Noor", "Exempelsson", phone="070-174 06 20", email="noor@example.se", city="Västerås", driving_licence="B")


U = TypeVar("U", bound=Reading)


def add_person(register: Register, data: PersonData = NOOR) -> UUID:
    with register.writing() as uow:
        return details.create(uow, data).record


def add_protected(register: Register) -> UUID:
    return add_person(register, replace(NOOR, protection=Protection.CONFIDENTIALITY_MARKING))


def as_role(uow: U, role: Role) -> U:
    """Return the transaction with the rights of one role only."""
    uow.user = replace(uow.user, roles=frozenset({role}))
    return uow


__all__ = ["NOOR", "Permission", "add_person", "add_protected", "as_role"]
