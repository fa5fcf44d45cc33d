"""What may be said of somebody's work, line by line, and what they accepted."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from jobbpunkt.people import PersonName
from models.vocabulary import SkillLevel


class LineKind(Enum):
    """What a line tells; there is none for absence, health or what somebody thinks of somebody."""

    PERIOD = "period"
    HOURS = "hours"
    PLACE = "place"
    TASK = "task"
    TRAINING = "training"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Line:
    """One fact: a period by its days, a number of hours or of passed inspections, training by its day; `what` in typed words."""

    kind: LineKind
    what: str = ""
    first: date | None = None
    last: date | None = None
    amount: float | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line that the register can stand for, and whether it goes in unless the participant says otherwise."""

    line: Line
    goes_in: bool = True
    level: SkillLevel | None = None


@dataclass(frozen=True, slots=True)
class Proposed:
    """All that may be said of a participant's time in a programme; `missing` is what nobody has recorded."""

    person: PersonName
    programme: str
    proposals: tuple[Proposal, ...]
    missing: tuple[LineKind, ...]


@dataclass(frozen=True, slots=True)
class NewCertificate:
    """What a participant accepts, and on which day they said so."""

    person_id: UUID
    programme_id: UUID
    lines: tuple[Line, ...]
    accepted_on: date


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """An accepted certificate in a person's list, with who wrote down that it was accepted."""

    id: UUID
    version: int
    programme_id: UUID
    programme: str
    accepted_on: date
    by: str


@dataclass(frozen=True, slots=True)
class OwnedCertificate:
    """An accepted certificate in the list of everybody's."""

    id: UUID
    person: PersonName
    programme: str
    accepted_on: date
