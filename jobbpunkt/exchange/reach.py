"""How far an export reaches: health plans and protected people stay out unless the exporter holds both right and key."""

import json
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Table, not_, or_, select

from jobbpunkt.exchange.rights import tables_out
from jobbpunkt.register import consents_shield, shield
from jobbpunkt.register.unit_of_work import Reading
from jobbpunkt.register.vault import Safe, is_sealed
from models.coaching import SessionParticipant
from models.consent import Consent
from models.history import HistoryEntry
from models.person import Person
from models.plan import Plan
from models.tables import metadata
from models.vocabulary import ConsentPurpose, PlanKind, Protection

# Kept for the program's own use: the search index, the ends of chains, key slots, and facts about the register.
APART = frozenset({"search_entry", "search_note", "history_head", "history_signature", "key_slots", "older_key", "register_info"})


@dataclass(frozen=True, slots=True)
class Reach:
    """Which rows stay out, by table, and which safes may be opened."""

    hidden: dict[str, frozenset[UUID]]
    every_hidden: frozenset[UUID]
    safes: tuple[Safe, ...]
    health: bool
    protected: bool
    unseen: frozenset[str] = frozenset()

    def sees(self, table: Table) -> bool:
        """Tell whether the user may see anything of a table."""
        return table.name not in self.unseen

    def takes(self, table: Table, row: dict[str, Any]) -> bool:
        """Tell whether a row may go out as it is."""
        if row.get("id") in self.hidden.get(table.name, frozenset()):
            return False
        if table.name == "history_entry":
            if row["noun"] in self.unseen or (row["person_id"] is not None and "person" in self.unseen):
                return False
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

    def unsealed(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        """Return a row with each of its texts as it was before it was sealed."""
        return {
            column: self.opened(table, row["id"], column, value) if isinstance(value, str) and "id" in row else value
            for column, value in row.items()
        }


def tables() -> list[Table]:
    """Return the tables that an export holds, parents first."""
    return [table for table in metadata().sorted_tables if table.name not in APART]


def of_user(uow: Reading) -> Reach:
    """Return which safes the signed-in user may open; no row stays out by itself."""
    health, protected = shield.sees_health(uow), shield.sees_protected(uow)
    safes = tuple(safe for safe, may in ((uow.vault.health, health), (uow.vault.protected, protected)) if may)
    return Reach({}, frozenset(), safes, health, protected)


def reach(uow: Reading) -> Reach:
    """Return how far the signed-in user's export reaches."""
    within = of_user(uow)
    hidden: dict[str, frozenset[UUID]] = {}
    if not within.protected:
        people = uow.session.scalars(select(Person.id).where(Person.protection != Protection.NONE))
        hidden["person"] = frozenset(people)
        met = select(SessionParticipant.session_id).where(SessionParticipant.person_id.in_(hidden["person"]))
        hidden["coaching_session"] = frozenset(uow.session.scalars(met))
    if not within.health:
        hidden["plan"] = frozenset(uow.session.scalars(select(Plan.id).where(Plan.kind == PlanKind.HEALTH)))
        to_health = Consent.purpose == ConsentPurpose.HEALTH_PLAN
        hidden["consent"] = frozenset(uow.session.scalars(select(Consent.id).where(to_health)))
    else:
        hidden["plan"] = frozenset(uow.session.scalars(select(Plan.id).where(not_(consents_shield.consented()))))
    for table in tables():
        hidden[table.name] = hidden.get(table.name, frozenset()) | _hanging_on(uow, table, hidden)
    every: frozenset[UUID] = frozenset().union(*hidden.values())
    return replace(
        within, hidden=hidden, every_hidden=every if within.health else _with_what_is_gone(uow, every), unseen=tables_out(uow)
    )


def _with_what_is_gone(uow: Reading, hidden: frozenset[UUID]) -> frozenset[UUID]:
    """Return the hidden records with what was taken away of health plans: only the history still knows of it."""
    columns = (HistoryEntry.record_id, HistoryEntry.before, HistoryEntry.after)
    told = or_(*(HistoryEntry.noun.startswith(noun) for noun in ("plan", "consent")))
    found = {str(one) for one in hidden}
    for record, before, after in uow.session.execute(select(*columns).where(told).order_by(HistoryEntry.number)):
        values = [one for text in (before, after) if text for one in json.loads(text).values() if isinstance(one, str)]
        if any(is_sealed(one) or one in found for one in values):
            found.add(str(record))
    return frozenset(map(UUID, found))


def _hanging_on(uow: Reading, table: Table, hidden: dict[str, frozenset[UUID]]) -> frozenset[UUID]:
    """Return the rows of a table that belong to rows which stay out."""
    found: set[UUID] = set()
    if "id" not in table.c:
        return frozenset()
    for key in table.foreign_keys:
        out = hidden.get(key.column.table.name)
        if out:
            found |= set(uow.session.scalars(select(table.c.id).where(key.parent.in_(out))))
    return frozenset(found)
