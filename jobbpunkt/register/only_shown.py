"""A register file where nothing can be written, on a full disk or one that is only read: it is shown all the same."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from jobbpunkt.base.errors import UserError
from jobbpunkt.register import database
from jobbpunkt.register.guard import Guard
from jobbpunkt.register.location import Location
from jobbpunkt.register.refusals import in_words, lacks_room


def engine_of(place: Location, key: bytes, guard: Guard | None) -> Engine:
    """Return the engine of a register; of a file beside which nothing can be written, one that reads it nevertheless."""
    try:
        return database.engine_of(place, key, guard)
    except UserError as refusal:
        if place.path is None or not lacks_room(refusal.__cause__):
            raise
        with in_words(place):
            return _still(place.path, key)


def only_shown(place: Location) -> UserError:
    """Return why nothing can be changed in a register that is only shown for want of room."""
    return UserError(
        "Nothing can be written at {place}: the disk is full, or may only be read. You can read the register but"
        " change nothing, and what must be noted before it is shown is not shown. Make room on the disk, then"
        " sign in again.",
        place=place.text,
    )


def _still(path: Path, key: bytes) -> Engine:
    """Return an engine that writes nothing at all, not even what readers share among themselves."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        # What a killed program saved stands only in its log, which is read by one connection, from memory.
        engine = _made(path, partial(database.connect_file, path, key, alone=True), pool_size=1, max_overflow=0)
    else:
        engine = _made(path, partial(database.connect_file, path, key, resting=True))
    seen = _written(path)

    @event.listens_for(engine, "begin")
    def _begin(_connection: Connection) -> None:
        if _written(path) != seen:
            raise UserError("Another program has written to {place} since you signed in. Sign in again.", place=path)

    return database.answering(engine)


def _made(path: Path, creator: Callable[[], Any], **pool: int) -> Engine:
    url = URL.create("sqlite+pysqlite", database=str(path))
    return create_engine(url, module=sqlcipher, hide_parameters=True, creator=creator, poolclass=QueuePool, **pool)


def _written(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_mtime_ns, found.st_size
