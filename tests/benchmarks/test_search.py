"""The caseload's search among ten thousand people, beside the raw full-text query on the same file."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from jobbpunkt.people.caseload import caseload
from jobbpunkt.register import Register
from models.person import Person
from tests.benchmarks.ratio import ratio

AT_MOST = 10.0
PEOPLE = 10_000
GIVEN = ("Anna", "Bo", "Cecilia", "David", "Elsa", "Farah", "Gustav", "Hodan", "Ivan", "Jamila", "Karin", "Lars", "Maria")
FAMILY = (
    "Alm",
    "Berg",
    "Dal",
    "Ek",
    "Fors",
    "Gran",
    "Hed",
    "Kulle",
    "Lind",
    "Mo",
    "Nyholm",
    "Ros",
    "Sten",
    "Strand",
    "Vik",
    "Ås",
    "Öst",
)
TYPED = "mar nyh"


@pytest.fixture
def crowded(sqlite_register: Register) -> Register:
    with sqlite_register.writing() as uow:
        for number in range(PEOPLE):
            given, family = GIVEN[number % len(GIVEN)], FAMILY[number % len(FAMILY)]
            uow.add(Person(reference=1001 + number, given_name=given, family_name=f"{family} {number}", removed=False))
    return sqlite_register


@pytest.fixture
def connection(crowded: Register) -> Iterator[Connection]:
    with crowded.engine.connect() as connection:
        yield connection


def test_a_keystroke_gives_rows_within_ten_times_the_raw_query(crowded: Register, connection: Connection) -> None:
    def raw() -> int:
        query = "SELECT rowid, folded FROM search_fts WHERE search_fts MATCH ?"
        return len(connection.exec_driver_sql(query, ('"mar"* "nyh"*',)).fetchall())

    def typed() -> int:
        with crowded.reading() as uow:
            return len(caseload(uow, words=TYPED))

    assert raw() == typed() > 10
    assert ratio(typed, raw) <= AT_MOST
