"""A programme, its extensions and the places in it, as they are read."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jobbpunkt.people import PersonName
from jobbpunkt.programmes.fields import ProgrammeData
from models.vocabulary import PartnerRole


@dataclass(frozen=True, slots=True)
class Extension:
    """A decision that moved a programme's end."""

    id: UUID
    version: int
    new_end: date
    reason: str
    decided_on: date | None


@dataclass(frozen=True, slots=True)
class ProgrammePartner:
    """An organisation that works in a programme or pays for it."""

    id: UUID
    version: int
    organisation_id: UUID
    name: str
    role: PartnerRole
    responsibility: str


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """A programme as read; `participants` are those who have been enrolled in it."""

    id: UUID
    version: int
    data: ProgrammeData
    extensions: tuple[Extension, ...]
    participants: int
    stated: int | None
    partners: tuple[ProgrammePartner, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """That a person takes part in a programme."""

    id: UUID
    version: int
    person_id: UUID
    name: PersonName
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in a programme, by the programme's name."""

    programme_id: UUID
    programme: str
    starts_on: date
    ends_on: date | None

    def runs(self, day: date) -> bool:
        """Tell whether the person takes part on a day."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)
