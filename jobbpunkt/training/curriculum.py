"""What a programme trains in: adding, changing, ordering and copying its units."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base import fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.order import moved
from jobbpunkt.base.words import N_, Words
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.training.fields import FIELDS, UnitData
from models.programme import Programme
from models.training import TrainingLevel, TrainingUnit

# Names and parts to begin with, in our own words; each can be changed, taken away or followed by others.
_TECHNIQUE, _ENVIRONMENT, _QUALITY = N_("Cleaning technique"), N_("Work environment"), N_("Quality")
_STARTERS = (
    (N_("Working technique"), _TECHNIQUE),
    (N_("Methods"), _TECHNIQUE),
    (N_("Chemical products"), _TECHNIQUE),
    (N_("Ergonomics"), _ENVIRONMENT),
    (N_("Machines"), N_("Tools and machines")),
    (N_("Hygiene"), _TECHNIQUE),
    (N_("Work environment"), _ENVIRONMENT),
    (N_("Service and quality"), _QUALITY),
)


def add(uow: Writing, programme_id: UUID, data: UnitData) -> Change:
    """Add a unit last among those of a programme."""
    uow.require(Permission.RECORD_WORK)
    uow.get(Programme, programme_id)
    row = TrainingUnit(programme_id=programme_id, position=_next(uow, programme_id))
    _write(uow, row, data)
    return uow.change(uow.add(row), N_("The training unit has been added."))


def begin(uow: Writing, programme_id: UUID, words: Words) -> Change:
    """Give a programme that trains in nothing yet a list to begin with, in the language of the window."""
    uow.require(Permission.RECORD_WORK)
    uow.get(Programme, programme_id)
    if _next(uow, programme_id) > 1:
        raise UserError("This project has training units already. Add what is missing.")
    for position, (name, part) in enumerate(_STARTERS, 1):
        uow.add(TrainingUnit(programme_id=programme_id, name=words(name), part=words(part), position=position))
    return uow.change_of(programme_id, N_("The training units have been added. Change them as you wish."))


def change(uow: Writing, unit_id: UUID, version: int, data: UnitData) -> Change:
    """Put a unit right, or say until when it was trained."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(TrainingUnit, unit_id, version)
    _write(uow, row, data)
    return uow.change(row, N_("The training unit has been saved."))


def move(uow: Writing, unit_id: UUID, *, up: bool) -> Change:
    """Let a unit change places with the one before it, or the one after."""
    uow.require(Permission.RECORD_WORK)
    row = uow.get(TrainingUnit, unit_id)
    moved(row, _listed(uow, row.programme_id), up=up)
    return uow.change(row, N_("The training unit has been moved."))


def remove(uow: Writing, unit_id: UUID, version: int) -> Change:
    """Take away a unit that nobody was assessed in; one with a history gets a last day instead."""
    uow.require(Permission.RECORD_WORK)
    row = uow.fresh(TrainingUnit, unit_id, version)
    if uow.session.scalar(select(TrainingLevel.id).where(TrainingLevel.unit_id == unit_id).limit(1)) is not None:
        raise UserError("Somebody has been assessed in {unit}. Write a last day for it instead; then it is kept.", unit=row.name)
    uow.remove(row)
    return uow.change_of(unit_id, N_("The training unit has been removed."))


def copy_units(uow: Writing, source_id: UUID, target_id: UUID) -> None:
    """Give a programme the units that another one trains in now; whom it concerned stays behind."""
    position = _next(uow, target_id)
    for row in _listed(uow, source_id):
        if row.ended_on is None:
            uow.add(TrainingUnit(programme_id=target_id, name=row.name, part=row.part, position=position))
            position += 1


def _write(uow: Reading, row: TrainingUnit, data: UnitData) -> None:
    values = fields.checked(FIELDS, data)
    ended: date | None = values["ended_on"]
    latest = (
        None
        if row.id is None
        else uow.session.scalar(select(func.max(TrainingLevel.noted_on)).where(TrainingLevel.unit_id == row.id))
    )
    if ended is not None and latest is not None and ended < latest:
        raise InvalidInput(
            "Somebody was assessed on {day}. Write that day or a later one.", field="ended_on", day=latest.isoformat()
        )
    fields.put(row, values)


def _next(uow: Reading, programme_id: UUID) -> int:
    return (uow.session.scalar(select(func.max(TrainingUnit.position)).where(TrainingUnit.programme_id == programme_id)) or 0) + 1


def _listed(uow: Reading, programme_id: UUID) -> tuple[TrainingUnit, ...]:
    rows = select(TrainingUnit).where(TrainingUnit.programme_id == programme_id)
    return tuple(uow.session.scalars(rows.order_by(TrainingUnit.position, TrainingUnit.id)))
