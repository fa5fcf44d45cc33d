"""Alembic's entry: migrates the connection it is handed, one transaction for each step."""

from alembic import context
from sqlalchemy import Connection

from models.tables import metadata


def run(connection: Connection) -> None:
    """Run the wanted steps on `connection`."""
    context.configure(
        connection=connection,
        target_metadata=metadata(),
        render_as_batch=True,
        compare_type=True,
        transaction_per_migration=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
