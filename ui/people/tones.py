"""How a case's status is coloured; the words carry the meaning."""

from models.vocabulary import CaseStatus
from ui.tokens import Tone

_TONES: dict[CaseStatus, Tone] = {
    CaseStatus.INTEREST: "neutral",
    CaseStatus.WAITING: "warn",
    CaseStatus.ENROLLED: "accent",
    CaseStatus.PAUSED: "warn",
    CaseStatus.FOLLOW_UP: "good",
    CaseStatus.CLOSED: "neutral",
}


def tone_of(status: CaseStatus | None) -> Tone:
    """Return the tone of a status; a person without any enrolment is neutral."""
    return _TONES[status] if status is not None else "neutral"
