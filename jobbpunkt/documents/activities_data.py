"""What the sheet for a person's activity report holds: lines of a month, each with what it was and when."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from uuid import UUID

from jobbpunkt.base.words import N_
from models.vocabulary import ApplicationStage, Choice, OutcomeKind, SessionKind


class Category(Enum):
    """The parts of the sheet, in the order in which the report asks for them."""

    APPLIED = N_("Jobs I have applied for")
    INTERVIEW = N_("Job interviews")
    MEETING = N_("Meetings and guidance")
    WRITTEN = N_("CV and personal letters")
    WORK = N_("Internship, work and studies")
    STEP = N_("Other things I have done")


class Deed(Choice):
    """What a line tells that no closed list of the register has a word for."""

    CV_WRITTEN = "cv_written", N_("CV written")
    CV_UPDATED = "cv_updated", N_("CV updated")
    LETTER_WRITTEN = "letter_written", N_("Personal letter written")
    LETTER_UPDATED = "letter_updated", N_("Personal letter updated")
    JOINED = "joined", N_("Joined a programme")
    CERTIFIED = "certified", N_("Certificate of work training")


What = ApplicationStage | SessionKind | OutcomeKind | Deed


@dataclass(frozen=True, slots=True)
class Activity:
    """One line: what was done on a day, or from one `until` another, or what `goes_on` since; of training `days` and `minutes`.

    `place` is the employer of a job, or where else it was.
    """

    id: UUID
    category: Category
    on: date
    what: What | None = None  # without it what was typed says all
    text: str = ""
    place: str = ""
    until: date | None = None
    goes_on: bool = False
    days: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class ActivitiesDocument:
    """All that the sheet shows of a month; of one that is not over, `through` is the last day that it knows of.

    `speaks` is what the person speaks, as it was typed.
    """

    person: str
    month: date
    lines: tuple[Activity, ...]
    printed_on: date
    through: date | None = None
    speaks: str = ""

    def without(self, left_out: Collection[UUID]) -> "ActivitiesDocument":
        """Return it without some of its lines."""
        return replace(self, lines=tuple(one for one in self.lines if one.id not in left_out))

    def of(self, category: Category) -> tuple[Activity, ...]:
        """Return the lines of one part, in order of their days."""
        return tuple(one for one in self.lines if one.category is category)
