"""Noting how far a person has come in a unit of training; another level is added, so that the way there is kept."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.programmes import within
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.training import TrainingLevel, TrainingUnit
from models.vocabulary import SkillLevel

SCALE = (SkillLevel.SEEN, SkillLevel.WITH_SUPPORT, SkillLevel.ALONE)
_NOTED = N_("The level has been noted.")


def level_of(number: int) -> SkillLevel:
    """Return the level that a number on the scale stands for."""
    if not 1 <= number <= len(SCALE):
        raise InvalidInput("There is no level {number}. Press 1, 2 or 3.", field="level", number=number)
    return SCALE[number - 1]


def note(uow: Writing, unit_id: UUID, person_id: UUID, level: SkillLevel, *, day: date | None = None) -> Change:
    """Note a level with its day and who saw it; what was noted on the same day is put right, anything earlier stays.

    Without a day it is today, and a level that stands already stands since the day it was noted.
    """
    uow.require(Permission.RECORD_WORK)
    unit = uow.get(TrainingUnit, unit_id)
    on = day or uow.clock.today()
    within.demand(uow, unit.programme_id, person_id, on, field="noted_on")
    if unit.ended_on is not None and on > unit.ended_on:
        raise InvalidInput("{unit} is not trained any more. Choose another unit.", field="noted_on", unit=unit.name)
    noted = _noted(uow, unit_id, person_id)
    row = next((one for one in noted if one.noted_on == on), None)
    latest = noted[-1] if noted else None
    if latest is not None and latest.level is level:
        if day is None:
            return uow.change_of(latest.id, N_("That level stands already."), undoable=False)
        # A level before it keeps its day: what is noted of an earlier day stands beside what came later.
        row = row or (latest if all(one.noted_on < on for one in noted[:-1]) else None)
    if row is None:
        row = uow.add(TrainingLevel(unit_id=unit_id, person_id=person_id))
    row.level, row.noted_on, row.noted_by = level, on, uow.user.id
    return uow.change(row, _NOTED)


def clear(uow: Writing, unit_id: UUID, person_id: UUID) -> Change:
    """Take back the latest level of a person in a unit; the one before it stands again."""
    uow.require(Permission.RECORD_WORK)
    unit = uow.get(TrainingUnit, unit_id)
    noted = _noted(uow, unit.id, person_id)
    if not noted:
        raise UserError("Nothing has been noted here, so there is nothing to take back.")
    uow.remove(noted[-1])
    return uow.change_of(noted[-1].id, N_("The level has been taken back."))


def _noted(uow: Reading, unit_id: UUID, person_id: UUID) -> list[TrainingLevel]:
    row = TrainingLevel
    rows = select(row).where(row.person_id == person_id, row.unit_id == unit_id)
    return list(uow.session.scalars(rows.order_by(row.noted_on, row.id)))
