"""A register filled in bulk holds what the services would have left: the same rows, the same history, the same index."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from jobbpunkt.people.details import FIRST_REFERENCE
from jobbpunkt.register import chain, finding
from jobbpunkt.register.opening import Register
from models.tables import metadata
from tests.bench import filling
from tests.bench.entry import Result
from tests.bench.lives import LIVES, NOON, Days, live
from tests.bench.moulds import Watcher
from tests.bench.table import as_json, growth, printed
from tests.registers import SIGN_IN, found, opened

PEOPLE = 27  # three more than there are lives, so that some are lived twice
AN_ID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
A_CODE = re.compile(r'(code\\*": ?\\*")\w{6}')  # of a plan's paper, by chance


def lived(place: str) -> None:
    """Fill a register through the services alone, life by life, with the same people."""
    found(place)
    days = Days()
    register = Register.open(place, SIGN_IN, days.clock)
    try:
        filling.hurry(register)
        for number in range(PEOPLE):
            live(register, days, number % LIVES, filling.name_of(number))
    finally:
        register.close()


def told(register: Register) -> dict[str, list[Any]]:
    """Return every row of every table with each id as its place in the order in which ids were met."""
    with register.reading() as uow:
        rows = Watcher().fresh(uow.session.connection())
    known: dict[str, str] = {}
    return {table.name: [_bare(row, known) for row in found] for table, found in rows.items()}


def _bare(row: dict[str, Any], known: dict[str, str]) -> str:
    kept = {name: value for name, value in row.items() if name not in {"hash", "previous", "salt", "told"}}  # by chance
    spelled = A_CODE.sub(r"\1#", json.dumps(kept, default=str, sort_keys=True))
    return AN_ID.sub(lambda met: known.setdefault(met[0].replace("-", ""), f"id {len(known)}"), spelled)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The places of two registers with the same people: one filled in bulk, one lived."""
    folder: Path = tmp_path_factory.mktemp("filled")
    filling.fill(f"{folder}/bulk.jobbpunkt", PEOPLE)
    lived(f"{folder}/lived.jobbpunkt")
    return f"{folder}/bulk.jobbpunkt", f"{folder}/lived.jobbpunkt"


def test_bulk_leaves_the_rows_and_the_history_of_the_services(both: tuple[str, str]) -> None:
    with opened(both[0], Days().clock) as bulk, opened(both[1], Days().clock) as services:
        one, other = told(bulk), told(services)
    for register in (one, other):
        del register["history_signature"]  # of each transaction, and bulk has few
    assert {name for name, rows in one.items() if rows} >= {
        "person",
        "coaching_session",
        "agreed_step",
        "plan",
        "cv",
        "history_entry",
    }
    assert {name: len(rows) for name, rows in one.items()} == {name: len(rows) for name, rows in other.items()}
    for name, rows in one.items():
        assert rows == other[name], name


def test_the_chain_and_the_references_of_what_was_filled_are_whole(both: tuple[str, str]) -> None:
    with opened(both[0], Days().clock) as register, register.reading() as uow:
        assert chain.verify(uow.session) is None
        connection: Connection = uow.session.connection()
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        assert connection.exec_driver_sql("INSERT INTO search_fts(search_fts) VALUES ('integrity-check')") is not None


def test_who_was_filled_in_is_found_by_name_and_by_reference(both: tuple[str, str]) -> None:
    with opened(both[0], Days().clock) as register, register.reading() as uow:
        who = filling.name_of(PEOPLE - 1)
        by_name = finding.find(uow, f"{who.given} {who.family}", kinds={"person"})
        by_number = finding.find(uow, str(FIRST_REFERENCE + PEOPLE - 1), kinds={"person"})
    assert by_name == by_number
    assert len(by_name) == 1


def test_every_table_that_can_be_filled_is_known(both: tuple[str, str]) -> None:
    with opened(both[0], Days().clock) as register:
        assert set(told(register)) < set(metadata().tables)
    assert Days().now == NOON


def test_what_was_measured_is_told_as_a_table_and_as_json() -> None:
    small = Result("Save", 1_000, 2.0, "bare", 1.0, 3.0)
    large = Result("Save", 10_000, 4.0, "bare", 1.0, 3.0)
    grown = list(growth([small, large]))
    assert [(one.name, one.ratio, one.over) for one in grown] == [("Save, grown", 2.0, True)]
    lines = printed([small, large]).splitlines()
    assert [line.split("|")[-2].strip() for line in lines[2:]] == ["", "OVER"]
    assert as_json([small])[0] == {
        "name": "Save",
        "people": 1000,
        "ours_ms": 2.0,
        "floor": "bare",
        "floor_ms": 1.0,
        "ratio": 2.0,
        "bound": 3.0,
    }
