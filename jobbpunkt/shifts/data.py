"""Shifts, marks and hours as they are typed and read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from types import MappingProxyType
from uuid import UUID

from jobbpunkt.base.clock import hours as clock_hours
from jobbpunkt.people import PersonName
from models.vocabulary import AttendanceMark

THERE = frozenset({AttendanceMark.PRESENT, AttendanceMark.LATE, AttendanceMark.PART})
# Marks that say for how long somebody was there.
TIMED = frozenset({AttendanceMark.LATE, AttendanceMark.PART})
VALID = frozenset(
    {
        *(AttendanceMark.SICK, AttendanceMark.CARE_OF_CHILD, AttendanceMark.DOCTOR, AttendanceMark.AUTHORITY),
        *(AttendanceMark.INTERVIEW, AttendanceMark.EXCUSED),
    }
)
INVALID = frozenset({AttendanceMark.UNEXCUSED, AttendanceMark.NOT_REPORTED})
# Why somebody was away for a reason that counts: who leads the group is told, others only that it counted.
_WHY = VALID - {AttendanceMark.EXCUSED}
# The key that sets each mark, which is also the sign that stands for it in the month.
LETTERS: Mapping[AttendanceMark, str] = MappingProxyType(
    {
        AttendanceMark.PRESENT: "P",
        AttendanceMark.LATE: "F",
        AttendanceMark.PART: "T",
        AttendanceMark.SICK: "S",
        AttendanceMark.CARE_OF_CHILD: "V",
        AttendanceMark.DOCTOR: "D",
        AttendanceMark.AUTHORITY: "M",
        AttendanceMark.INTERVIEW: "J",
        AttendanceMark.EXCUSED: "G",
        AttendanceMark.UNEXCUSED: "O",
        AttendanceMark.NOT_REPORTED: "E",
        AttendanceMark.LEAVE: "L",
    }
)


def told_to_others(mark: AttendanceMark) -> AttendanceMark:
    """Return a mark as those see it who record no work: never illness, a doctor or an authority."""
    return AttendanceMark.EXCUSED if mark in _WHY else mark


def minutes_between(starts: time, ends: time) -> int:
    """Return how many minutes one time of a day is before another."""
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute


@dataclass(frozen=True, slots=True)
class ShiftData:
    """What is typed about a shift."""

    day: date
    starts: time
    ends: time
    break_minutes: int = 0
    supervisor_id: UUID | None = None
    areas: tuple[UUID, ...] = ()
    heading: str = ""
    note: str = ""

    @property
    def minutes(self) -> int:
        """Return how long one works, the break apart."""
        return minutes_between(self.starts, self.ends) - self.break_minutes


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift as read, with the names of its supervisor and of the areas worked in."""

    id: UUID
    version: int
    programme_id: UUID
    data: ShiftData
    supervisor: str = ""
    areas: tuple[str, ...] = ()
    cancelled: bool = False
    because: str = ""

    @property
    def title(self) -> str:
        """Return what the shift is about: its heading, or where the group works."""
        return self.data.heading or ", ".join(self.areas)

    @property
    def clock(self) -> str:
        """Return from when until when it lasts: "08:30–12:00"."""
        return clock_hours(self.data.starts, self.data.ends)


@dataclass(frozen=True, slots=True)
class Marked:
    """A person at a shift; without a mark nobody has said yet how it was."""

    person_id: UUID
    name: PersonName
    mark: AttendanceMark | None = None
    minutes: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Later:
    """Somebody who joins the programme after the shift."""

    name: PersonName
    starts_on: date


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A shift with everybody who is enrolled that day, in order of name."""

    row: ShiftRow
    people: tuple[Marked, ...]
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class ShiftOfWeek:
    """A shift of a week: who is to be marked at it, and who is; `is_due` says that its day has come."""

    row: ShiftRow
    people: frozenset[UUID]
    marked: frozenset[UUID]
    is_due: bool = True

    @property
    def unmarked(self) -> int:
        """Return how many are not marked yet."""
        return 0 if self.row.cancelled else len(self.people - self.marked)


@dataclass(frozen=True, slots=True)
class PersonHours:
    """One person's time at the shifts of a period.

    `planned` are the minutes of the shifts that are marked: what nobody has marked says nothing of attendance.
    """

    person_id: UUID
    name: PersonName
    minutes: int
    planned: int
    marks: Mapping[AttendanceMark, int] = field(default_factory=dict)
    unmarked: int = 0

    @property
    def share(self) -> float | None:
        """Return which share of the planned minutes the person was there, in per cent; None where nothing is marked."""
        return self.minutes * 100 / self.planned if self.planned else None


def total_share(people: tuple[PersonHours, ...]) -> float | None:
    """Return the share of several people together, in per cent; None where nothing is marked."""
    planned = sum(person.planned for person in people)
    return sum(person.minutes for person in people) * 100 / planned if planned else None


@dataclass(frozen=True, slots=True)
class Cell:
    """One person at one shift of a month; `is_due` says that the shift has been held, and so should be marked."""

    mark: AttendanceMark | None = None
    minutes: int = 0
    note: str = ""
    is_due: bool = True

    @property
    def is_unmarked(self) -> bool:
        """Tell whether a mark is lacking."""
        return self.mark is None and self.is_due


@dataclass(frozen=True, slots=True)
class Sheet:
    """How the sheet of a person's month stands: it waits while days are not marked, and may have been signed."""

    is_waiting: bool = False
    id: UUID | None = None
    version: int = 0
    signed_on: date | None = None
    signed_by: str = ""
    has_changed: bool = False  # since it was signed


@dataclass(frozen=True, slots=True)
class PersonMonth:
    """A person's month: a cell for each shift, None where they were not enrolled."""

    hours: PersonHours
    cells: tuple[Cell | None, ...]
    sheet: Sheet = Sheet()


@dataclass(frozen=True, slots=True)
class Month:
    """A programme's month; `unfinished` are the days on which somebody is not marked yet, with how many."""

    begins: date
    shifts: tuple[ShiftRow, ...]
    people: tuple[PersonMonth, ...]
    unfinished: tuple[tuple[date, int], ...] = ()

    @property
    def minutes(self) -> int:
        """Return everybody's minutes together."""
        return sum(person.hours.minutes for person in self.people)
