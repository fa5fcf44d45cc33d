"""Drawing the veil over what is there already when somebody becomes protected, and lifting it as wholly.

All of it is one transaction: stopped in the middle, nothing has happened.
"""

from __future__ import annotations

import contextlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from sqlalchemy import Connection, Table, Text, bindparam, cast, func, insert, or_, select, update

from jobbpunkt.register import database, server_history, subject
from jobbpunkt.register.chain import SAID
from jobbpunkt.register.vault import Safe, Vault, is_of_protected, is_sealed, place_in
from jobbpunkt.register.veil import ENTRY, MEETING, PERSON, Veil, plain_table, seal, sealed_columns
from models.account import RegisterInfo
from models.coaching import SessionParticipant
from models.types import SEALED
from models.vocabulary import HistoryAction

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

WHOLE = "protected_are_sealed"  # the fact about a register that nobody protected in it has words left in clear
_AT_ONCE = 100
_Turn = Callable[[Any, str, UUID, str], Any]  # of a stored value, its table, row and column
_Writes = Callable[[Connection, list[dict[str, Any]]], None]


class Writing(Protocol):
    """What is asked of the transaction that writes."""

    vault: Vault
    veil: Veil

    @property
    def has_own_login(self) -> bool:
        """Whether the user is signed in to a server by a login of their own."""
        ...

    @property
    def session(self) -> Session:
        """The session that everything is written in."""
        ...

    def flush(self) -> None:
        """Write what has been changed so far."""

    def note(self, action: HistoryAction, *, noun: str, record_id: UUID, person_id: UUID | None = None) -> None:
        """Note something that happened."""

    def afterwards(self, work: Callable[[Connection], None]) -> None:
        """Do something once all is kept."""


def protect(uow: Writing, person_id: UUID) -> None:
    """Seal whatever the register holds of a person, the history of it too."""
    uow.flush()
    safe = uow.vault.protected

    def sealed(value: Any, name: str, row: UUID, column: str) -> Any:
        return _sealed(safe, value, name, row, column)

    _turn(uow, person_id, sealed, besides=set())
    database.forget_samples(uow.session.connection())
    uow.note(HistoryAction.PROTECTED, noun=PERSON, record_id=person_id, person_id=person_id)
    uow.afterwards(_empty_log)


def lift(uow: Writing, person_id: UUID) -> None:
    """Open whatever was sealed of a person; a meeting with somebody else who is protected stays sealed."""
    uow.flush()
    safe = uow.vault.protected

    def opened(value: Any, _: str, __: UUID, ___: str) -> Any:
        return _opened(safe, value)

    _turn(uow, person_id, opened, besides=_meetings_of_others(uow, person_id))
    uow.note(HistoryAction.UNPROTECTED, noun=PERSON, record_id=person_id, person_id=person_id)


def catch_up(uow: Writing) -> None:
    """Protect wholly whoever was protected in a register from before the veil; done once, by the first who holds the key."""
    connection = uow.session.connection()
    done = select(RegisterInfo.value).where(RegisterInfo.key == WHOLE)
    if not uow.vault.protected.open_to_user or connection.execute(done).first() is not None:
        return
    uow.veil.alone(uow.session.connection())
    for person_id in sorted(uow.veil.hidden(uow.session.connection())):
        protect(uow, person_id)
    _open_forgotten(uow)
    connection.execute(insert(RegisterInfo).values(key=WHOLE, value="1"))


def _open_forgotten(uow: Writing) -> None:
    """Open what earlier versions left sealed when protection was lifted: its marks name no place, and nothing else's do."""
    safe, connection = uow.vault.protected, uow.session.connection()

    def opened(value: Any, name: str, row: UUID, column: str) -> Any:
        if not isinstance(value, str | bytes) or not is_of_protected(value) or place_in(value):
            return value
        where = {"table": name, "row": row, "column": column}
        return safe.open_bytes(value, **where) if isinstance(value, bytes) else safe.open(value, **where)  # type: ignore[arg-type]

    for name in filter(sealed_columns, (PERSON, MEETING, *subject.ways())):
        plain = plain_table(name)
        marked = or_(*(func.substr(cast(plain.c[one], Text), 1, len(SEALED)) == SEALED for one in sealed_columns(name)))
        _turn_rows(connection, name, connection.execute(select(plain.c.id).where(marked)).scalars().all(), opened)


def cover_meetings(uow: Writing) -> None:
    """Seal the meetings that somebody protected has just joined."""
    safe, connection = uow.vault.protected, uow.session.connection()
    _turn_rows(connection, MEETING, uow.veil.late, lambda value, name, row, column: _sealed(safe, value, name, row, column))
    uow.veil.late.clear()


def _sealed(safe: Safe, value: Any, name: str, row: UUID, column: str) -> Any:
    """Return a value sealed for its place; one that an earlier version sealed without saying where, sealed anew."""
    if not value:
        return value
    if isinstance(value, str | bytes) and is_sealed(value):
        if not is_of_protected(value) or place_in(value):
            return value
        value = safe.open(value, table=name, row=row, column=column)  # type: ignore[arg-type]
    return seal(safe, value, table=name, row=row, column=column)


def _opened(safe: Safe, value: Any) -> Any:
    if not isinstance(value, str | bytes) or not is_of_protected(value):
        return value
    return safe.open_bytes_where_they_say(value) if isinstance(value, bytes) else safe.open_where_it_says(value)


def _turn(uow: Writing, person_id: UUID, turn: _Turn, besides: set[UUID]) -> None:
    connection = uow.session.connection()
    theirs = _records(connection, person_id)
    theirs[MEETING] = subject.meetings(uow.session, person_id) - besides
    for name, ids in theirs.items():
        _turn_rows(connection, name, ids, turn)
    every = {one for ids in theirs.values() for one in ids}
    writes = server_history.reseal if uow.has_own_login else _rewrite
    _turn_history(connection, person_id, every, besides, turn, writes)


def _records(connection: Connection, person_id: UUID) -> defaultdict[str, set[UUID]]:
    """Return the keys of every row that hangs on a person, by table."""
    found: defaultdict[str, set[UUID]] = defaultdict(set, {PERSON: {person_id}})
    for name, way in subject.ways().items():  # parents come before their children
        (foreign,) = way.foreign_keys
        for above in _parted(found[foreign.column.table.name], _AT_ONCE):
            found[name].update(connection.execute(select(way.table.c.id).where(way.in_(above))).scalars())
    return found


def _turn_rows(connection: Connection, name: str, ids: Collection[UUID], turn: _Turn) -> None:
    columns = sealed_columns(name)
    if not columns or not ids:
        return
    plain = plain_table(name)
    writing = update(plain).where(plain.c.id == bindparam("key_of_row")).values({one: bindparam(f"new_{one}") for one in columns})
    for some in _parted(ids, _AT_ONCE):
        query = select(plain.c.id, *(plain.c[one] for one in columns)).where(plain.c.id.in_(some))
        _write(connection, writing, _turned(connection.execute(query).all(), name, columns, turn))


def _turned(rows: Iterable[Any], name: str, columns: Collection[str], turn: _Turn) -> Iterator[dict[str, Any]]:
    from models.tables import metadata

    table_of = metadata().tables[name]
    for key, *values in rows:
        new = [turn(value, name, key, column) for column, value in zip(columns, values, strict=True)]
        if new != list(values):
            kept = {f"new_{one}": _kept(table_of, one, value) for one, value in zip(columns, new, strict=True)}
            yield {"key_of_row": key} | kept


def _kept(table_of: Table, name: str, value: Any) -> Any:
    """Return a value as its column stores it: what was structured before it was sealed is so again."""
    from models.types import Structured

    structured = isinstance(table_of.c[name].type, Structured)
    return json.loads(value) if structured and isinstance(value, str) and not is_sealed(value) else value


def _turn_history(
    connection: Connection, person_id: UUID, records: set[UUID], besides: set[UUID], turn: _Turn, writes: _Writes
) -> None:
    plain = plain_table(ENTRY)
    numbers = set(connection.execute(select(plain.c.number).where(plain.c.person_id == person_id)).scalars())
    for some in _parted(records, _AT_ONCE):
        numbers.update(connection.execute(select(plain.c.number).where(plain.c.record_id.in_(some))).scalars())
    for some in _parted(sorted(numbers), _AT_ONCE):
        query = select(plain.c.number, plain.c.record_id, plain.c.transaction_id, *(plain.c[one] for one in SAID))
        rows = connection.execute(query.where(plain.c.number.in_(some))).all()
        if turned := list(_turned_entries([row for row in rows if row.record_id not in besides], turn)):
            writes(connection, turned)


def _turned_entries(rows: Iterable[Any], turn: _Turn) -> Iterator[dict[str, Any]]:
    for number, _, transaction, *said in rows:
        new = [turn(value, ENTRY, transaction, name) for name, value in zip(SAID, said, strict=True)]
        if new != said:
            yield {"number": number} | dict(zip(SAID, new, strict=True))


def _rewrite(connection: Connection, entries: list[dict[str, Any]]) -> None:
    """Write what entries say; whatever else of them is to be changed, the engine refuses."""
    plain = plain_table(ENTRY)
    writing = update(plain).where(plain.c.number == bindparam("key_of_row"))
    new: dict[str, Any] = {one: bindparam(f"new_{one}") for one in SAID}
    rows = [{"key_of_row": one["number"]} | {f"new_{name}": one[name] for name in SAID} for one in entries]
    connection.execute(writing.values(new), rows)


def _write(connection: Connection, writing: Any, rows: Iterable[dict[str, Any]]) -> None:
    if found := list(rows):
        connection.execute(writing, found)


def _parted(keys: Iterable[Any], number: int) -> Iterator[list[Any]]:
    left = iter(keys)
    while part := list(islice(left, number)):
        yield part


def _meetings_of_others(uow: Writing, person_id: UUID) -> set[UUID]:
    """Return a person's meetings in which somebody else takes part who is protected."""
    others = uow.veil.hidden(uow.session.connection()) - {person_id}
    if not others:
        return set()
    part = select(SessionParticipant.session_id).where(SessionParticipant.person_id.in_(others))
    return set(uow.session.connection().execute(part).scalars()) & subject.meetings(uow.session, person_id)


def _empty_log(connection: Connection) -> None:
    """Let a file's log go, which still holds the pages as they were; if somebody is reading, it goes when the last one closes."""
    if connection.dialect.name == "sqlite":
        with contextlib.suppress(connection.dialect.loaded_dbapi.Error):
            connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
