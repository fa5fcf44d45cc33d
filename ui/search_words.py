"""What the search says before one types: what one may look for and what one may try, of what the user may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission

if TYPE_CHECKING:
    from jobbpunkt.base.words import Words
    from jobbpunkt.register.unit_of_work import SignedIn

TRIES = (
    (Permission.EDIT_PEOPLE, N_("new person")),
    (Permission.SEE_NOTES, N_("book Anna friday 10")),
    (Permission.COUNT, N_("count")),
    (Permission.SEE_PLANS, N_("print plan Anna")),
)


def prompt(words: Words, user: SignedIn) -> str:
    """Return what stands in the empty line."""
    if user.may(Permission.SEE_PLANS):
        return words("Search for a person, plan, campaign ...")
    if user.may(Permission.SEE_PEOPLE):
        return words("Search for a person, campaign ...")
    return words("Search for a campaign ...") if user.may(Permission.SEE_CAMPAIGNS) else words("Search in your programme ...")


def how(words: Words, user: SignedIn) -> str:
    """Return how the keys work, and examples of what can be asked for."""
    keys = words("Arrows choose, Enter opens, Escape closes.")
    tries = [words(said) for needed, said in TRIES if user.may(needed)]
    if not tries:
        return keys
    examples = words("Try: {examples}.", examples=", ".join(tries))
    return f"{keys} {examples}"
