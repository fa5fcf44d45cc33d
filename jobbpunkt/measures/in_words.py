"""A figure as it is read: with what it was, "drygt 100", and what it counts, "100 besökare"."""

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import Words
from jobbpunkt.disclosure import Why
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


def hidden(words: Words) -> str:
    """Return that a number is not shown; one sentence for all, since why would tell of it."""
    return words("hidden, so that nobody can be recognised")


def why_hidden(why: Why, words: Words) -> str:
    """Return why a number is hidden, for whoever may see the persons: and together with which earlier export it would tell."""
    sentence = words(why.reason.label)
    if why.earlier is None:
        return sentence
    left = words(
        "It left in the report of {first} to {last} on {day}, by {who}.",
        first=why.earlier.first.isoformat(),
        last=why.earlier.last.isoformat(),
        day=words.day(day_of(why.earlier.at), "long"),
        who=why.earlier.by,
    )
    return f"{sentence} {left}"
