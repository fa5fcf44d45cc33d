"""What is offered of a plan's paper beside its language: easy words, and which of its parts go in."""

from jobbpunkt.base.words import N_
from ui.widgets.setting_bar import Offer

# The parts as `jobbpunkt/documents/plan_sections.py` names them, which is loaded only when a paper is drawn.
OFFER = Offer(
    is_easy=True,
    sections=(
        ("background", N_("Background")),
        ("goals", N_("Goals")),
        ("ratings", N_("Ratings")),
        ("reviews", N_("Follow-ups")),
        ("agreement", N_("Signatures")),
    ),
)
