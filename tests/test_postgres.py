"""The server that the tests stand on: separate databases, real extensions, nothing left behind."""

from pathlib import Path

import psycopg

from tests.postgres import Server, serving


def test_a_copy_of_a_database_has_its_rows_and_goes_its_own_way(postgres: Server) -> None:
    original = postgres.create("original")
    with psycopg.connect(original) as connection:
        connection.execute("CREATE TABLE word (text text)")
        connection.execute("INSERT INTO word VALUES ('möte')")
    with psycopg.connect(postgres.create("copy", template="original")) as connection:
        assert connection.execute("SELECT text FROM word").fetchall() == [("möte",)]
        connection.execute("DELETE FROM word")
    with psycopg.connect(original) as connection:
        assert connection.execute("SELECT count(*) FROM word").fetchone() == (1,)
    postgres.drop("copy")
    postgres.drop("original")


def test_the_extensions_that_search_needs_are_there(postgres: Server) -> None:
    with psycopg.connect(postgres.create("extended")) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        connection.execute("CREATE EXTENSION unaccent")
        assert connection.execute("SELECT unaccent('Åsa Öberg')").fetchone() == ("Asa Oberg",)
    postgres.drop("extended")


def test_a_database_is_dropped_under_an_open_connection(postgres: Server) -> None:
    address = postgres.create("busy")
    with psycopg.connect(address):
        postgres.drop("busy")


def test_a_stopped_server_leaves_no_file() -> None:
    # One that would not stop is an error by itself: `serving` gives it only so long.
    with serving() as server:
        folder = Path(server.host)
        assert folder.is_dir()
    assert not folder.exists()
