"""How what has a status is coloured, wherever it is shown; the words beside it carry the meaning."""

from collections.abc import Mapping
from types import MappingProxyType

from models.vocabulary import ActivityStatus, ApplicationStage, CaseStatus, PlanStatus, SessionStatus
from ui.tokens import Tone

Status = ActivityStatus | ApplicationStage | CaseStatus | PlanStatus | SessionStatus
TONES: Mapping[Status, Tone] = MappingProxyType(
    {
        CaseStatus.INTEREST: "neutral",
        CaseStatus.WAITING: "warn",
        CaseStatus.ENROLLED: "accent",
        CaseStatus.PAUSED: "warn",
        CaseStatus.FOLLOW_UP: "good",
        CaseStatus.CLOSED: "neutral",
        PlanStatus.DRAFT: "warn",
        PlanStatus.ADOPTED: "good",
        PlanStatus.CLOSED: "neutral",
        SessionStatus.BOOKED: "accent",
        SessionStatus.HELD: "good",
        SessionStatus.RESCHEDULED: "neutral",
        SessionStatus.CANCELLED_BY_PARTICIPANT: "neutral",
        SessionStatus.CANCELLED_BY_COACH: "neutral",
        SessionStatus.NO_SHOW: "warn",
        ActivityStatus.PLANNED: "accent",
        ActivityStatus.HELD: "good",
        ActivityStatus.CHANGED: "warn",
        ActivityStatus.CANCELLED: "bad",
        ApplicationStage.PLANNED: "neutral",
        ApplicationStage.SENT: "accent",
        ApplicationStage.CALLED_TO_INTERVIEW: "warn",
        ApplicationStage.INTERVIEWED: "warn",
        ApplicationStage.OFFERED: "good",
        ApplicationStage.REJECTED: "bad",
        ApplicationStage.WITHDRAWN: "neutral",
    }
)


def tone_of(status: Status | None) -> Tone:
    """Return the tone of a status; a person without any enrolment is neutral."""
    return "neutral" if status is None else TONES[status]
