"""Copying a register's rows: file to file through the engine's online backup, between the engines table by table."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Column, Connection, Engine, Integer, MetaData, Table, func, insert, select, text

from jobbpunkt.register import database
from jobbpunkt.register.soundness import APART, Inventory, inventory

_BATCH = 500


def file_to_file(source: Engine, target: Path, key: bytes) -> Inventory:
    """Copy a register file into the empty file `target`; return what was copied.

    Copying the file itself could lose its write-ahead log. Counting and copying see the same moment: both are in one
    transaction of one connection.
    """
    writer = database.connect_file(target, key)
    try:
        with source.connect() as connection:
            counted = inventory(connection)
            connection.connection.driver_connection.backup(writer)  # type: ignore[union-attr]
    finally:
        writer.close()
    return counted


def server_to_file(source: Engine, target: Path, key: bytes) -> Inventory:
    """Copy a server's register into the empty file `target`, at the same schema version; return what was copied."""
    from migrations import runner  # what a window loads to know when the last copy was made has no need of it

    version = database.schema_version(source)
    writer = database.file_engine(target, key)
    try:
        runner.upgrade(writer, version or "base")
        options = database.reading_options(source)
        with source.execution_options(**options).connect() as reading, without_references(writer) as writing:
            counted = inventory(reading)
            _copy(reading, writing, plain_tables(source))
            writing.commit()
    finally:
        writer.dispose()
    return counted


def file_to_server(source: Engine, target: Engine) -> Inventory:
    """Copy a register file into an empty database, at the same schema version; return what was copied."""
    from migrations import runner

    runner.upgrade(target, database.schema_version(source) or "base")
    tables = plain_tables(target)
    with source.connect() as reading, target.begin() as writing:
        counted = inventory(reading)
        _copy(reading, writing, tables)
        for table in tables:
            _advance_counter(writing, table)
    return counted


def plain_tables(server: Engine) -> list[Table]:
    """Return the server's tables, parents first, with types that both engines can read and write."""
    found = MetaData()
    found.reflect(server)
    plain = MetaData()
    return [Table(table.name, plain, *map(_plain, table.columns)) for table in found.sorted_tables if table.name not in APART]


def _plain(column: Column[Any]) -> Column[Any]:
    kind = column.type.as_generic()
    if isinstance(kind, JSON):
        kind = JSON(none_as_null=True)
    return Column(column.name, kind, primary_key=column.primary_key, autoincrement=False)


def without_references(engine: Engine) -> Connection:
    """Return a writing connection that does not look at references until the copy is complete."""
    connection = engine.execution_options(writes=True).connect()
    connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
    return connection


def _copy(reading: Connection, writing: Connection, tables: list[Table]) -> None:
    for table in tables:
        for rows in _batches(reading, table):
            writing.execute(insert(table), rows)


def _batches(reading: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    aware = reading.dialect.name == "sqlite"
    found = reading.execution_options(yield_per=_BATCH).execute(select(table).order_by(*table.primary_key))
    for part in found.mappings().partitions():
        yield [{name: _moment(value, aware=aware) for name, value in row.items()} for row in part]


def _moment(value: Any, *, aware: bool) -> Any:
    """Return an instant as the other engine stores it; anything else unchanged."""
    if not isinstance(value, datetime):
        return value
    return value.replace(tzinfo=UTC) if aware else value.astimezone(UTC).replace(tzinfo=None)


def _advance_counter(writing: Connection, table: Table) -> None:
    """Let the server go on counting after the highest number that was copied."""
    columns = list(table.primary_key)
    if len(columns) != 1 or not isinstance(columns[0].type, Integer):
        return
    counter = writing.scalar(select(func.pg_get_serial_sequence(table.name, columns[0].name)))
    highest = writing.scalar(select(func.max(columns[0])))
    if counter is not None and highest is not None:
        writing.execute(text("SELECT setval(:counter, :highest)"), {"counter": counter, "highest": highest})
