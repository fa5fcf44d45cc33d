"""The chained history: written with every change, it serves the audit log, undo and a person's extract."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Column, Insert, Select, Update, bindparam, insert, inspect, select, update
from sqlalchemy.orm import Session

from jobbpunkt.chain import FIELDS, digest
from jobbpunkt.changes import Change
from jobbpunkt.errors import NotAllowed, NotFound, Stale
from jobbpunkt.i18n import N_
from models.base import Record
from models.history import HistoryEntry, HistoryHead
from models.vocabulary import HistoryAction

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork

UNTAKEN = frozenset({"user_account"})  # undoing a change of role would leave its keys where they are
_UNTOLD = frozenset({"id", "version"})  # the row's identity stands beside; the counter is bookkeeping


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened to one record, not yet chained; `before` and `after` are canonical JSON."""

    action: HistoryAction
    noun: str
    record: UUID
    person: UUID | None
    before: str | None = None
    after: str | None = None
    reason: str | None = None


def record(
    uow: "UnitOfWork",
    action: HistoryAction,
    *,
    noun: str,
    record_id: UUID,
    person_id: UUID | None = None,
    reason: str | None = None,
) -> None:
    """Note a read, a print or the like; it is written before the caller shows anything, or the caller fails."""
    append(uow, [Happening(action, noun, record_id, person_id, reason=reason)])


def append(uow: "UnitOfWork", happenings: Iterable[Happening]) -> None:
    """Chain `happenings` to the history, in order, inside the caller's transaction."""
    if not uow.writes:
        raise RuntimeError("a note made in a transaction that only reads would not be kept")
    # The connection itself: these rows are written once and never looked at as objects.
    connection = uow.session.connection()
    last = connection.execute(_end()).one()
    number, previous = last.number, last.hash
    rows = []
    for happening in happenings:
        number += 1
        row = _row(uow, happening, number, previous)
        previous = row["hash"]
        rows.append(row)
    if rows:
        connection.execute(_entering(), rows)
        connection.execute(_ending(), {"last_number": number, "last_hash": previous})


@cache
def _end() -> Select[int, str]:
    """Return the query for the end of the history, which waits for another writer; these three are built once for all saves."""
    return select(HistoryHead.number, HistoryHead.hash).with_for_update()


@cache
def _entering() -> Insert:
    return insert(HistoryEntry)


@cache
def _ending() -> Update:
    return update(HistoryHead).values(number=bindparam("last_number"), hash=bindparam("last_hash"))


def _row(uow: "UnitOfWork", happening: Happening, number: int, previous: str) -> dict[str, Any]:
    values = (
        *(number, uow.transaction, uow.clock.now().astimezone(UTC), uow.user.id),
        *(happening.action, happening.noun, happening.record, happening.person),
        *(happening.before, happening.after, happening.reason, previous),
    )
    return {**dict(zip(FIELDS, values, strict=True)), "hash": digest([_plain(value) for value in values])}


def canonical(values: dict[str, Any]) -> str:
    """Return the one JSON spelling of `values`."""
    return json.dumps(
        {name: _plain(value) for name, value in values.items()}, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return "sha256:" + hashlib.sha256(value).hexdigest()
    return value


def happenings_of(session: Session) -> Iterator[Happening]:
    """Tell what the session has just flushed, from SQLAlchemy's own bookkeeping (call in `after_flush`)."""
    for instance in session.new:
        if isinstance(instance, Record):
            yield _happening(HistoryAction.CREATED, instance, None, _values(instance))
    for instance in session.dirty:
        if isinstance(instance, Record) and (changed := _changed(instance)):
            before = {name: old for name, (old, _) in changed.items()}
            after = {name: new for name, (_, new) in changed.items()}
            yield _happening(HistoryAction.CHANGED, instance, before, after)
    for instance in session.deleted:
        if isinstance(instance, Record):
            yield _happening(HistoryAction.REMOVED, instance, _values(instance), None)


def _happening(action: HistoryAction, row: Record, before: dict[str, Any] | None, after: dict[str, Any] | None) -> Happening:
    return Happening(
        action,
        row.__tablename__,
        row.id,
        getattr(row, "person_id", None),
        canonical(before) if before is not None else None,
        canonical(after) if after is not None else None,
    )


def _values(row: Record) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _told(row)}


def _changed(row: Record) -> dict[str, tuple[Any, Any]]:
    changed = {}
    for name in _told(row):
        history = inspect(row).attrs[name].history
        if history.has_changes():
            changed[name] = (next(iter(history.deleted), None), next(iter(history.added), None))
    return changed


def _told(row: Record) -> list[str]:
    return [attribute.key for attribute in inspect(type(row)).column_attrs if attribute.key not in _UNTOLD]


def undo(uow: "UnitOfWork", transaction: UUID) -> Change:
    """Take back one transaction wholly; Stale if any of its records has changed since."""
    entries = uow.session.scalars(
        select(HistoryEntry).where(HistoryEntry.transaction_id == transaction).order_by(HistoryEntry.number.desc())
    ).all()
    written = [entry for entry in entries if entry.before is not None or entry.after is not None]
    if not written:
        raise NotFound("There is nothing to undo.")
    if any(entry.user_id != uow.user.id for entry in written):
        raise NotFound("Only the one who made a change can undo it.")
    if any(entry.noun in UNTAKEN for entry in written):
        raise NotAllowed("Roles and access cannot be undone. An administrator changes them in the settings.")
    from models.tables import records  # a change may be of any table, also of one that nothing has used yet

    for entry in written:
        _undo_one(uow, records()[entry.noun], entry)
        uow.flush()
    return uow.change_of(written[-1].record_id, N_("Undone."), undoable=False)


def _undo_one(uow: "UnitOfWork", model: type[Record], entry: HistoryEntry) -> None:
    before = json.loads(entry.before) if entry.before is not None else None
    after = json.loads(entry.after) if entry.after is not None else None
    row = uow.session.get(model, entry.record_id)
    now = None if row is None or after is None else {name: _plain(getattr(row, name)) for name in after}
    if now != after:
        raise _changed_since()
    if row is None:
        assert before is not None  # noqa: S101 - a removal has told what was there
        uow.session.add(model(id=entry.record_id, **_parsed(model, before)))
    elif before is None:
        uow.session.delete(row)
    else:
        for name, value in _parsed(model, before).items():
            setattr(row, name, value)


def _changed_since() -> Stale:
    return Stale("This cannot be undone: the record has been changed since. Open it and correct it by hand.")


def _parsed(model: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    columns = {attribute.key: attribute.columns[0] for attribute in inspect(model).column_attrs}
    return {name: _parse(columns[name], value) for name, value in values.items()}


def _parse(column: Any, value: Any) -> Any:
    if value is None:
        return None
    kind = _python_type(column)
    if kind is bytes:  # the history keeps only a digest of a frozen paper
        raise _changed_since()
    if issubclass(kind, datetime | date | time):
        return kind.fromisoformat(value)
    if issubclass(kind, UUID | Enum):
        return kind(value)
    return value


def _python_type(column: Column[Any]) -> type[Any]:
    enum_class: type[Any] | None = getattr(column.type, "enum_class", None)
    return enum_class or column.type.python_type
