"""Putting a register in the place of another on a server: made beside it as a schema, exchanged in one transaction."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import text

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import database, location
from jobbpunkt.register.location import USUAL_SCHEMA as USUAL
from jobbpunkt.register.location import Location
from jobbpunkt.register.refusals import in_words


@dataclass(frozen=True, slots=True)
class Exchange:
    """Where the new register is filled, and the address at which the old one can be opened once they are exchanged."""

    making: Location
    kept: Location


@contextlib.contextmanager
def exchanged(place: Location, clock: Clock) -> Iterator[Exchange]:
    """Give a place to fill; when the block ends well it becomes `place`, and the old register a schema beside it.

    Nothing of the old one is touched before that. Refuses while somebody else has the register open.
    """
    stamp = f"{clock.now():%Y%m%dt%H%M%S}"
    making, kept = f"restoring_{stamp}", f"before_restore_{stamp}"
    _demand_alone(place)
    _carry_out(place, f"CREATE SCHEMA {making}")
    try:
        yield Exchange(_within(place, making), _within(place, kept))
        _demand_alone(place)
        _carry_out(
            place,
            f"ALTER SCHEMA {USUAL} RENAME TO {kept}",
            f"ALTER SCHEMA {making} RENAME TO {USUAL}",
        )
    except BaseException:
        with contextlib.suppress(UserError):
            _carry_out(place, f"DROP SCHEMA IF EXISTS {making} CASCADE")
        raise


def _within(place: Location, schema: str) -> Location:
    """Return the address of a schema of the database at `place`; it can be opened like any other."""
    sign = "&" if "?" in place.text else "?"
    return location.parse(f"{place.text}{sign}options=-csearch_path%3D{schema}")


def _carry_out(place: Location, *statements: str) -> None:
    engine = database.engine_of(place, b"")
    try:
        with in_words(place), engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))
    finally:
        engine.dispose()


def _demand_alone(place: Location) -> None:
    others = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
    engine = database.engine_of(place, b"")
    try:
        with in_words(place), engine.connect() as connection:
            if connection.scalar(others):
                raise UserError("Another program has the register open. Close it there, then restore.")
    finally:
        engine.dispose()
