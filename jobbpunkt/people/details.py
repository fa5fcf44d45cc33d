"""One person's details: create, read, change, and the protection that seals what identifies them."""

import itertools
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt import history
from jobbpunkt.changes import Change
from jobbpunkt.i18n import N_
from jobbpunkt.people import typed
from jobbpunkt.people.names import PersonName, name_of
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.shield import require_protected
from jobbpunkt.unit_of_work import UnitOfWork
from models.person import Person
from models.vocabulary import EducationLevel, HistoryAction, Protection, Sex, SwedishLevel, WithoutWork

FIRST_REFERENCE = 1001
# What tells who or where somebody is: sealed together for a protected person.
IDENTIFYING = (
    "given_name",
    "family_name",
    "identity_number",
    "phone",
    "email",
    "street",
    "postal_code",
    "city",
    "district",
    "contact_note",
    "own_goal",
)


@dataclass(frozen=True, slots=True)
class PersonData:
    """What is typed about a person; only the name is required."""

    given_name: str
    family_name: str = ""
    identity_number: str = ""
    birth_year: int | None = None
    birth_date: date | None = None
    sex: Sex = Sex.NOT_STATED
    protection: Protection = Protection.NONE
    phone: str = ""
    email: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    district: str = ""
    contact_note: str = ""
    tenant: bool | None = None
    language: str = ""
    interpreter: str = ""
    swedish: SwedishLevel = SwedishLevel.NOT_STATED
    education: EducationLevel = EducationLevel.NOT_STATED
    without_work: WithoutWork = WithoutWork.NOT_STATED
    driving_licence: str = ""
    own_goal: str = ""


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """A person as read; `data` lacks what identifies a protected person unless it was revealed."""

    id: UUID
    version: int
    name: PersonName
    data: PersonData
    revealed: bool


def create(uow: UnitOfWork, data: PersonData) -> Change:
    """Add a person; gives them the next reference number."""
    uow.require(Permission.EDIT_PEOPLE)
    if data.protection is not Protection.NONE:
        require_protected(uow)
    row = uow.add(Person(reference=_next_reference(uow), removed=False))
    _write(uow, row, data)
    return uow.change(row, N_("The person has been added."))


def create_all(uow: UnitOfWork, people: Iterable[PersonData]) -> list[UUID]:
    """Add people of a list whose words have been checked, none of them protected, with numbers that follow each other."""
    uow.require(Permission.EDIT_PEOPLE)
    numbers = itertools.count(_next_reference(uow))
    return [_add(uow, data, reference).id for data, reference in zip(people, numbers, strict=False)]


def _add(uow: UnitOfWork, data: PersonData, reference: int) -> Person:
    row = uow.add(Person(reference=reference, removed=False))
    _put(uow, row, asdict(data))
    return row


def change(uow: UnitOfWork, person_id: UUID, version: int, data: PersonData) -> Change:
    """Save a person's details; Stale when somebody saved since `version`. A protected person needs the key."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.fresh(Person, person_id, version)
    was_protected = row.protection is not Protection.NONE
    becomes_protected = data.protection is not Protection.NONE and not was_protected
    if was_protected or becomes_protected:
        require_protected(uow)
    _write(uow, row, data)
    if becomes_protected:
        from jobbpunkt.people.sealing import seal_papers  # the tables of papers, which nothing else here needs

        seal_papers(uow, row.id)
    return uow.change(row, N_("The details have been saved."), undoable=not (was_protected or becomes_protected))


@depends_on(Person)
def details(uow: UnitOfWork, person_id: UUID) -> PersonDetails:
    """Return a person's details; of a protected person, nothing that identifies them."""
    uow.require(Permission.SEE_PEOPLE)
    row = uow.get(Person, person_id)
    return PersonDetails(row.id, row.version, _name(row), _data(row), revealed=row.protection is Protection.NONE)


def reveal(uow: UnitOfWork, person_id: UUID, reason: str) -> PersonDetails:
    """Return all details of a protected person; who looked and why is written first, or nothing is shown."""
    require_protected(uow)
    why = typed.reason(reason)
    row = uow.get(Person, person_id)
    history.record(uow, HistoryAction.READ, noun="person", record_id=row.id, person_id=row.id, reason=why)
    return PersonDetails(row.id, row.version, _name(row), replace(_data(row), **_unsealed(uow, row)), revealed=True)


def _name(row: Person) -> PersonName:
    return name_of(row.given_name, row.family_name, row.reference, row.protection)


def _data(row: Person) -> PersonData:
    return PersonData(**{field.name: getattr(row, field.name) for field in fields(PersonData)})


def _write(uow: UnitOfWork, row: Person, data: PersonData) -> None:
    _put(uow, row, typed.checked(asdict(data), today=uow.clock.today()))


def _put(uow: UnitOfWork, row: Person, values: dict[str, Any]) -> None:
    row.sealed = None
    if values["protection"] is not Protection.NONE:
        born = values["birth_date"]
        hidden = {name: values[name] for name in IDENTIFYING} | {"birth_date": born and born.isoformat()}
        row.sealed = uow.vault.protected.seal(json.dumps(hidden), table="person", row=row.id, column="sealed")
        values |= dict.fromkeys(IDENTIFYING, "") | {"birth_date": None}
    for name, value in values.items():
        setattr(row, name, value)


def _unsealed(uow: UnitOfWork, row: Person) -> dict[str, Any]:
    if row.sealed is None:
        return {}
    hidden: dict[str, Any] = json.loads(uow.vault.protected.open(row.sealed, table="person", row=row.id, column="sealed"))
    born = hidden["birth_date"]
    return hidden | {"birth_date": date.fromisoformat(born) if born else None}


def _next_reference(uow: UnitOfWork) -> int:
    return (uow.session.scalar(select(func.max(Person.reference))) or FIRST_REFERENCE - 1) + 1
