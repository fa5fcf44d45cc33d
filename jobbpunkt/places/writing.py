"""Adding places, putting them right, and removing those of which nothing was reported."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.places.fields import FIELDS, PlaceData
from jobbpunkt.register import naming
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.incident import IncidentCount
from models.place import Place


def create(uow: Writing, data: PlaceData) -> Change:
    """Add a place."""
    uow.require(Permission.EDIT_EVENTS)
    row = Place()
    _write(uow, row, data)
    return uow.change(uow.add(row), N_("The place has been added."))


def change(uow: Writing, place_id: UUID, version: int, data: PlaceData) -> Change:
    """Save a place as the form has it."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Place, place_id, version)
    _write(uow, row, data)
    return uow.change(row, N_("The place has been saved."))


def remove(uow: Writing, place_id: UUID, version: int) -> Change:
    """Remove a place of which nothing was reported."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(Place, place_id, version)
    if uow.session.scalar(select(IncidentCount.id).where(IncidentCount.place_id == place_id).limit(1)) is not None:
        raise UserError("Something was reported of {name}, so it stays in the register.", name=row.name)
    uow.remove(row)
    return uow.change_of(place_id, N_("The place has been removed."))


def _write(uow: Reading, row: Place, data: PlaceData) -> None:
    values = fields.checked(FIELDS, data)
    if naming.is_taken(uow, select(Place.id, Place.name), values["name"], row.id):
        raise InvalidInput("There is a place called {name} already. Give it another name.", field="name", name=values["name"])
    fields.put(row, values)
