"""Counting on site: a tap that is on the disk, and 100,000 entries of a field file merged into a register."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert
from uuid_utils import uuid7

from jobbpunkt import campaigns
from jobbpunkt.base.ids import new_id
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.field.contents import Contents, read
from jobbpunkt.field.making import make
from jobbpunkt.field.merging import merge
from jobbpunkt.register import database
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Credentials, Register
from models.campaign import TallyEntry
from models.vocabulary import Source
from tests.bench.entry import Entry, seconds
from tests.bench.lives import TODAY
from tests.bench.stock import Bench
from tests.registers import SIGN_IN

TAP, MERGE = 2.0, 5.0
MANY = 100_000
COLUMNS = ("measure_id", "week_id", "at", "amount", "source", "counted_by", "id", "version", "note")


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield a tap in a field file beside a bare encrypted commit of one row, and a merge beside raw inserts of as many rows."""
    first = TODAY - timedelta(days=TODAY.weekday())
    frame = CampaignDetails("Fältet", first, first + timedelta(days=27))
    with bench.register.writing() as writing:
        campaign = campaigns.create(writing, frame, measures=cv_box_measures()).record
    field = _field(bench, campaign)
    with field.reading() as uow:
        measure = campaigns.get(uow, campaign).measures[0].id

    def tap() -> None:
        with field.writing() as uow:
            campaigns.count(uow, measure)

    yield Entry("A tap, on the disk", tap, "bare encrypted INSERT, fsynced commit", _bare(field), TAP)
    _fill(field, measure, campaign)
    place = field.location.path
    field.close()
    assert place is not None
    contents = read(place, SIGN_IN.password, bench.register.clock)
    assert len(contents.rows["tally_entry"]) >= MANY
    merged = _merging(bench, contents)
    yield Entry(f"Merging {MANY} entries", merged, "raw executemany", _raw(bench, contents), MERGE, timed=True)


def _field(bench: Bench, campaign: UUID) -> Register:
    where = bench.folder / f"{uuid4().hex}.jobbpunkt"
    make(bench.register, campaign, where, name="Dator", password=SIGN_IN.password, cost=CHEAPEST)
    return Register.open(str(where), Credentials(SIGN_IN.login, SIGN_IN.password), bench.register.clock)


def _bare(field: Register) -> Callable[[], None]:
    """Return what writes one row of a count and commits, with nothing but the driver, on the connection that taps go through.

    It is the same file, key, cipher, log and `synchronous`. On a connection of its own each of the two would first have to
    decrypt again what the other wrote, which no tap does, and which makes both slower and more alike.
    """
    kept = field.engine.raw_connection()
    connection: Any = kept.driver_connection
    kept.close()  # back to where taps take it from; nobody else has it meanwhile
    statement = f"INSERT INTO tally_entry ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
    row: list[Any] = []

    def write() -> None:
        if not row:  # the first tap has made one
            row[:] = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM tally_entry LIMIT 1").fetchone()
        values = list(row)
        values[COLUMNS.index("id")] = uuid7().hex
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(statement, values)
        connection.execute("COMMIT")

    return write


def _fill(field: Register, measure: UUID, campaign: UUID) -> None:
    with field.reading() as uow:
        week = campaigns.get(uow, campaign).weeks[0].id
    same = {"measure_id": measure, "week_id": week, "at": field.clock.now(), "amount": 1, "source": Source.TALLIED}
    rows = [{**same, "counted_by": field.user.id, "id": new_id(), "version": 1, "note": ""} for _ in range(MANY)]
    with database.for_writing(field.engine).begin() as connection:
        connection.execute(insert(TallyEntry), rows)


def _merging(bench: Bench, contents: Contents) -> Callable[[], float]:
    """Return what merges as many entries that are new each time, and takes none of the time in which they were made so."""

    def work() -> float:
        fresh = [{**row, "id": new_id()} for row in contents.rows["tally_entry"]]
        given = replace(contents, rows={**contents.rows, "tally_entry": fresh})
        began = seconds()
        with bench.register.writing() as uow:
            assert merge(uow, given).new == len(fresh)
        return seconds() - began

    return work


def _raw(bench: Bench, contents: Contents) -> Callable[[], float]:
    """Return what inserts as many rows with the driver alone, in one transaction of the same register."""
    stored = bench.connection.execute("SELECT * FROM tally_entry LIMIT 0").description
    names = [column[0] for column in stored]
    statement = f"INSERT INTO tally_entry ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"

    def work() -> float:
        found = bench.connection.execute("SELECT * FROM tally_entry ORDER BY id DESC LIMIT 1").fetchone()
        known: dict[str, Any] = dict(zip(names, found, strict=True))
        rows = [[uuid7().hex if name == "id" else known[name] for name in names] for _ in contents.rows["tally_entry"]]
        began = seconds()
        bench.connection.execute("BEGIN IMMEDIATE")
        bench.connection.executemany(statement, rows)
        bench.connection.execute("COMMIT")
        return seconds() - began

    return work
