"""What came of bringing a field file home, in sentences."""

from collections.abc import Iterator

from jobbpunkt.base.words import Words
from jobbpunkt.field.merging import Brought, Conflict


def sentences(brought: Brought, words: Words) -> Iterator[str]:
    """Yield what a person should know: what is new, what was here, what was refused and why, and what was corrected twice."""
    yield words.plural("{n} new entry from {name}.", "{n} new entries from {name}.", brought.new, name=brought.name)
    if brought.there:
        yield words.plural("{n} was here already.", "{n} were here already.", brought.there)
    for one in brought.refused:
        yield words.plural(
            "{n} could not be brought home and stays in the file: {reason}.",
            "{n} could not be brought home and stay in the file: {reason}.",
            one.number,
            reason=words(one.reason),
        )
    if brought.misdated:
        yield words.plural(
            "{n} was counted while the clock of that computer was wrong: look at its day and week, and correct it.",
            "{n} were counted while the clock of that computer was wrong: look at their days and weeks, and correct them.",
            brought.misdated,
        )
    for conflict in brought.conflicts:
        yield _corrected_twice(conflict, words)


def _corrected_twice(conflict: Conflict, words: Words) -> str:
    amounts = ", ".join(_amount(one, words) for one in conflict.amounts)
    return words(
        "{what}: one count was corrected on two computers ({amounts}). The later holds: {holds}. Correct it if that is wrong.",
        what=words(conflict.label),
        amounts=amounts,
        holds=_amount(conflict.holds, words),
    )


def _amount(amount: int | None, words: Words) -> str:
    return words("taken back") if amount is None else words.number(amount)
