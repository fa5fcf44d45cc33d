"""What the server's own administrator does once for a register: its roles, its functions, and the rights of each role."""

import resources
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import server_policies
from jobbpunkt.register.location import Location
from jobbpunkt.register.refusals import in_words
from jobbpunkt.register.server_engine import bare_engine
from jobbpunkt.register.server_roles import named, names_for


def prepare(place: Location) -> str:
    """Prepare the database at an address that a superuser may sign in at, empty or with a register; return its upgrade login."""
    if not place.is_server:
        raise UserError("Only a database on a server is prepared: give an address that begins with postgresql://.")
    engine = bare_engine(place)
    try:
        with in_words(place), engine.begin() as connection:
            if connection.exec_driver_sql("SELECT rolsuper FROM pg_roles WHERE rolname = session_user").scalar() is not True:
                raise UserError("Only the server's own administrator (a superuser) can prepare a database. Nothing was changed.")
            database = str(connection.exec_driver_sql("SELECT current_database()").scalar())
            names = names_for(database)
            quoted = '"' + database.replace('"', '""') + '"'
            script = resources.path("server", "prepare.sql").read_text(encoding="utf-8")
            # The driver itself: SQLAlchemy would send one statement only, and look for places of values in it.
            connection.connection.cursor().execute(named(script, {**names, "database": quoted}))
            if connection.dialect.has_table(connection, "alembic_version"):
                connection.exec_driver_sql(f"SET LOCAL ROLE {names['owner']}")
                server_policies.apply(connection)
    finally:
        engine.dispose()
    return names["upgrade"]
