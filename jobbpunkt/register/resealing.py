"""Sealing anew: everything sealed outside the history is opened with its earlier key and sealed, where it stands, with today's.

What is sealed is found by its mark, in whichever column of whichever table it stands, so that a new sealed field needs
nothing here. A column that is a digest of a sealed one says so itself (`digest_of`).
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Column, Connection, LargeBinary, String, Table, Text, bindparam, cast, func, select, update

from jobbpunkt.base.errors import UserError
from jobbpunkt.register.vault import Vault, is_of_protected
from jobbpunkt.register.veil import plain_table
from models.tables import metadata
from models.types import SEALED

DIGEST_OF = "digest_of"
_KEPT = frozenset({"history_entry"})  # whose hashes cover what it holds; earlier keys are kept for it
_BATCH = 200


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
    for known in metadata().sorted_tables:
        if "id" in known.c and known.name not in _KEPT:
            table = plain_table(known.name)
            yield from (column for column in table.c if isinstance(column.type, String | LargeBinary | JSON))


def _is_marked(column: Column[Any]) -> Any:
    if isinstance(column.type, JSON):  # what was structured is one text when it is sealed
        return func.substr(cast(column, Text), 1, len(SEALED) + 1) == f'"{SEALED}'
    mark = SEALED.encode() if isinstance(column.type, LargeBinary) else SEALED
    return func.substr(column, 1, len(mark)) == mark


def _reseal_some(connection: Connection, column: Column[Any], keys: Sequence[UUID], old: Vault, new: Vault) -> int:
    table: Any = column.table
    found = connection.execute(select(table.c.id, column).where(table.c.id.in_(keys))).all()
    anew = [(key, _anew(old, new, value, {"table": table.name, "row": key, "column": column.name})) for key, value in found]
    rows = [(key, value) for key, value in anew if value is not None]
    # The digest of what concerns protected people is of the words, and is sealed itself.
    of_words = [_row(column, (), key, value) for key, value in rows if is_of_protected(value)]
    digests = _digests(table, column)
    of_seals = [_row(column, digests, key, value) for key, value in rows if not is_of_protected(value)]
    for some, names in ((of_words, (column.name,)), (of_seals, (column.name, *digests))):
        if some:
            values: dict[str, Any] = {name: bindparam(f"new_{name}") for name in names}
            connection.execute(update(table).where(table.c.id == bindparam("key")).values(values), some)
    return len(found) - len(rows)


def _row(column: Column[Any], digests: Sequence[str], key: UUID, value: Any) -> dict[str, Any]:
    return {"key": key, f"new_{column.name}": value} | {f"new_{name}": hashlib.sha256(value).hexdigest() for name in digests}


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
