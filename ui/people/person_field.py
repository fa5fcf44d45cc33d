"""Choosing one person of all in the register, by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from jobbpunkt.base.words import Words
from jobbpunkt.people import PersonName
from jobbpunkt.people.caseload import caseload
from ui.widgets.forms import ChoiceField

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading

MOST = 10_000
People = Sequence[tuple[UUID, PersonName]]


class PersonField(ChoiceField[UUID]):
    """A list of people, nobody chosen; who is offered may come later."""

    def __init__(self, words: Words, label: str, people: People = ()) -> None:
        self._words = words
        super().__init__(label, self._named(people), none="")

    def offer_people(self, people: People) -> None:
        """Offer these people from now on."""
        self.set_choices(self._named(people))

    def _named(self, people: People) -> list[tuple[UUID, str]]:
        return [(person, name.shown(self._words)) for person, name in people]


def everybody(uow: Reading) -> People:
    """Return whom one can choose, by name."""
    return sorted(((row.id, row.name) for row in caseload(uow, limit=MOST)), key=lambda one: one[1].key)
