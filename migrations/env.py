"""Alembic's entry: migrates the connection it is handed, all steps in one transaction: the register is old or new."""

from typing import Any

from alembic import context
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from migrations import difference
from models.tables import metadata


def run(connection: Connection) -> None:
    """Run the wanted steps on `connection`."""
    context.configure(
        connection=connection,
        target_metadata=metadata(),
        render_as_batch=True,
        compare_type=True,
        include_object=difference.is_compared,
        render_item=difference.written,
        process_revision_directives=difference.complete,
        transaction_per_migration=False,
        transactional_ddl=True,
        on_version_apply=_demand_parents,
    )
    with context.begin_transaction():
        context.run_migrations()


def _demand_parents(ctx: MigrationContext, *_: Any, **__: Any) -> None:
    """Fail a step that left a row without its parent, while it can still be rolled back."""
    connection = ctx.connection
    if connection is None or connection.dialect.name != "sqlite":
        return
    if connection.execute(text("PRAGMA foreign_key_check")).first() is not None:
        raise RuntimeError("a migration left a row without its parent")


run(context.config.attributes["connection"])
