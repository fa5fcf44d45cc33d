"""Whether a database is whole: what the engine itself can tell of pages, indexes and references, and how many rows there are."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, inspect, select, table, text
from sqlalchemy.orm import Session

from jobbpunkt.register.chain import Head, Opener, head, verify
from models.tables import metadata

# What stands elsewhere in a copy: the slots beside the file, the schema version by migration, the search index by triggers.
APART = frozenset({"key_slots", "alembic_version"})


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a register held at one moment: rows per table, and where its history ended."""

    rows: dict[str, int]
    head: Head


def inventory(connection: Connection) -> Inventory:
    """Count every table and note the history's head, in the caller's transaction."""
    names = [name for name in inspect(connection).get_table_names() if name not in APART and not name.startswith("search_fts")]
    rows = {name: connection.scalar(select(func.count()).select_from(table(name))) or 0 for name in sorted(names)}
    return Inventory(rows, head(Session(connection)))


def broken_pages(connection: Connection) -> int:
    """Return how many pages of a register file fail their authentication or do not fit together; 0 on a server."""
    if connection.dialect.name != "sqlite":
        return 0
    forged = len(connection.execute(text("PRAGMA cipher_integrity_check")).all())
    said = [row[0] for row in connection.execute(text("PRAGMA integrity_check"))]
    return forged + len([line for line in said if line != "ok"])


def orphans(connection: Connection) -> int:
    """Return how many rows refer to something that is not there."""
    if connection.dialect.name == "sqlite":
        return len(connection.execute(text("PRAGMA foreign_key_check")).all())
    return sum(_orphans_of(connection, name) for name in metadata().tables)


def _orphans_of(connection: Connection, name: str) -> int:
    found = 0
    for key in metadata().tables[name].foreign_keys:
        parent = key.column.table.alias("parent")
        missing = ~select(parent.c[key.column.name]).where(parent.c[key.column.name] == key.parent).exists()
        query = select(func.count()).select_from(key.parent.table).where(key.parent.is_not(None), missing)
        found += connection.scalar(query) or 0
    return found


def broken_history(connection: Connection, opener: Opener | None = None) -> int | None:
    """Return the number of the first history entry that does not fit, or None; `opener` opens what is sealed."""
    return verify(Session(connection), opener)


def is_whole(connection: Connection) -> bool:
    """Tell whether nothing at all is wrong."""
    return not broken_pages(connection) and not orphans(connection) and broken_history(connection) is None
