"""Whether the records are as their history says: what was changed, added or taken away without it is found."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, exists, select

from jobbpunkt.base.errors import UserError
from jobbpunkt.register.history import plain
from jobbpunkt.register.resealing import DIGEST_OF
from jobbpunkt.register.vault import Opener, Vault, is_of_protected, is_sealed
from jobbpunkt.register.veil import ENTRY, plain_table
from models.history import HistoryEntry
from models.tables import records
from models.vocabulary import HistoryAction

_BATCH = 500


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How many records of one table are not as the history says, and one of them."""

    noun: str
    count: int
    example: UUID


@dataclass(frozen=True, slots=True)
class _Told:
    """What the history says of a record in the end; None when it was removed."""

    noun: str
    record: UUID
    values: dict[str, Any] | None


def disagreements(connection: Connection, vault: Vault) -> tuple[Disagreement, ...]:
    """Compare every record with the end of its own history, and look for records that the history knows nothing of."""
    found: dict[str, list[UUID]] = {}
    told = _told(connection, vault)
    while part := list(islice(told, _BATCH)):
        for noun, ends in _by_noun(part).items():
            found.setdefault(noun, []).extend(_unlike(connection, vault, noun, ends))
    for noun in records():
        found.setdefault(noun, []).extend(_untold(connection, noun))
    return tuple(Disagreement(noun, len(ids), ids[0]) for noun, ids in sorted(found.items()) if ids)


def _told(connection: Connection, vault: Vault) -> Iterator[_Told]:
    """Tell of each record that the history knows what it was last; the entries come record by record, over an index.

    Nothing is told of records of protected people to whoever lacks their key.
    """
    entry = plain_table(ENTRY).c
    query = select(entry.record_id, entry.noun, entry.action, entry.after)
    query = query.where(entry.after.is_not(None) | entry.before.is_not(None)).order_by(entry.record_id, entry.number)
    with connection.execution_options(yield_per=_BATCH).execute(query) as rows:
        for (record, noun), entries in groupby(rows, lambda row: (row.record_id, row.noun)):
            values: dict[str, Any] | None = None
            said = [None if one.action is HistoryAction.REMOVED else _unveiled(vault, one.after) for one in entries]
            if any(one is not None and is_sealed(one) for one in said):
                continue  # sealed for others, or damaged, which following the chain tells
            for one in said:
                values = None if one is None else {**(values or {}), **json.loads(one)}
            yield _Told(noun, record, values)


def _by_noun(told: Iterable[_Told]) -> dict[str, dict[UUID, _Told]]:
    sorted_out: dict[str, dict[UUID, _Told]] = {}
    for one in told:
        sorted_out.setdefault(one.noun, {})[one.record] = one
    return sorted_out


def _unlike(connection: Connection, vault: Vault, noun: str, told: dict[UUID, _Told]) -> Iterator[UUID]:
    """Yield the records whose row says something else than their history, is missing, or is there although it was removed."""
    model = records().get(noun)
    if model is None:  # a table that a later schema took away
        return
    table = plain_table(noun)
    rows = {row["id"]: row for row in connection.execute(select(table).where(table.c.id.in_(told))).mappings()}
    for record, one in told.items():
        row = rows.get(record)
        if row is None or one.values is None:
            if (row is None) != (one.values is None):
                yield record
            continue
        known = ((name, said) for name, said in one.values.items() if name in row)  # a column may have gone with a later schema
        if any(
            not (_anew(vault, table, row, name) or _same(vault, noun, record, name, said, plain(_unveiled(vault, row[name]))))
            for name, said in known
        ):
            yield record


def _anew(vault: Vault, table: Any, row: Any, column: str) -> bool:
    """Tell whether a paper that was sealed, or its digest, is whole by itself: of it the history has only a digest."""
    sealed = table.c[column].info.get(DIGEST_OF, column)
    content = row[sealed]
    if not isinstance(content, bytes) or (safe := vault.safe_of(content)) is None or is_of_protected(content):
        return False
    if sealed != column and hashlib.sha256(content).hexdigest() != row[column]:
        return False
    try:
        safe.open_bytes(content, table=table.name, row=row["id"], column=sealed)
    except UserError:
        return False
    return True


def _unveiled(vault: Vault, stored: Any) -> Any:
    """Return what a stored value says if it concerns somebody protected, and any other as it is."""
    if not isinstance(stored, str | bytes) or not is_of_protected(stored) or not vault.protected.open_to_user:
        return stored
    try:
        return Opener(vault.protected, may=True)(stored)
    except UserError:  # a damaged seal says nothing, and so not what the history says
        return stored


def _same(vault: Vault, noun: str, record: UUID, column: str, said: Any, stands: Any) -> bool:
    if said == stands:
        return True
    if isinstance(said, dict) and isinstance(stands, str):  # what was structured before it was sealed
        return bool(said == json.loads(stands))
    if not (isinstance(said, str) and isinstance(stands, str) and is_sealed(said)):
        return False
    # What was sealed twice looks different each time; what it says is compared.
    opened = [_opened(vault, noun, record, column, text) if is_sealed(text) else text for text in (said, stands)]
    return None not in opened and opened[0] == opened[1]


def _opened(vault: Vault, noun: str, record: UUID, column: str, text: str) -> str | None:
    for safe in (vault.health, vault.protected):
        if safe.open_to_user and (inside := safe.try_open(text, table=noun, row=record, column=column)) is not None:
            return inside
    return None


def _untold(connection: Connection, noun: str) -> Iterator[UUID]:
    """Yield the records of a table that the history has no entry of."""
    table = records()[noun].__table__
    known = exists(select(HistoryEntry.number).where(HistoryEntry.record_id == table.c.id).correlate(table))
    yield from connection.scalars(select(table.c.id).where(~known))
