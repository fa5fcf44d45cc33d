"""Units of training and how far people have come in them, as they are read."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.people import PersonName
from jobbpunkt.training.fields import UnitData
from models.vocabulary import SkillLevel


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of training as read."""

    id: UUID
    version: int
    data: UnitData


@dataclass(frozen=True, slots=True)
class Trainee:
    """Somebody who takes part in the programme."""

    id: UUID
    name: PersonName


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a person has come in a unit, since when, and who saw it."""

    level: SkillLevel
    since: date
    by: str


@dataclass(frozen=True, slots=True)
class Noted:
    """One level on the way, with its unit."""

    id: UUID
    unit_id: UUID
    unit: str
    part: str
    level: SkillLevel
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who takes part, what is trained, and what stands where somebody has looked; what is not there was not assessed."""

    trainees: tuple[Trainee, ...]
    units: tuple[Unit, ...]
    standing: dict[tuple[UUID, UUID], Standing]
