"""Writing: saving a person, a tap on the counting button, an empty read, and a list of people brought in."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

from uuid_utils import uuid7

from jobbpunkt import campaigns
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.exchange.people import import_people
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from tests.bench.entry import Entry
from tests.bench.lives import TODAY
from tests.bench.stock import Bench

SAVE, TAP, READ, IMPORT = 5.0, 5.0, 30.0, 20.0
LISTED = 1000
PERSON = PersonData("Åsa", "Öberg", phone="0701740620", email="asa@example.se", district="Bäckby", own_goal="Arbete i butik.")
_KEYS = {"person": "id", "tally_entry": "id", "case_file": "id", "search_entry": "record_id", "history_entry": "number"}


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield what writes, beside bare INSERTs of the same rows with keys in order, in one transaction with the history's head."""
    measure = _measure(bench)

    def save() -> None:
        with bench.register.writing() as uow:
            details.create(uow, PERSON)

    def tap() -> None:
        with bench.register.writing() as uow:
            campaigns.count(uow, measure)

    save()
    yield Entry(
        "Saving a person", save, "bare INSERTs, head, commit", Bare(bench, ("person", "search_entry", "history_entry")), SAVE
    )
    tap()
    yield Entry("Counting, one tap", tap, "bare INSERTs, head, commit", Bare(bench, ("tally_entry", "history_entry")), TAP)

    def nothing() -> None:
        with bench.register.reading() as uow:
            uow.asking()

    yield Entry("An empty read", nothing, "BEGIN and ROLLBACK", _empty(bench), READ)
    yield _import(bench)


def _measure(bench: Bench) -> UUID:
    first = TODAY - timedelta(days=TODAY.weekday())
    with bench.register.writing() as uow:
        made = campaigns.create(uow, CampaignDetails("CV-boxen", first, first + timedelta(days=27)), measures=cv_box_measures())
    with bench.register.reading() as uow:
        return campaigns.get(uow, made.record).measures[0].id


def _empty(bench: Bench) -> Any:
    def work() -> None:
        bench.connection.execute("BEGIN")
        bench.connection.execute("ROLLBACK")

    return work


class Bare:
    """Writes the latest row of each table again and again, with nothing but the driver; the chain's head is read and moved."""

    def __init__(self, bench: Bench, tables: tuple[str, ...], rows: int = 1) -> None:
        self._run, self._many, self._rows = bench.connection.execute, bench.connection.executemany, rows
        self._tables = [self._table(name) for name in tables]

    def _table(self, name: str) -> tuple[str, dict[str, Any]]:
        key = "number" if name in {"history_entry", "search_entry"} else _KEYS[name]
        cursor = self._run(f"SELECT * FROM {name} ORDER BY {key} DESC LIMIT 1")
        row = dict(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
        if name == "search_entry":
            del row["number"]
        marks = ", ".join("?" * len(row))
        return f"INSERT INTO {name} ({', '.join(row)}) VALUES ({marks})", row

    def __call__(self) -> None:
        """Write the rows in one transaction."""
        self._run("BEGIN IMMEDIATE")
        number, last = self._run("SELECT number, hash FROM history_head").fetchone()
        self._reference = self._run("SELECT max(reference) FROM person").fetchone()[0]
        for statement, row in self._tables:
            self._many(statement, [self._fresh(row, number + 1 + turn, turn) for turn in range(self._rows)])
        self._run("UPDATE history_head SET number = ?, hash = ?", (number + self._rows, last))
        self._run("COMMIT")

    def _fresh(self, row: dict[str, Any], number: int, turn: int) -> list[Any]:
        key = uuid7().hex
        keys = {"number": number, "id": key, "record_id": key, "transaction_id": key, "reference": self._reference + 1 + turn}
        return [keys.get(name, value) for name, value in row.items()]


def _import(bench: Bench) -> Entry:
    """Bring in a thousand people who are new each time, beside raw executemany of as many people, search and history rows."""
    bare = Bare(bench, ("person", "search_entry", "history_entry"), LISTED)
    runs = iter(range(10_000_000))

    def bring() -> None:
        run = next(runs)
        lines = [f"Ny{turn};Från lista {run};070-174 06 20;ny{run}.{turn}@example.se;Bäckby" for turn in range(LISTED)]
        content = "\n".join(("Förnamn;Efternamn;Mobil;E-post;Stadsdel", *lines)).encode()
        with bench.register.writing() as uow:
            assert import_people(uow, content).created == LISTED

    return Entry(f"Import of {LISTED} people", bring, "raw executemany", bare, IMPORT)
