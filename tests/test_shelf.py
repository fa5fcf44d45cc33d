"""A copy of a database that is used again is as good as a new one, or is not used again."""

import psycopg
import pytest
from psycopg import sql

from jobbpunkt.base.clock import Clock
from jobbpunkt.register.opening import Register
from models.account import User
from tests.registers import FOUNDER, SIGN_IN, opened
from tests.shelf import Shelf

CHANGES = (
    "CREATE TABLE more (id int)",
    "ALTER TABLE person ADD COLUMN more text",
    "ALTER TABLE person ALTER COLUMN family_name DROP NOT NULL",
    "ALTER TABLE history_entry DISABLE TRIGGER USER",
    "CREATE INDEX more ON person (given_name)",
    "CREATE FUNCTION more() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE SCHEMA more",
    "CREATE SEQUENCE more",
    "COMMENT ON TABLE person IS 'more'",
    "GRANT SELECT ON person TO PUBLIC",
    "TRUNCATE person CASCADE",
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = %L', current_database(), '8MB'); END $$",
    "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 7', current_database()); END $$",
)


def rows_of(place: str) -> dict[str, list[tuple[object, ...]]]:
    with psycopg.connect(place) as connection:
        tables = [name for (name,) in connection.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND oid >= 16384")]
        query = sql.SQL("SELECT * FROM {}")
        return {name: sorted(connection.execute(query.format(sql.Identifier(name))), key=repr) for name in tables}


def test_a_copy_that_is_used_again_holds_the_rows_of_the_template(postgres_shelf: Shelf, clock: Clock) -> None:
    copy = postgres_shelf.take()
    place = postgres_shelf.server.url(copy.name)
    new = rows_of(place)
    assert any(new.values())
    with opened(place, clock) as register:
        with register.writing() as uow:
            uow.get(User, register.user.id).name = "Någon Annan"
        with register.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM register_info")
        assert rows_of(place) != new
        postgres_shelf.give_back(copy)
    assert postgres_shelf.take() is copy
    assert rows_of(place) == new
    again = Register.open(place, SIGN_IN, clock)
    assert again.user.name == FOUNDER.name
    again.close()
    postgres_shelf.give_back(copy)


@pytest.mark.parametrize("change", CHANGES)
def test_a_copy_whose_shape_was_changed_is_thrown_away(postgres_shelf: Shelf, change: str) -> None:
    copy = postgres_shelf.take()
    with psycopg.connect(postgres_shelf.server.url(copy.name)) as connection:
        connection.execute(change.encode())
    postgres_shelf.give_back(copy)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(postgres_shelf.server.url(copy.name))


def test_a_connection_that_is_still_open_is_cut_off_from_a_copy_that_is_put_back(postgres_shelf: Shelf) -> None:
    copy = postgres_shelf.take()
    with psycopg.connect(postgres_shelf.server.url(copy.name)) as left:
        left.execute("DELETE FROM register_info")
        postgres_shelf.give_back(copy)
        with pytest.raises(psycopg.OperationalError):
            left.execute("SELECT 1")
