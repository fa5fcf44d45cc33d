"""What the paper at the end of an enrolment holds; it knows no words."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents.session_data import AgreedStepLine
from models.vocabulary import ClosureReason, EmploymentForm, FollowUpKind, Livelihood, OutcomeKind


@dataclass(frozen=True, slots=True)
class AskedLine:
    """When one asks whether an outcome holds, and the answer once there is one."""

    kind: FollowUpKind
    day: date
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What the enrolment led to, where, and when one asks whether it holds."""

    kind: OutcomeKind
    place: str
    starts_on: date
    ends_on: date | None = None
    form: EmploymentForm = EmploymentForm.NOT_STATED
    extent_percent: int | None = None
    note: str = ""
    asked: tuple[AskedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosingDocument:
    """All that the paper shows; `undone` are steps left open, `dropped` those given up when the enrolment ended.

    `speaks` is what the participant speaks, as somebody typed it.
    """

    participant: str
    coach: str
    started_on: date
    ended_on: date
    reason: ClosureReason | None
    note: str = ""
    held: int = 0
    missed: int = 0
    before: tuple[Livelihood, ...] = ()
    after: tuple[Livelihood, ...] = ()
    outcomes: tuple[OutcomeLine, ...] = ()
    done: tuple[AgreedStepLine, ...] = ()
    undone: tuple[AgreedStepLine, ...] = ()
    dropped: tuple[AgreedStepLine, ...] = ()
    speaks: str = ""
