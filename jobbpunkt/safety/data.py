"""Chemicals, introductions and keys as they are read."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from uuid import UUID

from jobbpunkt.people import PersonName
from jobbpunkt.safety.fields import ChemicalData, IntroductionData, ReceiptData


@dataclass(frozen=True, slots=True)
class Sheet:
    """A safety data sheet that is kept, without its pages."""

    id: UUID
    dated_on: date


@dataclass(frozen=True, slots=True)
class ChemicalView:
    """A product as read, with its newest safety data sheet."""

    id: UUID
    version: int
    data: ChemicalData
    sheet: Sheet | None

    def used(self, day: date) -> bool:
        """Tell whether one works with it on a day."""
        return self.data.ended_on is None or day <= self.data.ended_on


@dataclass(frozen=True, slots=True)
class IntroductionView:
    """An introduction as read, with whom it was given to and by."""

    id: UUID
    version: int
    data: IntroductionData
    name: PersonName
    by: str


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A key that was handed out, with to whom and by whom."""

    id: UUID
    version: int
    data: ReceiptData
    name: PersonName
    by: str

    def late(self, day: date) -> bool:
        """Tell whether it should have been back before a day."""
        return self.data.returned_on is None and self.data.due_on is not None and self.data.due_on < day


class NeedKind(Enum):
    """What somebody has to see to."""

    KEY_LATE = "key_late"  # its day has passed
    KEY_LEFT_OUT = "key_left_out"  # whoever has it does not take part any more
    SHEET_MISSING = "sheet_missing"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to see to: which key or product, who has it, and since when it waits."""

    kind: NeedKind
    record: UUID
    what: str
    name: PersonName | None = None
    since: date | None = None
