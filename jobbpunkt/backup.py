"""Making a backup: an ordinary register file with its key slots beside it, whichever engine the register lives on."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from jobbpunkt import copying, database, files, places
from jobbpunkt.chain import Head
from jobbpunkt.errors import NotAllowed, UserError
from jobbpunkt.location import Location
from jobbpunkt.permissions import Permission
from jobbpunkt.refusals import is_damage, sentence
from jobbpunkt.slots import SlotFile, SlotSet
from jobbpunkt.soundness import Inventory, inventory, is_whole

if TYPE_CHECKING:
    from jobbpunkt.register import Register


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and compared: where it is, how many rows it holds, and where its history ends."""

    path: Path
    rows: int
    head: Head


def make(register: "Register", target: Path) -> Backup:
    """Back a register up into the file `target`, replacing an older backup of the same register.

    Nothing is changed when it cannot be made: no room, no permission, or a copy that does not equal the register.
    """
    if not register.user.may(Permission.MANAGE_REGISTER):
        raise NotAllowed("Your role does not allow this. Ask an administrator if you need it for your work.")
    slots = register.slots.read()
    return _make(register.location, register.engine, register.data_keys.register, slots, files.target(target))


def before_upgrade(place: Location, engine: Engine, key: bytes, slots: SlotSet) -> Backup:
    """Keep a verified copy of the register, named after its old schema version, before its schema changes."""
    version = database.schema_version(engine)
    if place.path is not None:
        return _make(place, engine, key, slots, place.path.with_name(f"{place.path.name}.before-{version}"))
    from platformdirs import user_data_path

    folder = user_data_path("Jobbpunkt", appauthor=False) / "backups"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.unwritable(folder) from error
    return _make(place, engine, key, slots, folder / f"{slots.register_id}.before-{version}")


def _make(place: Location, engine: Engine, key: bytes, slots: SlotSet, target: Path) -> Backup:
    _refuse_other(place, target, slots.register_id)
    with unfinished(target) as temporary, telling(place, target):
        copied = copy_into(engine, temporary, key, is_server=place.is_server)
        SlotFile(target).write(slots, key)
        temporary.replace(target)
    files.keep_names(target.parent)
    return Backup(target, sum(copied.rows.values()), copied.head)


def copy_into(engine: Engine, target: Path, key: bytes, *, is_server: bool) -> Inventory:
    """Copy a register into the empty file `target` and show that the copy is whole and equal."""
    copier = copying.server_to_file if is_server else copying.file_to_file
    counted = copier(engine, target, key)
    demand_equal(target, key, counted)
    _seal_off(target, key)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return counted


def demand_equal(target: Path, key: bytes, counted: Inventory) -> None:
    """Open a copy anew and refuse it unless it is whole and holds what was counted in the register."""
    engine = database.file_engine(target, key)
    try:
        with engine.connect() as connection:
            if inventory(connection) != counted or not is_whole(connection):
                raise UserError("The copy does not equal the register, so it was thrown away. Check the register and the disk.")
    finally:
        engine.dispose()


def _seal_off(target: Path, key: bytes) -> None:
    """Leave everything in the one file, without a log, so that the finished copy may be carried about."""
    connection = database.connect_file(target, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


@contextlib.contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Give an empty private file beside `target` to fill and rename; whatever is left of it afterwards is removed."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        places.remove(temporary)
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, files.PRIVATE))
    except (OSError, ValueError) as error:
        raise files.unwritable(target) from error
    try:
        yield temporary
    finally:
        places.remove(temporary)


@contextlib.contextmanager
def telling(place: Location, target: Path) -> Iterator[None]:
    """Say in one sentence what stopped a copy: damage is the register's, want of room or of permission the copy's."""
    try:
        yield
    except (sqlcipher.Error, DBAPIError) as error:
        at = place if is_damage(error) or _of_server(error) else Location(str(target), path=target)
        raise sentence(error, at) from error
    except OSError as error:
        raise files.unwritable(target) from error


def _of_server(error: BaseException) -> bool:
    return getattr(getattr(error, "orig", None), "sqlstate", None) is not None


def _refuse_other(place: Location, target: Path, register_id: str) -> None:
    """Refuse to write over anything but an older backup of the same register."""
    if not target.parent.is_dir():
        raise UserError("The folder {path} does not exist. Create it first, or choose another.", path=target.parent)
    if place.path is not None and target.resolve() == place.path.resolve():
        raise UserError("A backup cannot stand where the register itself is. Choose another name.")
    if not target.exists():
        return
    try:
        known = SlotFile(target).read().register_id
    except UserError:
        known = None
    if known != register_id:
        raise UserError("There is already another file at {path}. Choose another name for the backup.", path=target)
