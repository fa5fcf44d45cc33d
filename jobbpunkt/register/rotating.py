"""Rotation: new data keys for a register, so that whoever has left, with all they kept, reads nothing written afterwards.

A file is copied under its new key, sealed anew and compared before it takes the old one's name; killed at any moment,
exactly one set of keys opens what stands there. On a server everything is one transaction.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from jobbpunkt.base import files, unfinished
from jobbpunkt.base.errors import UserError, stale
from jobbpunkt.register import chain, database, due, epoch, older_keys, pins, places, renewal, resealing, slots
from jobbpunkt.register.keys import DataKeys
from jobbpunkt.register.opening import Register
from jobbpunkt.register.refusals import in_words
from jobbpunkt.register.renewal import Renewal
from jobbpunkt.register.slots import SlotFile
from jobbpunkt.register.soundness import Inventory, inventory
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.register.vault import vault_of
from jobbpunkt.register.verified_copy import copy_in_words, seal_off
from models.vocabulary import HistoryAction

PATIENCE = 8.0  # seconds for others to be signed out by their windows, which look every two
_GROWS = frozenset({"history_entry", "history_signature", "older_key", "register_info"})
_PAGES = 4096  # copied between two words about how far it is
_ROOM = 1.4  # of the file's size: the copy, and the log of what is sealed anew
_COPIED, _SEALED, _COMPARED = 0.4, 0.8, 0.95  # how much is done by then

Told = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Rotated:
    """New keys in use: of which epoch, how many sealed values did not open and were left, and copies that they do not reach."""

    epoch: int
    unopened: int
    copies: tuple[Path, ...]


def rotate(register: Register, told: Told = lambda _: None, patience: float = 0) -> Rotated:
    """Give an open register new keys and go on with them; `told` hears how much is done, from 0 to 1.

    Others who have a register file open are asked to sign out, and waited for. Raises UserError when somebody stays, and for
    anything else that stands in the way; then nothing is changed, and new keys stay due.
    """
    renewal.demand_entitled(register.keyring)
    if register.location.login is not None:
        raise UserError(
            "New keys on this server are made by who runs it: jobbpunkt rotate, with the login for"
            " upgrades in the address. Ask them."
        )
    if register.location.is_server:
        return _on_server(register, told)
    with register.alone(patience), in_words(register.location):
        return _in_file(register, register.location.file, told)


def _on_server(register: Register, told: Told) -> Rotated:
    file, old = register.slots.read(), register.keyring.keys
    made = renewal.begun(register.keyring, file, register.clock.now())
    with _writing(register, register.engine, made) as uow:
        if uow.any_key_file() != file:
            raise stale()
        unopened = _seal_anew(uow, old, made, told)
        uow.put_key_file(made.alone(""), made.members.seen)
    register.carry_on(made.keyring)
    told(1)
    return Rotated(made.keyring.keys.epoch, unopened, ())


def _in_file(register: Register, path: Path, told: Told) -> Rotated:
    store, old = SlotFile(path), register.keyring.keys
    _demand_room(path)
    made = renewal.begun(register.keyring, store.read(), register.clock.now())
    with _beside(path) as temporary, copy_in_words(register.location, path):
        counted = _copy(path, old.register, temporary, made.keyring.keys.register, told)
        unopened = _fill(register, temporary, made, old, counted, told)
        salt = SlotFile(temporary).salt
        store.write(made.both(salt))
        os.replace(temporary, path)  # noqa: PTH105 - the point of no return, named as what it is
    files.keep_names(path.parent)
    with contextlib.suppress(UserError):  # both sets stand: the salt tells which one opens
        store.write(made.alone(salt))
    pins.go_on(register.location, made.members.register_id, made.members.seen)
    register.carry_on(made.keyring)
    told(1)
    return Rotated(made.keyring.keys.epoch, unopened, known_copies(path))


def known_copies(register: Path) -> tuple[Path, ...]:
    """Return the copies of a register file that lie beside it under its name: old keys open them as before."""
    others = register.parent.glob(f"{register.name}.*")
    return tuple(sorted(path for path in others if any(beside.exists() for beside in slots.beside(path))))


def _demand_room(path: Path) -> None:
    wanted, free = int(path.stat().st_size * _ROOM), shutil.disk_usage(path.parent).free
    if free < wanted:
        raise UserError(
            "New keys need {wanted} MB of room beside the register, and {free} MB are free. Make room, then try again.",
            wanted=-(-wanted // 1_000_000),
            free=free // 1_000_000,
        )


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give an empty file beside the register, made anew where an earlier one was left by a kill; it is gone afterwards."""
    temporary = places.next_of(path)
    with unfinished.noted(temporary):
        places.remove(temporary)
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, files.PRIVATE))
        temporary.chmod(path.stat().st_mode & 0o666)
        try:
            yield temporary
        finally:
            places.remove(temporary)


def _copy(path: Path, key: bytes, target: Path, new: bytes, told: Told) -> Inventory:
    """Copy a register file that nobody has open into an empty one under another key; return what was copied."""
    counted = _counted(path, key)
    reader, writer = database.connect_file(path, key), database.connect_file(target, new)
    try:
        reader.execute("PRAGMA busy_timeout = 200")
        if reader.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise UserError("Another program has the register open. Close it there, then try again.")
        reader.backup(writer, pages=_PAGES, progress=lambda _, left, total: told(_COPIED * (1 - left / max(total, 1))))
    finally:
        writer.close()
        reader.close()
    return counted


def _counted(path: Path, key: bytes) -> Inventory:
    engine = database.file_engine(path, key)
    try:
        with engine.connect() as connection:
            return inventory(connection)
    finally:
        engine.dispose()


def _fill(register: Register, temporary: Path, made: Renewal, old: DataKeys, counted: Inventory, told: Told) -> int:
    """Seal the copy anew, show that it is whole and holds what was counted, and force it to the disk."""
    engine = database.file_engine(temporary, made.keyring.keys.register)
    try:
        with _writing(register, engine, made) as uow:
            unopened = _seal_anew(uow, old, made, lambda part: told(_COPIED + (_SEALED - _COPIED) * part))
        with engine.connect() as connection:
            _demand_equal(connection, counted)
    finally:
        engine.dispose()
    seal_off(temporary, made.keyring.keys.register)
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())
    told(_COMPARED)
    return unopened


def _writing(register: Register, engine: Engine, made: Renewal) -> Writing:
    writing, place = database.for_writing(engine), register.location
    return Writing(writing, place, user=register.user, clock=register.clock, keyring=made.keyring, sitting=register.sitting)


def _seal_anew(uow: Writing, old: DataKeys, made: Renewal, told: Told) -> int:
    """Seal everything anew in one transaction, which the history tells of; return how many values did not open."""
    connection = uow.asking()
    unopened = resealing.reseal(connection, vault_of(old), uow.vault, told)
    older_keys.wrap_anew(connection, made.keyring.keys)
    due.settle(uow)
    epoch.keep(connection, made.keyring.keys.epoch)
    uow.note(HistoryAction.KEYS_RENEWED, noun="register_info", record_id=made.register_id, reason=str(made.keyring.keys.epoch))
    return unopened


def _demand_equal(connection: Connection, counted: Inventory) -> None:
    """Refuse a copy unless its pages are whole and it holds what was counted, its history one entry more."""
    found = inventory(connection)
    same = all(found.rows[name] == count for name, count in counted.rows.items() if name not in _GROWS)
    goes_on = found.head.number == counted.head.number + 1 and chain.goes_through(Session(connection), counted.head)
    forged = connection.exec_driver_sql("PRAGMA cipher_integrity_check").all()
    said = connection.exec_driver_sql("PRAGMA quick_check").scalars().all()
    if not same or not goes_on or forged or said != ["ok"]:
        raise UserError(
            "The copy with new keys did not equal the register and was thrown away. The register is as before."
            " Check the register and the disk, then try again."
        )
