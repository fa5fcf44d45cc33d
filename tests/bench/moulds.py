"""Moulds: the rows that one life left in a register, as stored, ready to be cast again for other people.

Whatever the services wrote is kept, of whichever table and column; only what must differ is left open: ids, numbers,
the person's names and address, and who their coach is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Integer, Table, Uuid

from jobbpunkt.register.chain import OLD_FIELDS
from jobbpunkt.register.index import fold
from models.tables import metadata

Cast = Callable[[Sequence[Any]], Any]
HISTORY = "history_entry"
# What stands in a cast's values before its ids: given and family name, the same folded, address, reference, coach.
GIVEN, FAMILY, FOLDED_GIVEN, FOLDED_FAMILY, EMAIL, FOLDED_EMAIL, REFERENCE, COACH, COACH_SPELLED, FIRST_ID = range(10)
_APART = frozenset({"history_head", "register_info", "key_slots", "user_account"})
_HEX = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Sample:
    """The unmistakable values of the person who lived the life first."""

    given: str
    family: str
    email: str
    reference: int
    coach: UUID

    def named(self) -> dict[str, int]:
        """Return where in a cast's values stands what comes in the place of each."""
        folded = " ".join(re.findall(r"[^\W_]+", fold(self.email)))
        return {
            self.given: GIVEN,
            self.family: FAMILY,
            fold(self.given): FOLDED_GIVEN,
            fold(self.family): FOLDED_FAMILY,
            self.email: EMAIL,
            folded: FOLDED_EMAIL,
            str(self.reference): REFERENCE,
            self.coach.hex: COACH,
            str(self.coach): COACH_SPELLED,
        }


@dataclass(frozen=True, slots=True)
class RowMould:
    """One row: its table, its columns, what is always the same, and what casts the rest, by position."""

    table: str
    columns: tuple[str, ...]
    fixed: tuple[Any, ...]
    open: tuple[tuple[int, Cast], ...]

    def cast(self, values: Sequence[Any]) -> list[Any]:
        """Return the row for these values."""
        row = list(self.fixed)
        for at, cell in self.open:
            row[at] = cell(values)
        return row


@dataclass(frozen=True, slots=True)
class Mould:
    """One life: its rows but the history, in order of their tables; its history in order; how many ids it needs."""

    rows: tuple[RowMould, ...]
    history: tuple[RowMould, ...]
    ids: int


class Watcher:
    """Tells which rows have come into a register since it was last asked."""

    def __init__(self) -> None:
        self._seen: set[tuple[Any, ...]] = set()

    def fresh(self, connection: Connection) -> dict[Table, list[dict[str, Any]]]:
        """Return the new rows of each table, as stored."""
        found: dict[Table, list[dict[str, Any]]] = {}
        for table in metadata().sorted_tables:
            if table.name not in _APART:
                found[table] = [row for row in _stored(connection, table) if self._is_new(table, row)]
        return found

    def _is_new(self, table: Table, row: dict[str, Any]) -> bool:
        key = (table.name, *(row[column.name] for column in table.primary_key))
        known = key in self._seen
        self._seen.add(key)
        return not known


def _stored(connection: Connection, table: Table) -> list[dict[str, Any]]:
    key = ", ".join(column.name for column in table.primary_key)
    names = [row[1] for row in connection.exec_driver_sql(f"PRAGMA table_info({table.name})")]
    rows = connection.exec_driver_sql(f"SELECT {', '.join(names)} FROM {table.name} ORDER BY {key}")
    return [dict(zip(names, row, strict=True)) for row in rows]


def mould(fresh: dict[Table, list[dict[str, Any]]], sample: Sample) -> Mould:
    """Return the mould of the rows that a life left."""
    ids = _ids(fresh) - {sample.coach.hex}
    slots = sample.named()
    for number, found in enumerate(sorted(ids)):  # in the order in which they were made, which lists go by
        slots[found] = FIRST_ID + 2 * number
        slots[str(UUID(found))] = FIRST_ID + 2 * number + 1
    token = re.compile("|".join(re.escape(word) for word in sorted(slots, key=len, reverse=True)))
    caster = _Caster(slots, token)
    rows = [caster.row(table, row) for table, found in fresh.items() if table.name != HISTORY for row in found]
    history = [caster.entry(row) for table, found in fresh.items() if table.name == HISTORY for row in found]
    return Mould(tuple(rows), tuple(history), len(ids))


def _ids(fresh: dict[Table, list[dict[str, Any]]]) -> set[str]:
    """Return every id in the rows, those of the transactions too."""
    found: set[str] = set()
    for table, rows in fresh.items():
        columns = [column.name for column in table.columns if isinstance(column.type, Uuid)]
        found |= {str(row[name]) for row in rows for name in columns if row[name] is not None}
    return {one for one in found if _HEX.fullmatch(one)}


class _Caster:
    def __init__(self, slots: dict[str, int], token: re.Pattern[str]) -> None:
        self._slots, self._token = slots, token

    def row(self, table: Table, row: dict[str, Any]) -> RowMould:
        """Return the mould of a row; a number that the engine counts is left to it."""
        return self._mould(table.name, [name for name in row if not _counted(table, table.columns[name])], row)

    def entry(self, row: dict[str, Any]) -> RowMould:
        """Return the mould of a history entry, whose number and hashes are its chain's."""
        return self._mould(HISTORY, (*OLD_FIELDS, "salt"), row)

    def _mould(self, table: str, names: Sequence[str], row: dict[str, Any]) -> RowMould:
        cells = [(at, self._cell(row[name])) for at, name in enumerate(names)]
        open_ = tuple((at, cell) for at, cell in cells if cell is not None)
        return RowMould(table, tuple(names), tuple(row[name] for name in names), open_)

    def _cell(self, value: Any) -> Cast | None:
        if isinstance(value, int) and str(value) in self._slots:
            return lambda values: int(values[REFERENCE])
        found = [self._slots[word] for word in self._token.findall(value)] if isinstance(value, str) else []
        return _text(self._token.split(value), found) if found else None


def _text(parts: list[str], slots: list[int]) -> Cast:
    if parts == ["", ""]:
        return itemgetter(slots[0])
    shape = "%s".join(part.replace("%", "%%") for part in parts)
    pick = itemgetter(*slots, slots[0])  # one more than needed, so that it is always a tuple
    return lambda values: shape % pick(values)[:-1]


def _counted(table: Table, column: Column[Any]) -> bool:
    alone = list(table.primary_key) == [column]
    return alone and isinstance(column.type, Integer)
