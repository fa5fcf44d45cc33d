"""The chained history: written with every change, it serves the audit log, undo and a person's extract."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Integer, Select, Text, Uuid, insert, inspect, select, update
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from jobbpunkt.register.asking import Sent, asked_once, given
from jobbpunkt.register.chain import FIELDS, SAID, Head, digest, digest_of_said, fresh_salt
from models.account import User
from models.base import Record
from models.history import HistoryEntry, HistoryHead
from models.vocabulary import HistoryAction

_spell = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode
_AS_THEY_ARE = frozenset({str, int, float, bool})
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


class Arrival:
    """What came by a field file, for the one entry that tells of it: how many rows of each table, and a digest of them all."""

    def __init__(self) -> None:
        self.said: dict[str, int] = {}
        self._digest = hashlib.sha256()

    def take(self, noun: str, rows: list[dict[str, Any]]) -> None:
        """Take in the rows of a table."""
        self.said[noun] = len(rows)
        for row in rows:  # there may be a hundred thousand: spelling each as JSON took half of the time of a merge
            self._digest.update(repr([getattr(value, "int", value) for value in row.values()]).encode())

    def text(self) -> str:
        """Return it as the entry's reason."""
        return canonical({**self.said, "digest": self._digest.hexdigest()})


Said = dict[str, str | None]
Cover = Callable[[Happening, UUID, Said], Said]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes: in which transaction, when, and whose hand it is."""

    transaction: UUID
    at: datetime
    user: UUID


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the history ends now, None if as before; how whoever wrote stands in the register, None where they are no user."""

    end: Head | None
    active: bool | None
    roles: frozenset[str]


def append(connection: Connection, hand: Hand, happenings: Iterable[Happening], cover: Cover) -> Standing:
    """Chain `happenings` to the history, in order, inside the transaction; tell where it ends and how its hand stands.

    That is read with the end of the history, in one statement, since every write passes here. `cover` returns what is stored of
    what a happening says in a transaction: the words, or for protected people a seal over them.
    """
    found = _end().on(connection, hand=hand.user)
    if not found:
        raise NoResultFound("the history has lost its end")
    ((number, previous, active, roles),) = found
    rows = []
    for happening in happenings:
        number += 1
        row = _row(hand, happening, number, previous, cover)
        previous = row["hash"]
        rows.append(row)
    end = None
    if rows:
        _entering().send(connection, rows)
        _ending().send(connection, [{"last_number": number, "last_hash": previous}])
        end = Head(number, previous)
    return Standing(end, active, frozenset(roles or ()))


@asked_once
def _end() -> Select[*tuple[Any, ...]]:
    """Return the query for the end of the history, which waits for another writer."""
    is_hand = User.id == given("hand", Uuid())
    active, roles = (select(column).where(is_hand).scalar_subquery() for column in (User.active, User.roles))
    return select(HistoryHead.number, HistoryHead.hash, active.label("active"), roles.label("roles")).with_for_update()


@cache
def _entering() -> Sent:
    return Sent(insert(HistoryEntry))


@cache
def _ending() -> Sent:
    return Sent(update(HistoryHead).values(number=given("last_number", Integer()), hash=given("last_hash", Text())))


def _row(hand: Hand, happening: Happening, number: int, previous: str, cover: Cover) -> dict[str, Any]:
    said = digested(hand, happening, cover)
    values = (
        *(number, hand.transaction, hand.at.astimezone(UTC), hand.user),
        *(happening.action, happening.noun, happening.record, happening.person),
        *(said["told"], previous),
    )
    return {**said, **dict(zip(FIELDS, values, strict=True)), "hash": digest([plain(value) for value in values])}


def digested(hand: Hand, happening: Happening, cover: Cover) -> Said:
    """Return what is stored of what a happening says, with a salt and the digest of the words, `told`."""
    said: Said = dict(zip(SAID, (happening.before, happening.after, happening.reason, salt := fresh_salt()), strict=True))
    told = digest_of_said(happening.before, happening.after, happening.reason, salt)
    return {**cover(happening, hand.transaction, said), "told": told}


def canonical(values: dict[str, Any]) -> str:
    """Return the one JSON spelling of `values`."""
    return _spell({name: plain(value) for name, value in values.items()})


def plain(value: Any) -> Any:
    """Return a value as JSON holds it; of bytes only a digest is kept."""
    if value is None or type(value) in _AS_THEY_ARE:  # most are
        return value
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
            yield created(instance)
    for instance in session.dirty:
        if isinstance(instance, Record) and (changed := _changed(instance)):
            before = {name: old for name, (old, _) in changed.items()}
            after = {name: new for name, (_, new) in changed.items()}
            yield _happening(HistoryAction.CHANGED, instance, before, after)
    for instance in session.deleted:
        if isinstance(instance, Record):
            yield _happening(HistoryAction.REMOVED, instance, _values(instance), None)


def created(row: Record) -> Happening:
    """Tell that a record was written for the first time."""
    return _happening(HistoryAction.CREATED, row, None, _values(row))


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
    return {name: getattr(row, name) for name in _told(type(row))}


def _changed(row: Record) -> dict[str, tuple[Any, Any]]:
    changed = {}
    for name in _told(type(row)):
        history = inspect(row).attrs[name].history
        if history.has_changes():
            changed[name] = (next(iter(history.deleted), None), next(iter(history.added), None))
    return changed


@cache
def _told(model: type[Record]) -> tuple[str, ...]:
    return tuple(attribute.key for attribute in inspect(model).column_attrs if attribute.key not in _UNTOLD)
