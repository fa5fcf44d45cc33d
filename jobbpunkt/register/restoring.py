"""Restoring a backup: checked before anything is touched, and the old register is kept beside the new one."""

from dataclasses import dataclass, replace
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from jobbpunkt.base import files
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import (
    arriving,
    changeover,
    copying,
    database,
    entering,
    location,
    pins,
    places,
    schema,
    server_login,
    server_swap,
)
from jobbpunkt.register.chain import Head
from jobbpunkt.register.file_lock import FileLock
from jobbpunkt.register.location import Location
from jobbpunkt.register.opening import Credentials
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.refusals import in_words
from jobbpunkt.register.slots import AnyKeyFile, SlotFile, beside, named
from jobbpunkt.register.soundness import is_whole
from jobbpunkt.register.typed_access import tidy_login
from jobbpunkt.register.verified_copy import copy_in_words, copy_into, demand_equal, unfinished


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored: how many rows, where the history ends, and where the old register can be opened, if there was one."""

    rows: int
    head: Head
    kept: str | None


@dataclass(frozen=True, slots=True)
class _Source:
    """An open backup that was found whole."""

    place: Location
    engine: Engine
    key: bytes
    file: AnyKeyFile


def restore(backup: Path, where: str, credentials: Credentials, clock: Clock | None = None) -> Restored:
    """Put a backup in the place of a register; the user and password are those of the backup.

    A register that is there is kept beside: a file under a new name, on a server as a schema of its own.
    """
    target = location.parse(where)
    source = _opened(location.parse(str(backup)), credentials)
    try:
        into = _into_server if target.path is None else _into_file
        clock = clock or Clock()
        done = into(source, target, clock)
        pins.begin_anew(target, source.file.register_id, done.head, clock.now())
        if target.is_server:
            kept = location.parse(done.kept).schema if done.kept is not None else None
            server_login.realign(target, tidy_login(credentials.login), credentials.password, kept)
        return done
    finally:
        source.engine.dispose()


def _opened(place: Location, credentials: Credentials) -> _Source:
    entry = entering.by_password(place, places.slot_store(place), credentials.login, credentials.password)
    key = entry.keyring.keys.register
    engine = database.resting_engine(place.file, key)
    try:
        with in_words(place):
            _demand_whole(place, engine)
            arrived = arriving.signed_in_as(engine, entry)
        arrived.user.require(Permission.MANAGE_REGISTER)
    except BaseException:
        engine.dispose()
        raise
    return _Source(place, engine, key, entry.file)


def _demand_whole(place: Location, engine: Engine) -> None:
    schema.refuse_unknown(place, database.schema_version(engine))
    with engine.connect() as connection:
        if not is_whole(connection):
            raise UserError("{place} is damaged and was not restored. Choose another backup.", place=place.text)


def _into_server(source: _Source, target: Location, clock: Clock) -> Restored:
    if not places.holds_register(target):
        return _filled(source, target)
    with server_swap.exchanged(target, clock) as exchange:
        done = _filled(source, exchange.making)
    return replace(done, kept=exchange.kept.text)


def _filled(source: _Source, target: Location) -> Restored:
    """Copy a backup into an empty place on a server, and show that the copy is whole and equal."""
    with places.empty(target, source.key) as engine, in_words(target):
        copied = copying.file_to_server(source.engine, engine)
        places.slot_store(target).write(named(source.file, ""))
        demand_equal(engine, copied)
    return Restored(sum(copied.rows.values()), copied.head, None)


def _into_file(source: _Source, place: Location, clock: Clock) -> Restored:
    target = place.file
    if target.resolve() == source.place.file.resolve():
        raise UserError("The backup already stands there. Give the place of the register.")
    changeover.settle(target)
    _refuse_foreign(target)
    with unfinished(target) as temporary, copy_in_words(source.place, target):
        copied = copy_into(source.engine, temporary, source.key, is_server=False)
        SlotFile(temporary).write(named(source.file, SlotFile(temporary).salt))
        with FileLock(target).alone():
            kept = _kept(target, source.key, clock) if target.exists() else None
            changeover.exchange(target, temporary, kept)
    return Restored(sum(copied.rows.values()), copied.head, str(kept) if kept is not None else None)


def _refuse_foreign(target: Path) -> None:
    """Refuse to replace anything that is not a register, known by the key file beside it."""
    if target.is_dir():
        raise UserError("{path} is a folder. Choose a file name in it.", path=target)
    files.demand_folder(target.parent)
    places.refuse_shared(target)
    if target.exists() and not any(file.exists() for file in beside(target)):
        raise UserError("{path} is not a register, so it was left alone. Choose another name.", path=target)


def _kept(target: Path, key: bytes, clock: Clock) -> Path:
    """Return under which name the old register is kept; nothing is copied, so this cannot run out of room."""
    _demand_alone(target, key)
    kept = target.with_name(f"{target.name}.before-restore-{clock.now():%Y%m%dT%H%M%S}")
    if kept.exists():
        raise UserError("There is already a file at {path}. Open it, or choose another name.", path=kept)
    return kept


def _demand_alone(target: Path, key: bytes) -> None:
    """Empty the old register's log into it, which only succeeds when nobody else has it open."""
    try:
        connection = database.connect_file(target, key)
    except sqlcipher.Error:
        return  # damaged, or with another key: it is kept as it is
    try:
        connection.execute("PRAGMA busy_timeout = 200")
        mode = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
    except sqlcipher.OperationalError:
        mode = "wal"
    except sqlcipher.Error:
        return
    finally:
        connection.close()
    if mode == "wal":
        raise UserError("Another program has the register open. Close it there, then restore.")
