"""Rows of what only grows: written once, straight through the driver, and never looked at as objects again."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, insert

from jobbpunkt.register.asking import Sent
from models.base import Record


def enter(connection: Connection, row: Record) -> None:
    """Write a new record; what was left out gets what its column has by default, as if a session had sent it."""
    table, defaults = _columns(type(row))
    for name, default in defaults.items():
        if default is not None and name not in row.__dict__:
            setattr(row, name, default)
    _entering(table).send(connection, [{**defaults, **row.__dict__}])


@cache
def _columns(model: type[Record]) -> tuple[Table, dict[str, Any]]:
    """Return the table of a kind of records, and what each of its columns has by default."""
    table = model.metadata.tables[model.__tablename__]
    return table, {column.key: getattr(column.default, "arg", None) for column in table.columns}


@cache
def _entering(table: Table) -> Sent:
    return Sent(insert(table))
