"""Running Alembic from the program, on a connection that the program made."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration without any file; `connection` is the one to migrate."""
    made = Config()
    made.set_main_option("script_location", str(Path(__file__).parent))
    made.attributes["connection"] = connection
    return made


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the schema up to `to`; all steps are one transaction, so a kill or an error leaves the old or the new."""
    _run(engine, lambda settings: command.upgrade(settings, to))


def downgrade(engine: Engine, to: str) -> None:
    """Bring the schema back down to `to` (used by tests to prove that up and down agree)."""
    _run(engine, lambda settings: command.downgrade(settings, to))


def _run(engine: Engine, work: Callable[[Config], None]) -> None:
    with engine.execution_options(writes=True).connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:  # inside a transaction this pragma is ignored; with keys on, a rebuilt table would delete its children
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        try:
            work(config(connection))
            connection.rollback()
        finally:
            if sqlite:
                connection.connection.cursor().execute("PRAGMA foreign_keys=ON")
