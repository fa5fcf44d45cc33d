"""What the paper of a completed plan holds; it knows no words."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents.plan_data import PlannedStep, SelfRating


@dataclass(frozen=True, slots=True)
class LeftStep:
    """A step that was not done, and why; without a reason nobody wrote one."""

    step: PlannedStep
    why: str = ""


@dataclass(frozen=True, slots=True)
class CompletedGoal:
    """A goal: how far its person came, the last rating, what was done and what was not."""

    title: str
    far: str = ""
    rating: SelfRating | None = None
    done: tuple[PlannedStep, ...] = ()
    left: tuple[LeftStep, ...] = ()


@dataclass(frozen=True, slots=True)
class CompletionDocument:
    """All that the paper shows; `own` is in the person's own words, `speaks` what they speak, as somebody typed it."""

    person: str
    coach: str
    starts_on: date
    completed_on: date
    own: str = ""
    summary: str = ""
    goals: tuple[CompletedGoal, ...] = ()
    speaks: str = ""
    code: str = ""
