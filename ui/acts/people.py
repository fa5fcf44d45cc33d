"""Whom a sentence in the palette is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from jobbpunkt.people import lookup
from jobbpunkt.register.finding import Hit

if TYPE_CHECKING:
    from jobbpunkt.base.words import Words
    from jobbpunkt.register.unit_of_work import Reading

PEOPLE = 4


def called(uow: Reading, words: Words, hits: Iterable[Hit]) -> dict[UUID, str]:
    """Return what the people among the hits are called: a protected one, who has no title, by the reference number."""
    found = {hit.record: hit.title for hit in hits if hit.kind == "person"}
    without = [record for record, title in found.items() if not title]
    if without:
        found |= {record: name.shown(words) for record, name in lookup.called(uow, without).items()}
    return found


def meant(uow: Reading, words: Words, who: str) -> dict[UUID, str]:
    """Return the first people whose names were typed, of those for whom the user may do something."""
    return called(uow, words, lookup.meant(uow, who, limit=PEOPLE))
