"""Places for registers: where the slots of one are kept, and taking an empty place for a new one."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, inspect

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import changeover, database
from jobbpunkt.register.location import Location
from jobbpunkt.register.mounts import lies_elsewhere
from jobbpunkt.register.refusals import in_words
from jobbpunkt.register.slots import SlotFile, SlotStore, beside
from jobbpunkt.register.synchronised import carrier

_NEXT = ".next"


def slot_store(place: Location) -> SlotStore:
    """Return where a register's slots are kept; refuses a place that can be no register."""
    if place.path is None:
        from jobbpunkt.register.server_slots import ServerSlots

        return ServerSlots(place)
    changeover.settle(place.path)
    database.refuse_plain(place.path)
    return SlotFile(place.path)


def of_demo() -> Path:
    """Return where the demo register of this computer's user is, or will be."""
    from platformdirs import user_data_path

    return user_data_path("Jobbpunkt", appauthor=False) / "demo" / "demo.jobbpunkt"


def taken(place: Location) -> bool:
    """Tell whether something stands at a place already: any file, or a database with tables."""
    if place.path is not None:
        return place.path.exists()
    engine = database.engine_of(place, b"")
    try:
        with in_words(place):
            return bool(inspect(engine).get_table_names())
    finally:
        engine.dispose()


def holds_register(place: Location) -> bool:
    """Tell whether the database at a place on a server holds a register."""
    engine = database.engine_of(place, b"")
    try:
        with in_words(place):
            return database.schema_version(engine) is not None
    finally:
        engine.dispose()


@contextlib.contextmanager
def empty(place: Location, key: bytes) -> Iterator[Engine]:
    """Give the engine of an empty database at `place`; if the block fails, the place is emptied again."""
    if place.path is None:
        with _empty_database(place) as engine:
            yield engine
        return
    _take(place.path)
    try:
        engine = database.engine_of(place, key)
        try:
            yield engine
        finally:
            engine.dispose()
    except BaseException:
        remove(place.path)
        raise


@contextlib.contextmanager
def _empty_database(place: Location) -> Iterator[Engine]:
    engine = database.engine_of(place, b"")
    try:
        with in_words(place):
            _refuse_filled(place, engine)
        try:
            yield engine
        except BaseException:
            with contextlib.suppress(Exception):
                _clear(engine)
            raise
    finally:
        engine.dispose()


def _refuse_filled(place: Location, engine: Engine) -> None:
    if database.schema_version(engine) is not None:
        raise UserError("There is already a register at {place}. Open it, or choose another place.", place=place.text)
    if inspect(engine).get_table_names():
        raise UserError("The database {place} is not empty. Choose an empty one.", place=place.text)


def _clear(engine: Engine) -> None:
    from migrations import runner

    runner.downgrade(engine, "base")
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE IF EXISTS alembic_version")


def _take(path: Path) -> None:
    """Make an empty file that only its owner may read, or refuse; nobody else can take the name meanwhile."""
    if any(taken.exists() for taken in belonging(path)):
        raise UserError("There is already a file at {path}. Open it, or choose another name.", path=path)
    files.demand_folder(path.parent)
    refuse_shared(path)
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, files.PRIVATE))
    except (OSError, ValueError) as error:
        raise UserError("Nothing can be written at {path}. Choose a folder of your own.", path=path) from error


def belonging(path: Path) -> tuple[Path, ...]:
    """Return the register file at `path` and the files that stand beside it: its slots and its write-ahead log."""
    return (path, *beside(path), path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm"))


def remove(path: Path) -> None:
    """Remove a register file that was never finished, with all that belongs to it."""
    for file in belonging(path):
        file.unlink(missing_ok=True)


def refuse_shared(path: Path) -> None:
    """Refuse a folder that other computers hold or get copies of: both can damage a register that is open."""
    end = path.resolve()
    if lies_elsewhere(end):
        raise UserError(
            "{path} is on a network disk, where two computers could write at once and damage the register. Move"
            " the register with its key files to a folder on this computer, or use a PostgreSQL server.",
            path=path,
        )
    name = carrier(end)
    if name is not None:
        raise UserError(
            "{path} is in a folder that is carried to other computers ({program}), which could damage an open register. Move the"
            " register with its key files to another folder; backups may stand there.",
            path=path,
            program=name,
        )


def next_of(register: Path) -> Path:
    """Return where a register file is copied under new keys, before the copy takes its name."""
    return register.with_name(register.name + _NEXT)


def whose_next(copy: Path) -> Path | None:
    """Return the register file of such a copy, or None for any other file."""
    return copy.with_name(copy.name.removesuffix(_NEXT)) if copy.name.endswith(_NEXT) else None
