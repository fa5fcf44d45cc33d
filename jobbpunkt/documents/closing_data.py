"""What the paper at the end of an enrolment holds."""

from dataclasses import dataclass
from datetime import date

from jobbpunkt.documents.session_data import AgreedStepLine


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What the enrolment led to: a kind and a form in words, where, and when one asks whether it holds."""

    kind: str
    place: str
    starts_on: date
    ends_on: date | None = None
    form: str = ""
    note: str = ""
    # When one asks, in words and as a day, with the answer in words once there is one.
    asked: tuple[tuple[str, date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ClosingDocument:
    """All that the paper shows; `undone` are steps left open, `dropped` those given up when the enrolment ended."""

    participant: str
    coach: str
    started_on: date
    ended_on: date
    reason: str
    note: str = ""
    held: int = 0
    missed: int = 0
    before: str = ""
    after: str = ""
    outcomes: tuple[OutcomeLine, ...] = ()
    done: tuple[AgreedStepLine, ...] = ()
    undone: tuple[AgreedStepLine, ...] = ()
    dropped: tuple[AgreedStepLine, ...] = ()
