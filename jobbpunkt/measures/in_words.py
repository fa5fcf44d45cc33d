"""A figure as it is read: with what it was, "drygt 100", and what it counts, "100 besökare"."""

from jobbpunkt.base.words import Words
from models.vocabulary import Qualifier, Unit


def qualified(number: str, qualifier: Qualifier | None, words: Words) -> str:
    """Return a number with the word that says how near it is, where it has one."""
    return number if qualifier is None else words("{qualifier} {number}", qualifier=words(qualifier.label), number=number)


def with_unit(number: str, unit: Unit, words: Words) -> str:
    """Return a number with what it counts."""
    return words("{number} {unit}", number=number, unit=words(unit.label))


def missing(number: int, words: Words) -> str:
    """Return of how many nobody knows what a figure counts."""
    return words("not recorded for {n}", n=words.number(number))


def hidden(unit: Unit, words: Words) -> str:
    """Return that a number is not shown, and why: of few it would tell of each."""
    return words("hidden: too few persons") if unit is Unit.SHARE else words("hidden: fewer than five")
