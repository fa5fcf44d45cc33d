"""The chain that holds the history together: how an entry is hashed, where the history ends, and how all of it is followed."""

import hashlib
import secrets
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from json import encoder
from typing import Any

from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.orm import Session

from jobbpunkt.base.errors import UserError
from models.history import HistoryEntry, HistoryHead
from models.types import SEALED

START = "0" * 64
_WHO_AND_WHAT = ("number", "transaction_id", "at", "user_id", "action", "noun", "record_id", "person_id")
# What an entry's hash covers, in the order in which `digest` is given it.
FIELDS = (*_WHO_AND_WHAT, "told", "previous")
_SHAPE = (
    '{{"action":{},"at":{},"noun":{},"number":{},"person_id":{},"previous":{},"record_id":{},"told":{},"transaction_id":{},'
    '"user_id":{}}}'
).format
# What an entry says, which is sealed for a protected person; its salt keeps short words from being guessed from `told`.
SAID = ("before", "after", "reason", "salt")
_SAID_SHAPE = '{{"after":{},"before":{},"reason":{},"salt":{}}}'.format
# What the hash of an entry without a salt covers, which is from before 0021.
OLD_FIELDS = (*_WHO_AND_WHAT, "before", "after", "reason", "previous")
_OLD_SHAPE = (
    '{{"action":{},"after":{},"at":{},"before":{},"noun":{},"number":{},"person_id":{},"previous":{},'
    '"reason":{},"record_id":{},"transaction_id":{},"user_id":{}}}'
).format
Opener = Callable[[str], str]
_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry's number and hash: kept outside the register, it shows later whether the history was cut or rewritten."""

    number: int
    hash: str

    def spelled(self) -> str:
        """Return it as a person notes it, and as a later check reads it."""
        return f"{self.number}:{self.hash}"


def digest(entry: Sequence[Any]) -> str:
    """Return the hash of an entry, given as FIELDS with ids and instants spelled out: that of its one JSON spelling.

    Written out here, since a register has millions of entries and the JSON module takes ten times as long as the hash.
    """
    number, transaction, at, user, action, noun, record, person, told, previous = entry
    text = _text
    spelled = _SHAPE(
        text(action),
        text(at),
        text(noun),
        number,
        text(person),
        text(previous),
        text(record),
        text(told),
        text(transaction),
        text(user),
    )
    return hashlib.sha256(spelled.encode()).hexdigest()


def digest_of_said(before: str | None, after: str | None, reason: str | None, salt: str) -> str:
    """Return what `told` is of what an entry says."""
    text = _text
    return hashlib.sha256(_SAID_SHAPE(text(after), text(before), text(reason), text(salt)).encode()).hexdigest()


def fresh_salt() -> str:
    """Return a new salt: 128 bits of chance."""
    return secrets.token_hex(16)


def old_digest(entry: Sequence[Any]) -> str:
    """Return the hash of an entry from before there was a salt, given as OLD_FIELDS."""
    number, transaction, at, user, action, noun, record, person, before, after, reason, previous = entry
    text = _text
    spelled = _OLD_SHAPE(
        text(action),
        text(after),
        text(at),
        text(before),
        text(noun),
        number,
        text(person),
        text(previous),
        text(reason),
        text(record),
        text(transaction),
        text(user),
    )
    return hashlib.sha256(spelled.encode()).hexdigest()


def _text(value: str | None, quoted: Callable[[str], str] = encoder.encode_basestring) -> str:
    return "null" if value is None else quoted(value)


def head(session: Session) -> Head:
    """Return where the history ends; a register that has lost that row counts as empty."""
    row = session.execute(select(HistoryHead.number, HistoryHead.hash)).first()
    return Head(row.number, row.hash) if row else Head(0, START)


def goes_through(session: Session, anchor: Head) -> bool:
    """Tell whether the history still holds the entry that was its last when `anchor` was noted."""
    found = session.scalar(select(HistoryEntry.hash).where(HistoryEntry.number == anchor.number))
    return (found or START) == anchor.hash


def length(session: Session) -> int:
    """Return how many entries there are."""
    return session.scalar(select(func.count()).select_from(HistoryEntry)) or 0


def verify(session: Session, opener: Opener | None = None) -> int | None:
    """Follow the chain from its start; return the number of the first entry that does not fit, or None when all do.

    What a sealed entry says is compared with its digest only where there is an `opener`, who holds the key. Without one, an entry
    from before digests were kept is held by its place in the chain alone.
    """
    previous, number = START, 0
    with closing(_entries(session.connection())) as entries:
        for *entry, kept in entries:
            number += 1
            if entry[0] != number or entry[-1] != previous or not _fits(entry, kept, opener):
                return number
            previous = kept
    return None if head(session) == Head(number, previous) else number + 1


def _fits(entry: Sequence[Any], kept: str, opener: Opener | None) -> bool:
    """Tell whether an entry, given as FIELDS with SAID before the last, is what its hash says."""
    *who_and_what, told, before, after, reason, salt, previous = entry
    try:
        said = [_opened(text, opener) for text in (before, after, reason, salt)]
        if told is None:
            return salt is None and (_Shut in said or old_digest([*who_and_what, *said[:3], previous]) == kept)
        return digest([*who_and_what, told, previous]) == kept and (_Shut in said or digest_of_said(*said) == told)
    except (TypeError, UserError):  # a column that holds another kind of value than it can, or a damaged seal
        return False


class _Shut:
    """Stands for what is sealed and cannot be opened."""


def _opened(text: str | None, opener: Opener | None) -> Any:
    """Return what a text says, or _Shut for what is sealed and cannot be opened here."""
    if text is None or not text.startswith(SEALED):
        return text
    return _Shut if opener is None else opener(text)


def _entries(connection: Connection) -> Generator[list[Any], None, None]:
    """Yield every entry as it is stored, with ids and instants spelled out, and its hash last."""
    salted = any(column["name"] == "told" for column in inspect(connection).get_columns("history_entry"))
    digests, salts = ("told", "salt") if salted else ("NULL", "NULL")
    columns = (*_WHO_AND_WHAT, digests, "before", "after", "reason", salts, "previous", "hash")
    statement = f"SELECT {', '.join(columns)} FROM history_entry ORDER BY number"  # noqa: S608 - our own names
    spelled = spelled_file if connection.dialect.name == "sqlite" else _spelled_server
    with connection.exec_driver_sql(statement, execution_options={"yield_per": _BATCH}) as rows:
        for row in rows:
            yield spelled(*row)


def spelled_file(number: Any, transaction: Any, at: Any, user: Any, *rest: Any) -> list[Any]:
    """Spell out an entry as a file keeps it, with or without its hash: hyphens in its ids, its instant in the one form."""
    action, noun, record, person, *more = rest
    return [number, _id(transaction), _at(at), _id(user), action, noun, _id(record), _id(person), *more]


def _id(stored: Any) -> Any:
    """Spell an id with its hyphens; a file keeps it without."""
    if not isinstance(stored, str):
        return stored
    return f"{stored[:8]}-{stored[8:12]}-{stored[12:16]}-{stored[16:20]}-{stored[20:]}"


def _at(stored: Any) -> Any:
    """Spell an instant of a file, which keeps it in UTC with all its decimals."""
    if not isinstance(stored, str):
        return stored
    fraction = stored[19:]
    return f"{stored[:10]}T{stored[11:19]}{'' if fraction == '.000000' else fraction}+00:00"


def _spelled_server(number: int, transaction: Any, at: Any, user: Any, *rest: Any) -> list[Any]:
    action, noun, record, person, *more = rest
    ids = [one if one is None else str(one) for one in (transaction, user, record, person)]
    return [number, ids[0], at.astimezone(UTC).isoformat(), ids[1], action, noun, ids[2], ids[3], *more]
