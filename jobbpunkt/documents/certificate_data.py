"""What a certificate of work training holds: facts that its person accepted; it knows no words."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class TrainedLine:
    """What somebody was trained in, and when."""

    name: str
    on: date


@dataclass(frozen=True, slots=True)
class PassedLine:
    """How many inspections of one kind of place were passed."""

    where: str
    count: int


@dataclass(frozen=True, slots=True)
class CertificateDocument:
    """The facts; what was not recorded, or not accepted, is not there. No field for absence, health or praise.

    `hours` is hours worked, None where nobody recorded any.
    """

    participant: str
    programme: str
    made_on: date
    supervisor: str
    born: date | None = None
    phone: str = ""
    first: date | None = None
    last: date | None = None
    hours: float | None = None
    places: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
    training: tuple[TrainedLine, ...] = ()
    passed: tuple[PassedLine, ...] = ()
