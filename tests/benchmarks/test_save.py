"""Saving a person with history and index, beside the bare INSERTs of the same rows in one transaction."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from jobbpunkt.database import connect_file
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import Register
from tests.benchmarks.ratio import ratio
from tests.registers import Template, copy_file

AT_MOST = 5.0
PERSON = PersonData("Åsa", "Öberg", phone="0701740620", email="asa@example.se", district="Bäckby", own_goal="Arbete i butik.")
UNIQUE = {"person": ("id", "reference"), "history_entry": ("number",), "search_entry": ("number", "record_id")}


class BareInserts:
    """Writes the rows of one saved person again and again, with nothing but the driver."""

    def __init__(self, connection: Any, register: Register) -> None:
        self._connection, self._count = connection, 1_000_000
        with register.engine.connect() as source:
            self._rows = {table: self._last_row(source, table) for table in UNIQUE}

    @staticmethod
    def _last_row(source: Any, table: str) -> dict[str, object]:
        key = UNIQUE[table][0]
        return dict(source.exec_driver_sql(f"SELECT * FROM {table} ORDER BY {key} DESC LIMIT 1").mappings().one())

    def __call__(self) -> None:
        """Insert one person, one history entry and one search entry in a transaction of their own."""
        self._count += 1
        self._connection.execute("BEGIN IMMEDIATE")
        for table, row in self._rows.items():
            values = row | {key: uuid4().hex if key.endswith("id") else self._count for key in UNIQUE[table]}
            marks = ", ".join("?" * len(values))
            self._connection.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))
        self._connection.execute("COMMIT")


@pytest.fixture
def bare(sqlite_register: Register, sqlite_template: Template, tmp_path: Path) -> Iterator[BareInserts]:
    save(sqlite_register)
    place = copy_file(sqlite_template, tmp_path / "bare.jobbpunkt")
    connection = connect_file(Path(place), sqlite_register.data_keys.register)
    yield BareInserts(connection, sqlite_register)
    connection.close()


def save(register: Register) -> None:
    with register.writing() as uow:
        details.create(uow, PERSON)


def test_a_save_takes_at_most_five_times_its_bare_inserts(sqlite_register: Register, bare: BareInserts) -> None:
    assert ratio(lambda: save(sqlite_register), bare) <= AT_MOST
