"""What the sheet from a meeting holds."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class AgreedStepLine:
    """What was agreed: what, who (as words) and by when; `done` when it is done already."""

    text: str
    who: str = ""
    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where one meets again."""

    starts_at: datetime
    place: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class SessionDocument:
    """All that the summary of a meeting shows; `summary` is written for the participant, never the coach's own note."""

    participants: tuple[str, ...]
    coach: str
    kind: str
    starts_at: datetime
    minutes: int
    place: str = ""
    interpreter: str = ""
    summary: str = ""
    steps: tuple[AgreedStepLine, ...] = ()
    earlier_steps: tuple[AgreedStepLine, ...] = ()
    next_meeting: NextMeeting | None = None
    contact: str = ""
