"""What a printed plan holds."""

from dataclasses import dataclass
from datetime import date

from models.vocabulary import PlanKind


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """Something to do: what, who, by when, and the day when it was done."""

    text: str
    who: str = ""
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True)
class PlannedMilestone:
    """A milestone, the day it is aimed at and the day it was reached."""

    text: str
    due: date | None = None
    reached: date | None = None


@dataclass(frozen=True, slots=True)
class SelfRating:
    """How a person rates where they stand, 0 to 10, on a day."""

    day: date
    value: int


@dataclass(frozen=True, slots=True)
class PlannedGoal:
    """One goal with all that belongs to it; empty texts are left out of the page."""

    title: str
    measure: str = ""
    due: date | None = None
    resources: str = ""
    obstacles: str = ""
    support: str = ""
    signs: str = ""
    milestones: tuple[PlannedMilestone, ...] = ()
    steps: tuple[PlannedStep, ...] = ()
    ratings: tuple[SelfRating, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldReview:
    """A follow-up: when, what happened, what was changed, and when the next one is."""

    day: date
    text: str
    revised: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signs: the role as words, the name, and the day if they have signed already."""

    role: str
    name: str
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """All that a printed plan shows; `version` is None for a draft."""

    kind: PlanKind
    person: str
    coach: str
    starts_on: date
    ends_on: date | None = None
    review_on: date | None = None
    programme: str = ""
    language: str = ""
    interpreter: str = ""
    version: int | None = None
    adopted_on: date | None = None
    printed_on: date | None = None
    present: str = ""
    wished: str = ""
    goals: tuple[PlannedGoal, ...] = ()
    reviews: tuple[HeldReview, ...] = ()
    signatures: tuple[Signatory, ...] = ()
