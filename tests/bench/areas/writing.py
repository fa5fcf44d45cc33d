"""Writing: saving a person, a tap on the counting button, an empty read, and a list of people brought in."""

from collections.abc import Callable, Iterator
from datetime import time, timedelta
from itertools import cycle
from typing import Any
from uuid import UUID

from uuid_utils import uuid7

from jobbpunkt import campaigns, programmes, shifts
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.exchange.people import import_people
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.shifts import ShiftData
from models.vocabulary import AttendanceMark
from tests.bench.entry import Entry
from tests.bench.lives import TODAY
from tests.bench.stock import Bench

SAVE, TAP, KEY, READ, IMPORT = 5.0, 5.0, 2.0, 30.0, 20.0
LISTED, GROUP = 1000, 20
PERSON = PersonData("Åsa", "Öberg", phone="0701740620", email="asa@example.se", district="Bäckby", own_goal="Arbete i butik.")
SIGNED = "SELECT count(*) FROM history_signature"
_KEYS = {
    "person": "id",
    "tally_entry": "id",
    "case_file": "id",
    "attendance": "id",
    "search_entry": "record_id",
    "history_entry": "number",
}


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield what writes, beside bare INSERTs of the same rows with keys in order, in one transaction with the history's head."""
    measure = _measure(bench)

    def save() -> None:
        with bench.register.writing() as uow:
            details.create(uow, PERSON)

    def tap() -> None:
        with bench.register.writing() as uow:
            campaigns.count(uow, measure)

    signatures = bench.one(SIGNED)
    save()
    assert bench.one(SIGNED) == signatures + 1  # which the floor does without
    yield Entry(
        "Saving a person", save, "bare INSERTs, head, commit", Bare(bench, ("person", "search_entry", "history_entry")), SAVE
    )
    tap()
    yield Entry("Counting, one tap", tap, "bare INSERTs, head, commit", Bare(bench, ("tally_entry", "history_entry")), TAP)

    mark = _marking(bench)
    mark()
    bare = Bare(bench, ("attendance", "history_entry"))
    yield Entry("A shift, one key for a person", mark, "bare INSERTs, head, commit", bare, KEY)

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


def _marking(bench: Bench) -> Callable[[], None]:
    """Return what marks one person more: twenty at a shift, then the twenty at the next."""
    first = TODAY - timedelta(500)
    with bench.register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        people = [details.create(uow, PERSON).record for _ in range(GROUP)]
        for person in people:
            programmes.enrol(uow, programme, person, starts_on=first)
        shifts.create_weekly(uow, programme, ShiftData(first, time(8, 30), time(12)), TODAY, range(5))
        days = [row.id for row in shifts.between(uow, programme, first, TODAY)]
    keys = ((shift, person) for shift in days for person in people)

    def mark() -> None:
        shift, person = next(keys)
        with bench.register.writing() as uow:
            shifts.mark(uow, shift, person, AttendanceMark.PRESENT, seen=None)

    return mark


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
        self._others = cycle(self._run("SELECT id FROM person ORDER BY reference").fetchall())

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
        if "shift_id" in row:  # one mark for each person and shift: the shift stays, the person is another one
            keys["person_id"] = next(self._others)[0]
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
