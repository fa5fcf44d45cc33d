"""The way to a PostgreSQL server: everything that says where and how is in the address, nothing in the surroundings."""

import os
from functools import partial
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import ArgumentError

from jobbpunkt.base.errors import UserError
from jobbpunkt.register.location import Location, ServerLogin
from jobbpunkt.register.server_roles import BACKUP, OWNER, names_within

# The one variable that is heard: it can only fail to let in. Every other could lead elsewhere, or change what a session does.
PASSWORD = "PGPASSWORD"  # noqa: S105 - the name of the variable, not a password
_SECONDS = 5


def server_engine(location: Location) -> Engine:
    """Return the engine of a register on a server, not yet connected.

    With a user of one's own one is that user there. A login that the address names is that of who runs the server: in a
    database that was prepared it becomes the owner of everything.
    """
    engine = bare_engine(location)
    if location.login is None:
        event.listen(engine, "connect", partial(_become, OWNER))
    return engine


def whole_engine(location: Location) -> Engine:
    """Return the engine of a signed-in administrator who copies or looks through the register as a whole."""
    engine = bare_engine(location)
    event.listen(engine, "connect", partial(_become, BACKUP))
    return engine


def bare_engine(location: Location) -> Engine:
    """Return the engine of a login that stays what it is."""
    try:
        engine = create_engine(
            str(location.url),
            hide_parameters=True,  # an error may be logged; what people typed may not
            pool_size=2,
            pool_pre_ping=True,
            connect_args={"connect_timeout": _SECONDS, "options": f"-csearch_path={location.schema}"},
        )
    except (ArgumentError, ValueError):
        raise UserError("{place} is not an address. Write it as postgresql://user@host/database.", place=location.text) from None
    event.listen(engine, "do_connect", partial(_alone, location.login))
    return engine


def _become(kind: str, connection: Any, _: Any) -> None:
    """Become another role of a prepared register; where one login does everything there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'jp'")
        found = cursor.fetchone()
        if found is not None:
            cursor.execute(f"SET ROLE {names_within(found[0])[kind]}")
    connection.commit()


def _alone(login: ServerLogin | None, _: Any, __: Any, ___: Any, given: dict[str, Any]) -> None:
    """Connect by the address alone: PGHOSTADDR, PGOPTIONS and others act in spite of what it says, and so are taken away."""
    for name in [name for name in os.environ if name.startswith("PG") and name != PASSWORD]:
        del os.environ[name]
    if login is not None:
        given.update(user=login.name, password=login.password)
