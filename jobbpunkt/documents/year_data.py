"""What the report of a year holds: the message of its first page, its figures beside those of the year before, its parts."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents.compared import ComparedMonth
from jobbpunkt.documents.figures import Figure
from jobbpunkt.documents.tree import Said
from jobbpunkt.documents.trend import Trend


@dataclass(frozen=True, slots=True)
class HistoryEnd:
    """Where the register's history ended when a paper was made: a later check with it shows whether the history was cut."""

    number: int
    digits: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that is set large, in the few words that stand below it."""

    figure: Figure
    label: Said


@dataclass(frozen=True, slots=True)
class Voice:
    """What somebody said, and whose it is."""

    text: str
    told_by: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that the register does not know, and why."""

    what: Said
    why: Said


@dataclass(frozen=True, slots=True)
class DividedGroup:
    """A group: how many had support, and how many of them began work; None where a number is hidden."""

    label: Said
    whole: int | None
    part: int | None


@dataclass(frozen=True, slots=True)
class DividedKind:
    """One way to divide those who had support."""

    label: Said
    groups: tuple[DividedGroup, ...]


@dataclass(frozen=True, slots=True)
class Divided:
    """Who had support and who began work, by group; the heading is what that shows. `too_few` could not be divided."""

    finding: Said
    lead: Said
    kinds: tuple[DividedKind, ...]
    too_few: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Quarters:
    """A figure for each quarter of the year and of the year before; None where nothing was recorded.

    Where one of them `is_hidden` none is shown: the year's total would tell it. `told` is what those that are shown
    tell, to be remembered.
    """

    label: Said
    now: tuple[float | None, ...]
    before: tuple[float | None, ...] = ()
    is_hidden: bool = False
    told: tuple[tuple[object, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of what was done: told in paragraphs, perhaps with a list after the first of them, and in figures.

    A room that has something to tell of a year makes one of these in `jobbpunkt/reports/year/parts.py`. `told` is what its
    paragraphs tell of persons, to be remembered.
    """

    title: Said
    paragraphs: tuple[Said, ...] = ()
    items: tuple[Said, ...] = ()  # what the paragraphs tell of, one below the other
    after: tuple[Said, ...] = ()  # paragraphs below the list
    figures: tuple[Figure, ...] = ()
    trend: Trend | None = None
    months: tuple[ComparedMonth, ...] = ()
    of_campaign: str = ""  # whose figures these are, if a campaign's
    told: tuple[tuple[object, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class YearDocument:
    """All that the report of a year shows.

    `through` is the day that the figures reach while the year is not over; `begun` is the day from which there is a register at
    all, where that lies in the year before.
    """

    year: int
    first: date
    last: date
    sentences: tuple[Said, ...] = ()
    headline: tuple[KeyFigure, ...] = ()
    voice: Voice | None = None
    unknown: tuple[Unknown, ...] = ()
    divided: Divided | None = None
    quarters: tuple[Quarters, ...] = ()
    parts: tuple[YearPart, ...] = ()
    printed_on: date | None = None
    through: date | None = None
    begun: date | None = None
    history: HistoryEnd | None = None
