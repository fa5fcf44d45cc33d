"""What Alembic compares between the models and a register, and how it writes down what it finds."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from alembic.operations import ops
from sqlalchemy import Column, Enum

from models.types import Content, Instant, Sealable, Structured, Worded

# Made by hand in the migrations: the search index with its shadow tables, and PostgreSQL's indexes of words.
BY_HAND = ("search_fts", "search_entry_words", "search_note_words")
# What a column is in the database, whatever the program makes of it.
PLAIN = {
    Instant: "sa.DateTime(timezone=True)",
    Sealable: "sa.Text()",
    Worded: "sa.Text()",
    Structured: "sa.JSON()",
    Content: "sa.LargeBinary()",
}


def is_compared(thing: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:  # noqa: ARG001, FBT001 - Alembic's call
    """Tell whether the models say what this table or index shall be."""
    return not str(name).startswith(BY_HAND)


def written(kind: str, thing: Any, _: Any) -> str | Literal[False]:
    """Return the words for a column's type, without any name of ours: a migration does not change when the models do."""
    if kind == "type" and isinstance(thing, Enum):
        return f"sa.String(length={thing.length})"
    return PLAIN.get(type(thing), False) if kind == "type" else False


def complete(_: Any, __: Any, scripts: list[ops.MigrationScript]) -> None:
    """Give each index its condition on both engines, and demand a value for the rows that a new column meets."""
    for operation in _within(scripts):
        if isinstance(operation, ops.CreateIndexOp) and "sqlite_where" in operation.kw:
            operation.kw["postgresql_where"] = operation.kw["sqlite_where"]
        if isinstance(operation, ops.AddColumnOp):
            _demand_value(operation.table_name, operation.column)


def _within(operations: Iterable[Any]) -> Iterator[Any]:
    for operation in operations:
        yield operation
        if isinstance(operation, ops.MigrationScript):
            yield from _within([operation.upgrade_ops])
        elif isinstance(operation, ops.OpContainer):
            yield from _within(operation.ops)


def _demand_value(table: str, column: Column[Any]) -> None:
    if not column.nullable and column.server_default is None:
        raise ValueError(
            f'{table}.{column.name} would be empty in the rows that exist: give the column server_default="…" in models/,'
            " or let it be empty."
        )
