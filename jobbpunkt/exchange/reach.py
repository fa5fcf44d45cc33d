"""How far an export reaches: health plans and protected people stay out unless the exporter holds both right and key."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from jobbpunkt import shield
from jobbpunkt.permissions import Permission
from jobbpunkt.unit_of_work import UnitOfWork
from jobbpunkt.vault import Safe, is_sealed
from models.coaching import SessionParticipant
from models.person import Person
from models.plan import Plan
from models.tables import metadata
from models.vocabulary import PlanKind, Protection

# Kept for the program's own use: the search index, the ends of chains, key slots, and facts about the register.
APART = frozenset({"search_entry", "search_note", "history_head", "key_slots", "register_info"})


@dataclass(frozen=True, slots=True)
class Reach:
    """Which rows stay out, by table, and which safes may be opened."""

    hidden: dict[str, frozenset[UUID]]
    every_hidden: frozenset[UUID]
    safes: tuple[Safe, ...]
    health: bool
    protected: bool

    def takes(self, table: Table, row: dict[str, Any]) -> bool:
        """Tell whether a row may go out as it is."""
        if row.get("id") in self.hidden.get(table.name, frozenset()):
            return False
        if table.name == "history_entry":
            return row["record_id"] not in self.every_hidden and row["person_id"] not in self.every_hidden
        return True

    def shows_only_that_there_is_one(self, table: Table, row: dict[str, Any]) -> bool:
        """Tell whether a row is a protected person, of whom no more than the reference goes out."""
        return table.name == "person" and row["id"] in self.hidden["person"]

    def opened(self, table: str, row_id: UUID, column: str, stored: str) -> str:
        """Return a text as it was before it was sealed; what is sealed for none of our keys stays as it is."""
        if not is_sealed(stored):
            return stored
        for safe in self.safes:
            text = safe.try_open(stored, table=table, row=row_id, column=column)
            if text is not None:
                return text
        return stored


def tables() -> list[Table]:
    """Return the tables that an export holds, parents first."""
    return [table for table in metadata().sorted_tables if table.name not in APART]


def reach(uow: UnitOfWork) -> Reach:
    """Return how far the signed-in user's export reaches."""
    health = uow.user.may(Permission.SEE_HEALTH) and uow.vault.health.open_to_user
    protected = shield.sees_protected(uow)
    hidden: dict[str, frozenset[UUID]] = {}
    if not protected:
        people = uow.session.scalars(select(Person.id).where(Person.protection != Protection.NONE))
        hidden["person"] = frozenset(people)
        met = select(SessionParticipant.session_id).where(SessionParticipant.person_id.in_(hidden["person"]))
        hidden["coaching_session"] = frozenset(uow.session.scalars(met))
    if not health:
        hidden["plan"] = frozenset(uow.session.scalars(select(Plan.id).where(Plan.kind == PlanKind.HEALTH)))
    for table in tables():
        hidden[table.name] = hidden.get(table.name, frozenset()) | _hanging_on(uow, table, hidden)
    safes = tuple(safe for safe, may in ((uow.vault.health, health), (uow.vault.protected, protected)) if may)
    return Reach(hidden, frozenset().union(*hidden.values()), safes, health, protected)


def _hanging_on(uow: UnitOfWork, table: Table, hidden: dict[str, frozenset[UUID]]) -> frozenset[UUID]:
    """Return the rows of a table that belong to rows which stay out."""
    found: set[UUID] = set()
    if "id" not in table.c:
        return frozenset()
    for key in table.foreign_keys:
        out = hidden.get(key.column.table.name)
        if out:
            found |= set(uow.session.scalars(select(table.c.id).where(key.parent.in_(out))))
    return frozenset(found)
