"""What the parts and fields of a plan are called where two versions are compared, and how their values are told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from jobbpunkt.base.words import N_, Words
from jobbpunkt.plans import OWN, PartChange, Sign
from models.vocabulary import CalledOff, Choice, Rater, Responsible
from ui.tokens import Tone

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "situation": N_("The situation"),
        "goals": N_("The goal"),
        "milestones": N_("Milestone"),
        "steps": N_("Step"),
        "ratings": N_("Rating"),
        "reviews": N_("Follow-up"),
        "completion": N_("How the plan went"),
    }
)
SIGNS: Mapping[Sign, tuple[str, Tone]] = MappingProxyType(
    {Sign.ADDED: (N_("Added"), "good"), Sign.GONE: (N_("Taken away"), "bad"), Sign.CHANGED: (N_("Changed"), "warn")}
)
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "starts_on": N_("Starts"),
        "ends_on": N_("Ends"),
        "current": N_("Present situation"),
        "desired": N_("Wished situation"),
        "language": N_("Language"),
        "interpreter": N_("Interpreter"),
        "title": N_("The goal"),
        "measure": N_("How we know that it is reached"),
        "resources": N_("Resources and strengths"),
        "obstacles": N_("Obstacles"),
        "support": N_("Support that is needed"),
        "signs": N_("Signs of progress"),
        "due_on": N_("By when"),
        "text": N_("What"),
        "responsible": N_("Who"),
        "who": N_("Name"),
        "done_on": N_("Done on"),
        "reached_on": N_("Reached on"),
        "rated_on": N_("Day"),
        "value": N_("Rating"),
        "held_on": N_("Day"),
        "happened": N_("What has happened since last time?"),
        "revised": N_("What do we change in the plan?"),
        "planned_on": N_("Planned for"),
        "opens_on": N_("From"),
        "closes_on": N_("To"),
        "held_by": N_("Held by"),
        "called_off": N_("Called off by"),
        "why": N_("Why"),
        "by": N_("Rated by"),
        "evidence": N_("What shows it"),
        "carried": N_("Carried on, times"),
        "dropped_on": N_("Given up on"),
        "reason": N_("Why"),
        "completed_on": N_("Completed on"),
        "own": N_("In the participant's own words"),
        "summary": N_("In sum"),
        "goals": N_("How far each goal came"),
        "steps": N_("Why steps were not done"),
        **{field.name: field.label for fields in OWN.values() for field in fields},
    }
)

CHOICES: Mapping[str, type[Choice]] = MappingProxyType({"responsible": Responsible, "by": Rater, "called_off": CalledOff})


def named(words: Words, name: str) -> str:
    """Return what a field is called; one that nobody has named yet stands by its own name."""
    return words(FIELDS[name]) if name in FIELDS else name


def heading(words: Words, change: PartChange) -> str:
    """Return what a part is called, with the goal that it belongs to."""
    kind = words(PARTS[change.kind])
    return words("{part}: {goal}", part=kind, goal=change.goal) if change.goal else kind


def told(words: Words, name: str, value: Any) -> str:
    """Return a value as people write it."""
    if value in (None, "", 0) and name != "value":
        return ""
    if name.endswith("_on") and isinstance(value, str):
        return words.day(date.fromisoformat(value))
    if name in CHOICES:
        return words(CHOICES[name].of(value).label)
    return str(value)
