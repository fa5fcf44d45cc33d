"""What the day of a project lead holds, as plain data."""

from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto
from uuid import UUID

from jobbpunkt.campaigns import CampaignRow, Results, Slot, Week


def year_to_print(day: date) -> int:
    """Return the year whose report is made next: until the end of January that of the year before."""
    return day.year - 1 if day.month == 1 else day.year


class DueKind(Enum):
    """What falls due, in the order in which two of the same day are told."""

    SLOTS_UNSAID = auto()
    EVENT_UNSAID = auto()
    EVENT_UNCOUNTED = auto()
    NOT_EVALUATED = auto()
    NOT_COUNTED = auto()
    FIELD_FILE = auto()
    INDICATOR = auto()
    BOARD = auto()
    FROZEN = auto()
    SLOT_BARE = auto()
    EVENT_COMING = auto()
    EMPLOYMENT_ENDS = auto()
    PROJECT_ENDS = auto()


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that falls due: what it is called, the day it was or is due, and the record that it is about.

    `number` is how many of it there are: occasions, measures or exhibitors, of these `of` as many as are aimed at. An indicator
    lacks the periods of `of` months that begin on `months`. What is due of a report has no record; `day` lies in its period.
    `within` is the campaign that content belongs to.
    """

    kind: DueKind
    day: date
    title: str = ""
    record: UUID | None = None
    number: int = 0
    of: int | None = None
    months: tuple[date, ...] = ()
    within: str = ""


@dataclass(frozen=True, slots=True)
class CampaignDay:
    """A campaign that runs: what it counted, what is on today and during the rest of its week.

    `place` is that of the week of today among those of the results; `away` are the field files of it that never came home.
    """

    campaign: CampaignRow
    results: Results
    place: int | None
    today: tuple[Slot, ...]
    later: tuple[Slot, ...]
    away: tuple[str, ...]

    @property
    def week(self) -> Week | None:
        """Return the week of today."""
        return None if self.place is None else self.results.weeks[self.place]


@dataclass(frozen=True, slots=True)
class LeadDay:
    """A day: the campaigns that run, the next that begins and the last that ended where none does, and what falls due."""

    day: date
    at: time
    running: tuple[CampaignDay, ...]
    coming: CampaignRow | None
    ended: CampaignRow | None
    due: tuple[Due, ...]


class LackKind(Enum):
    """What a year may lack before its report is printed."""

    FOLLOW_UPS = auto()
    CLOSED = auto()
    FORM = auto()
    MEETINGS = auto()
    BEFORE = auto()
    ABOUT = auto()
    EVENTS = auto()
    VIEWS = auto()
    ATTENDANCE = auto()
    STATED = auto()
    TARGETS = auto()
    VOICE = auto()


@dataclass(frozen=True, slots=True)
class Lack:
    """So many records of a year lack something; `label` is the figure that it weighs on, an English source sentence.

    `meaning` says what that figure counts. What the year itself lacks, such as targets, weighs on none.
    """

    kind: LackKind
    number: int
    label: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class BeforePrint:
    """The year that is printed next, and what its records lack; each of its own unit, so that nothing is summed."""

    year: int
    lacks: tuple[Lack, ...]
