"""What the sheet from a meeting holds; it knows no words."""

from dataclasses import dataclass
from datetime import date, datetime

from models.vocabulary import Responsible, SessionKind


@dataclass(frozen=True, slots=True)
class AgreedStepLine:
    """What was agreed: what, who does it and by when; `done` when it is done, `whose` on a paper for several people."""

    text: str
    responsible: Responsible = Responsible.PARTICIPANT
    due: date | None = None
    done: date | None = None
    whose: str = ""


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """When and where one meets again."""

    starts_at: datetime
    place: str = ""
    kind: SessionKind = SessionKind.COACHING


@dataclass(frozen=True, slots=True)
class SessionDocument:
    """All that the summary of a meeting shows; `summary` is written for the participant, never the coach's own note.

    `speaks` is what the participant speaks, as somebody typed it.
    """

    participants: tuple[str, ...]
    coach: str
    kind: SessionKind
    starts_at: datetime
    place: str = ""
    interpreter: str = ""
    summary: str = ""
    steps: tuple[AgreedStepLine, ...] = ()
    earlier_steps: tuple[AgreedStepLine, ...] = ()
    next_meeting: NextMeeting | None = None
    phone: str = ""
    speaks: str = ""
