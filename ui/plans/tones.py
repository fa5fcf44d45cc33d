"""How a plan's status is coloured; the words carry the meaning."""

from models.vocabulary import PlanStatus
from ui.tokens import Tone

_TONES: dict[PlanStatus, Tone] = {PlanStatus.DRAFT: "warn", PlanStatus.ADOPTED: "good", PlanStatus.CLOSED: "neutral"}


def tone_of(status: PlanStatus) -> Tone:
    """Return the tone of a plan's status."""
    return _TONES[status]
