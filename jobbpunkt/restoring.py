"""Restoring a backup: checked before anything is touched, and the old register is kept beside the new one."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine

from jobbpunkt import copying, database, keys, location, places, schema, server_swap
from jobbpunkt.backup import copy_into, telling, unfinished
from jobbpunkt.chain import Head
from jobbpunkt.clock import Clock
from jobbpunkt.errors import NotAllowed, UserError
from jobbpunkt.location import Location
from jobbpunkt.permissions import Permission
from jobbpunkt.refusals import told
from jobbpunkt.register import Credentials, signed_in_as
from jobbpunkt.slots import SlotFile, SlotSet, beside
from jobbpunkt.soundness import inventory, is_whole
from jobbpunkt.typed_access import tidy_login


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
    slots: SlotSet


def restore(backup: Path, where: str, credentials: Credentials, clock: Clock | None = None) -> Restored:
    """Put a backup in the place of a register; the user and password are those of the backup.

    A register that is there is kept beside: a file under a new name, on a server as a schema of its own.
    """
    target = location.parse(where)
    source = _opened(location.parse(str(backup)), credentials)
    try:
        if target.path is None:
            return _into_server(source, target, clock or Clock())
        return _into_file(source, target.path, clock or Clock())
    finally:
        source.engine.dispose()


def _opened(place: Location, credentials: Credentials) -> _Source:
    store = places.slot_store(place)
    slots = store.read()
    slot = slots.find(tidy_login(credentials.login))
    if slot is None:
        raise keys.wrong_secret()
    held = keys.open_slot(slot, credentials.password)
    slots.demand_proof(held.register)
    engine = database.resting_engine(place.file, held.register)
    try:
        with told(place):
            _demand_whole(place, engine)
            user, _ = signed_in_as(engine, slot.login, held, slots.register_id)
        if not user.may(Permission.MANAGE_REGISTER):
            raise NotAllowed("Your role does not allow this. Ask an administrator if you need it for your work.")
    except BaseException:
        engine.dispose()
        raise
    return _Source(place, engine, held.register, slots)


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
    with places.empty(target, source.key) as engine, told(target):
        copied = copying.file_to_server(source.engine, engine)
        places.slot_store(target).write(source.slots, source.key)
        with engine.connect() as connection:
            if inventory(connection) != copied or not is_whole(connection):
                raise UserError("The copy does not equal the register, so it was thrown away. Check the register and the disk.")
    return Restored(sum(copied.rows.values()), copied.head, None)


def _into_file(source: _Source, target: Path, clock: Clock) -> Restored:
    if target.resolve() == source.place.file.resolve():
        raise UserError("The backup already stands there. Give the place of the register.")
    _refuse_foreign(target)
    with unfinished(target) as temporary, telling(source.place, target):
        copied = copy_into(source.engine, temporary, source.key, is_server=False)
        kept = _keep(target, source.key, clock) if target.exists() else None
        temporary.replace(target)
        SlotFile(target).write(source.slots, source.key)
    return Restored(sum(copied.rows.values()), copied.head, str(kept) if kept is not None else None)


def _refuse_foreign(target: Path) -> None:
    """Refuse to replace anything that is not a register, known by the key file beside it."""
    if target.is_dir():
        raise UserError("{path} is a folder. Choose a file name in it.", path=target)
    if not target.parent.is_dir():
        raise UserError("The folder {path} does not exist. Create it first, or choose another.", path=target.parent)
    if target.exists() and not any(file.exists() for file in beside(target)):
        raise UserError("{path} is not a register, so it was left alone. Choose another name.", path=target)


def _keep(target: Path, key: bytes, clock: Clock) -> Path:
    """Keep the old register under a new name; nothing is copied, so this cannot run out of room."""
    _demand_alone(target, key)
    kept = target.with_name(f"{target.name}.before-restore-{clock.now():%Y%m%dT%H%M%S}")
    if kept.exists():
        raise UserError("There is already a file at {path}. Open it, or choose another name.", path=kept)
    for old, new in zip(places.belonging(target), places.belonging(kept), strict=True):
        if not old.exists():
            continue
        if old.name.endswith(("-wal", "-shm")):
            old.rename(new)  # a log that stayed would be read into the restored register
        else:
            _name_too(old, new)
    return kept


def _name_too(old: Path, new: Path) -> None:
    """Give a file a second name, so that the first is never missing; where the disk cannot do that, rename it."""
    try:
        os.link(old, new)
    except OSError:
        old.rename(new)


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
