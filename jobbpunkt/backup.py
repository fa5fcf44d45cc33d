"""Backups: made through the engine, opened and compared before they count."""

from pathlib import Path

from sqlalchemy import Engine

from jobbpunkt import database
from jobbpunkt.location import Location


def before_upgrade(place: Location, engine: Engine, key: bytes) -> None:
    """Keep a copy of the register beside it, named after its old schema version, before its schema changes."""
    if place.path is None:
        return
    version = database.schema_version(engine)
    target = place.path.with_name(f"{place.path.name}.before-{version}")
    copy_file(place.path, target, key)


def copy_file(source: Path, target: Path, key: bytes) -> None:
    """Copy a register file through the engine's online backup; copying the file itself could lose its write-ahead log."""
    with database.connect_file(source, key) as reader, database.connect_file(target, key) as writer:
        reader.backup(writer)
