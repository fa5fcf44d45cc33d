"""How a person stands to the signed-in user: what the window shows before it opens them."""

from dataclasses import dataclass
from uuid import UUID

from jobbpunkt.people.names import PersonName, names
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading


@dataclass(frozen=True, slots=True)
class Standing:
    """Who it is and whose participant; `open` without a reason, `needed` where also what is of health is told."""

    name: PersonName
    coach: str
    covered: bool
    needed: bool
    open: bool


def standing(uow: Reading, person_id: UUID) -> Standing:
    """Return what lists tell of a person too, and whether they are open to the user."""
    uow.require(Permission.SEE_PEOPLE)
    found = gate.way(uow, person_id)
    return Standing(names(uow, [person_id])[person_id], found.coach, found.covered, found.needed, found.open)
