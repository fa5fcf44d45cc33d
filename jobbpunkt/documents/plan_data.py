"""What a printed plan holds: plain data, without a word of the paper's own."""

from dataclasses import dataclass
from datetime import date, datetime

from models.vocabulary import PlanKind, Responsible, SignatureRole


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """Something to do: what, who (`who` names somebody else), by when, and the day when it was done."""

    text: str
    responsible: Responsible = Responsible.PARTICIPANT
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
class Meeting:
    """When and where the person meets the coach next."""

    starts_at: datetime
    place: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who signs, and the day if they have signed already."""

    role: SignatureRole
    name: str
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Consented:
    """That the person has consented to the plan: when, and upon which version of the text."""

    day: date
    text_version: int


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """All that a printed plan shows.

    `own` is what only plans of its kind ask, by the field's name; `applications` are those sent, counted from the register.
    `version` is None for a draft; `noted_on` is the last day of what was noted after that version was adopted. `mark` follows
    from what the plan says: what is no adopted version tells by it which of a day's papers it is.
    """

    kind: PlanKind
    person: str
    coach: str
    starts_on: date
    code: str = ""
    mark: str = ""
    coach_phone: str = ""
    ends_on: date | None = None
    review_on: date | None = None
    programme: str = ""
    language: str = ""
    interpreter: str = ""
    version: int | None = None
    adopted_on: date | None = None
    noted_on: date | None = None
    printed_on: date | None = None
    present: str = ""
    wished: str = ""
    own: tuple[tuple[str, str], ...] = ()
    applications: int | None = None
    meeting: Meeting | None = None
    goals: tuple[PlannedGoal, ...] = ()
    reviews: tuple[HeldReview, ...] = ()
    signatures: tuple[Signatory, ...] = ()
    consent: Consented | None = None
