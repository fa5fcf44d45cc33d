"""Levels as the window says them: a sign, a word, and what everybody has agreed that it means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jobbpunkt.base.words import N_, Words
from jobbpunkt.training import Standing
from models.vocabulary import SkillLevel

UNASSESSED = N_("not assessed")
SIGNS: Mapping[SkillLevel | None, str] = MappingProxyType(
    {SkillLevel.SEEN: "1", SkillLevel.WITH_SUPPORT: "2", SkillLevel.ALONE: "3", SkillLevel.NOT_RELEVANT: "–", None: "·"}
)
MEANINGS: Mapping[SkillLevel, str] = MappingProxyType(
    {
        SkillLevel.ALONE: N_("does it alone: right, without help"),
        SkillLevel.WITH_SUPPORT: N_("with support: with somebody beside"),
        SkillLevel.SEEN: N_("has seen it: was shown and tried"),
    }
)
KEYS = (
    ("1", SkillLevel.SEEN.label),
    ("2", SkillLevel.WITH_SUPPORT.label),
    ("3", SkillLevel.ALONE.label),
    ("–", SkillLevel.NOT_RELEVANT.label),
    ("D", N_("another day")),
    ("⌫", N_("take back")),
)


def word(words: Words, level: SkillLevel | None) -> str:
    """Return a level in words."""
    return words(level.label) if level else words(UNASSESSED)


def since(words: Words, stands: Standing | None) -> str:
    """Return since when a level stands and who saw it, or what one does where none stands."""
    if stands is None:
        return words("A number sets the level with today's date and your name, and goes on to the next.")
    return words("since {day}, seen by {name}", day=words.day(stands.since, "long"), name=stands.by)
