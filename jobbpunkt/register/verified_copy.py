"""A verified copy: an ordinary register file with its key slots beside it, whichever engine the register lives on."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import changeover, copying, database, places
from jobbpunkt.register.chain import Head
from jobbpunkt.register.file_lock import FileLock
from jobbpunkt.register.location import Location
from jobbpunkt.register.refusals import is_damage, sentence
from jobbpunkt.register.slots import AnyKeyFile, SlotFile, named
from jobbpunkt.register.soundness import Inventory, inventory, is_whole


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was opened and compared: where it is, how many rows it holds, and where its history ends."""

    path: Path
    rows: int
    head: Head


def before_upgrade(place: Location, engine: Engine, key: bytes, file: AnyKeyFile) -> Backup:
    """Keep a verified copy of the register, named after its old schema version, before its schema changes."""
    version = database.schema_version(engine)
    if place.path is not None:
        return of_register(place, engine, key, file, place.path.with_name(f"{place.path.name}.before-{version}"))
    from platformdirs import user_data_path

    folder = user_data_path("Jobbpunkt", appauthor=False) / "backups"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.unwritable(folder) from error
    return of_register(place, engine, key, file, folder / f"{file.register_id}.before-{version}")


def of_register(place: Location, engine: Engine, key: bytes, file: AnyKeyFile, target: Path) -> Backup:
    """Copy a register into a file with its key slots beside it, compare the two, and only then give it its name."""
    changeover.settle(target)
    _refuse_other(place, target, file.register_id)
    with unfinished(target) as temporary, copy_in_words(place, target):
        copied = copy_into(engine, temporary, key, is_server=place.is_server)
        SlotFile(temporary).write(named(file, SlotFile(temporary).salt))
        with FileLock(target).alone() if target.exists() else contextlib.nullcontext():
            changeover.exchange(target, temporary, None)
    return Backup(target, sum(copied.rows.values()), copied.head)


def copy_into(engine: Engine, target: Path, key: bytes, *, is_server: bool) -> Inventory:
    """Copy a register into the empty file `target` and show that the copy is whole and equal."""
    copier = copying.server_to_file if is_server else copying.file_to_file
    counted = copier(engine, target, key)
    _demand_equal_anew(target, key, counted)
    seal_off(target, key)
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return counted


def demand_equal(engine: Engine, counted: Inventory) -> None:
    """Refuse a copy unless it is whole and holds what was counted in the register."""
    with engine.connect() as connection:
        if inventory(connection) != counted or not is_whole(connection):
            raise UserError("The copy does not equal the register, so it was thrown away. Check the register and the disk.")


def _demand_equal_anew(target: Path, key: bytes, counted: Inventory) -> None:
    """Open a finished file anew to compare it."""
    engine = database.file_engine(target, key)
    try:
        demand_equal(engine, counted)
    finally:
        engine.dispose()


def seal_off(target: Path, key: bytes) -> None:
    """Leave everything in the one file, without a log, so that the finished copy may be carried about."""
    connection = database.connect_file(target, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        connection.close()


@contextlib.contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Give an empty private file beside `target` to fill and rename; whatever is left of it afterwards is removed."""
    temporary = files.unfinished(target)
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
def copy_in_words(place: Location, target: Path) -> Iterator[None]:
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
    files.demand_folder(target.parent)
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
