"""What the sheet of a person's month holds; it knows no words and no reason for an absence."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from jobbpunkt.base.words import N_


class Away(Enum):
    """That somebody was not there, as far as a paper says it."""

    VALID = N_("valid absence")
    OTHER = N_("absence")
    LEAVE = N_("on leave")


@dataclass(frozen=True, slots=True)
class AttendedDay:
    """A day with planned time: for how many minutes the person was there, or that they were away."""

    day: date
    minutes: int
    away: Away | None = None


@dataclass(frozen=True, slots=True)
class AttendanceDocument:
    """All that the sheet shows; `spent` is what the minutes went to, and `speaks` what the person speaks, as it was typed."""

    person: str
    programme: str
    month: date
    days: tuple[AttendedDay, ...]
    spent: tuple[tuple[str, int], ...] = ()
    born: date | int | None = None
    place: str = ""
    supervisor: str = ""
    signed_on: date | None = None
    printed_on: date | None = None
    speaks: str = ""

    @property
    def minutes(self) -> int:
        """Return the sum."""
        return sum(day.minutes for day in self.days)

    @property
    def days_there(self) -> int:
        """Return on how many days the person was there."""
        return len({day.day for day in self.days if day.minutes})
