"""How stages look, and which key notes which."""

from models.vocabulary import ApplicationStage
from ui.tokens import Tone

# The keys 1 to 7 in the order that an application goes.
STAGES = tuple(ApplicationStage)
_TONES: dict[ApplicationStage, Tone] = {
    ApplicationStage.PLANNED: "neutral",
    ApplicationStage.SENT: "accent",
    ApplicationStage.CALLED_TO_INTERVIEW: "warn",
    ApplicationStage.INTERVIEWED: "warn",
    ApplicationStage.OFFERED: "good",
    ApplicationStage.REJECTED: "bad",
    ApplicationStage.WITHDRAWN: "neutral",
}


def tone_of(stage: ApplicationStage) -> Tone:
    """Return the tone of a stage; the words carry the meaning."""
    return _TONES[stage]
