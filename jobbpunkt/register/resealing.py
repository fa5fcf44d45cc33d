"""Sealing anew: everything sealed outside the history is opened with its earlier key and sealed, where it stands, with today's.

What is sealed is found by its mark, in whichever column of whichever table it stands, so that a new sealed field needs
nothing here. A column that is a digest of a sealed one says so itself (`digest_of`).
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, LargeBinary, String, Table, bindparam, func, select, update

from jobbpunkt.base.errors import UserError
from jobbpunkt.register.vault import Vault
from models.tables import metadata
from models.types import Sealable

DIGEST_OF = "digest_of"
_KEPT = frozenset({"history_entry"})  # whose hashes cover what it holds; earlier keys are kept for it
_BATCH = 200
_BEGINNING = "sealed:"


def reseal(connection: Connection, old: Vault, new: Vault, told: Callable[[float], None]) -> int:
    """Seal everything anew; return how many values did not open and were left, as unreadable as they were.

    `told` hears how much is done, from 0 to 1.
    """
    left, columns = 0, list(_columns())
    for at, column in enumerate(columns):
        told(at / len(columns))
        keys = connection.scalars(select(column.table.c.id).where(_is_marked(column)).order_by(column.table.c.id)).all()
        for first in range(0, len(keys), _BATCH):
            left += _reseal_some(connection, column, keys[first : first + _BATCH], old, new)
    return left


def _columns() -> Iterator[Column[Any]]:
    for table in metadata().sorted_tables:
        if "id" in table.c and table.name not in _KEPT:
            yield from (column for column in table.c if isinstance(column.type, Sealable | String | LargeBinary))


def _is_marked(column: Column[Any]) -> Any:
    mark = _BEGINNING.encode() if isinstance(column.type, LargeBinary) else _BEGINNING
    return func.substr(column, 1, len(mark)) == mark


def _reseal_some(connection: Connection, column: Column[Any], keys: Sequence[UUID], old: Vault, new: Vault) -> int:
    table: Any = column.table
    found = connection.execute(select(table.c.id, column).where(table.c.id.in_(keys))).all()
    anew = [(key, _anew(old, new, value, {"table": table.name, "row": key, "column": column.name})) for key, value in found]
    rows = [_row(table, column, key, value) for key, value in anew if value is not None]
    if rows:
        values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in (column.name, *_digests(table, column))}
        connection.execute(update(table).where(table.c.id == bindparam("key")).values(values), rows)
    return len(found) - len(rows)


def _row(table: Table, column: Column[Any], key: UUID, value: Any) -> dict[str, Any]:
    digests = {f"new_{name}": hashlib.sha256(value).hexdigest() for name in _digests(table, column)}
    return {"key": key, f"new_{column.name}": value, **digests}


def _digests(table: Table, column: Column[Any]) -> list[str]:
    return [other.name for other in table.c if other.info.get(DIGEST_OF) == column.name]


def _anew(old: Vault, new: Vault, stored: Any, place: dict[str, Any]) -> Any:
    """Return a value sealed anew, or None for one that does not open: damaged, or typed by somebody to look sealed."""
    was, now = old.safe_of(stored), new.safe_of(stored)
    if was is None or now is None:
        return None
    try:
        if isinstance(stored, bytes):
            return now.seal_bytes(was.open_bytes(stored, **place), **place)
        return now.seal(was.open(stored, **place), **place)
    except (UserError, UnicodeDecodeError):
        return None
