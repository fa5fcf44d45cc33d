"""One person's details: create, read, change, and the protection that seals what identifies them."""

import itertools
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.fields import Kind
from jobbpunkt.base.words import N_
from jobbpunkt.people import typed
from jobbpunkt.people.fields import FIELDS, IDENTIFYING
from jobbpunkt.people.fields import PersonData as PersonData
from jobbpunkt.people.names import PersonName, name_of
from jobbpunkt.register import gate, veiling
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.shield import require_protected
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.person import Person
from models.types import SealedText
from models.vocabulary import HistoryAction, Protection

FIRST_REFERENCE = 1001


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """A person as read; `data` lacks what identifies a protected person unless it was revealed."""

    id: UUID
    version: int
    name: PersonName
    data: PersonData
    revealed: bool


def create(uow: Writing, data: PersonData) -> Change:
    """Add a person; gives them the next reference number. The veil asks for the key to a protected one."""
    uow.require(Permission.EDIT_PEOPLE)
    row = uow.add(Person(reference=_next_reference(uow), removed=False))
    _write(uow, row, data)
    return uow.change(row, N_("The person has been added."))


def create_all(uow: Writing, people: Iterable[PersonData]) -> list[UUID]:
    """Add people of a list whose words have been checked, none of them protected, with numbers that follow each other."""
    uow.require(Permission.EDIT_PEOPLE)
    numbers = itertools.count(_next_reference(uow))
    return [_add(uow, data, reference).id for data, reference in zip(people, numbers, strict=False)]


def _add(uow: Writing, data: PersonData, reference: int) -> Person:
    row = uow.add(Person(reference=reference, removed=False))
    _put(row, fields.taken(FIELDS, data))
    return row


def change(uow: Writing, person_id: UUID, version: int, data: PersonData) -> Change:
    """Save a person's details; Stale when somebody saved since `version`. A protected person needs the key."""
    uow.require(Permission.EDIT_PEOPLE)  # before anybody waits, or is told whether there is such a person
    was_protected = uow.get(Person, person_id).protection is not Protection.NONE
    is_protected = data.protection is not Protection.NONE
    turns = was_protected is not is_protected
    if turns:
        uow.veil.alone(uow.asking())  # before anything is written, the reason too that was given beforehand
    row = gate.changing(uow, Permission.EDIT_PEOPLE, Person, person_id, version)
    if was_protected or is_protected:
        require_protected(uow)
    _write(uow, row, data)
    if turns:
        (veiling.protect if is_protected else veiling.lift)(uow, row.id)
    return uow.change(row, N_("The details have been saved."), undoable=not (was_protected or is_protected))


@depends_on(Person)
def details(uow: Reading, person_id: UUID) -> PersonDetails:
    """Return a person's details; of a protected person, nothing that identifies them."""
    gate.require_reading(uow, Permission.SEE_PEOPLE, person_id)
    row = uow.get(Person, person_id)
    return PersonDetails(row.id, row.version, _name(row), _data(row), revealed=row.protection is Protection.NONE)


def reveal(uow: Writing, person_id: UUID, reason: str) -> PersonDetails:
    """Return all details of a protected person; who looked and why is written first, or nothing is shown."""
    require_protected(uow)
    why = typed.reason(reason)
    gate.require_need(uow, Permission.SEE_PROTECTED, person_id)
    row = uow.get(Person, person_id)
    uow.note(HistoryAction.READ, noun="person", record_id=row.id, person_id=row.id, reason=why)
    return PersonDetails(row.id, row.version, _name(row), whole(row), revealed=True)


def _name(row: Person) -> PersonName:
    return name_of(row.given_name, row.family_name, row.reference, row.protection)


def _data(row: Person) -> PersonData:
    return PersonData(**fields.taken(FIELDS, row))


def whole(row: Person) -> PersonData:
    """Return all that a row tells of a person, to whoever may open it: to anybody else the sealed part is empty."""
    return replace(_data(row), **_unsealed(row))


def _write(uow: Reading, row: Person, data: PersonData) -> None:
    _put(row, typed.checked(data, today=uow.clock.today()))


def _put(row: Person, values: dict[str, Any]) -> None:
    row.sealed = None
    if values["protection"] is not Protection.NONE:
        hidden = {field.name: _plain(values[field.name]) for field in IDENTIFYING}
        row.sealed = SealedText(json.dumps(hidden))  # by the veil, as all that is a protected person's
        values |= {field.name: field.empty for field in IDENTIFYING}
    fields.put(row, values)


def _plain(value: str | date | int | None) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value


def _unsealed(row: Person) -> dict[str, Any]:
    """Return what was sealed; a field that was not among it then is as the row has it."""
    if not row.sealed:
        return {}
    hidden: dict[str, Any] = json.loads(row.sealed)
    days = {field.name for field in IDENTIFYING if field.kind is Kind.DAY}
    return {name: date.fromisoformat(value) if name in days and value else value for name, value in hidden.items()}


def _next_reference(uow: Reading) -> int:
    return (uow.session.scalar(select(func.max(Person.reference))) or FIRST_REFERENCE - 1) + 1
