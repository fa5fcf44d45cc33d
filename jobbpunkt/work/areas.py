"""The areas in which a programme's group works."""

import re
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.fields import taken
from jobbpunkt.base.words import N_
from jobbpunkt.register import naming
from jobbpunkt.register.index import fold
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.work.data import AreaView
from jobbpunkt.work.fields import AREA, AreaData
from models.inspection import Inspection
from models.programme import Programme
from models.shift import ShiftArea
from models.vocabulary import AreaKind
from models.work import WorkArea, WorkTask


@depends_on(WorkArea)
def areas(uow: Reading, programme_id: UUID) -> tuple[AreaView, ...]:
    """Return a programme's areas: by kind in the order of the list, then by name; those that were left last."""
    uow.require(Permission.SEE_WORK)
    today = uow.clock.today()
    rows = uow.session.scalars(select(WorkArea).where(WorkArea.programme_id == programme_id))
    seen = (AreaView(row.id, row.version, AreaData(**taken(AREA, row))) for row in rows)
    kinds = list(AreaKind)
    return tuple(sorted(seen, key=lambda one: (not one.used(today), kinds.index(one.data.kind), _by_number(one.data.name))))


def add_area(uow: Writing, programme_id: UUID, data: AreaData) -> Change:
    """Add an area to a programme; refused when the programme has one with that name."""
    uow.require(Permission.RECORD_WORK)
    uow.get(Programme, programme_id)
    row = WorkArea(programme_id=programme_id, **_checked(uow, programme_id, data, None))
    return uow.change(uow.add(row), N_("The area has been added."))


def change_area(uow: Writing, area_id: UUID, version: int, data: AreaData) -> Change:
    """Save an area as the form has it; a last day ends the work there and keeps what was done."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(WorkArea, area_id, version)
    fields.put(row, _checked(uow, row.programme_id, data, area_id))
    return uow.change(row, N_("The area has been saved."))


def remove_area(uow: Writing, area_id: UUID) -> Change:
    """Remove an area that was added by mistake, with what is done there alone; it can be undone."""
    uow.require(Permission.RECORD_WORK)
    row = uow.get(WorkArea, area_id)
    if uow.session.scalar(select(Inspection.id).where(Inspection.area_id == area_id).limit(1)):
        raise UserError("{name} has been inspected and stays. Give it a last day instead.", name=row.name)
    if uow.session.scalar(select(ShiftArea.id).where(ShiftArea.area_id == area_id).limit(1)) is not None:
        raise InvalidInput("There are shifts in this area. Give it a last day instead of removing it.", field="ended_on")
    for task in uow.session.scalars(select(WorkTask).where(WorkTask.area_id == area_id)):
        uow.remove(task)
    uow.flush()
    uow.remove(row)
    return uow.change_of(area_id, N_("The area has been removed."))


def _checked(uow: Reading, programme_id: UUID, data: AreaData, itself: UUID | None) -> dict[str, Any]:
    values = fields.checked(AREA, data)
    others = select(WorkArea.id, WorkArea.name).where(WorkArea.programme_id == programme_id)
    if naming.is_taken(uow, others, values["name"], itself):
        raise InvalidInput(
            "The project has an area called {name} already. Choose it in the list, or give another name.",
            field="name",
            name=values["name"],
        )
    return values


def _by_number(name: str) -> list[tuple[bool, int, str]]:
    """Return what to sort a name by: its numbers as numbers, so that 2–14 stands before 16–22."""
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in re.split(r"([0-9]+)", fold(name))]
