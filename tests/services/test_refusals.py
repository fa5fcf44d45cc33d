"""What an engine's error is told as: "damaged" only where the engine itself says so, and never a guess about the rest."""

import re
import sqlite3
from pathlib import Path

import psycopg.errors
import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.register import database, location, refusals
from jobbpunkt.register.keys import DataKeys
from jobbpunkt.register.opening import Register
from tests import old_registers
from tests.registers import opened

FILE = location.parse("a.jobbpunkt")
SERVER = location.parse("postgresql:///a")
# The standard library names every code of SQLite, the extended ones too; SQLCipher's module does not.
RESULTS = re.compile(
    r"SQLITE_(ABORT|AUTH|BUSY|CANTOPEN|CONSTRAINT|CORRUPT|EMPTY|ERROR|FORMAT|FULL|INTERNAL|INTERRUPT|IOERR|LOCKED|MISMATCH|MISUSE"
    r"|NOLFS|NOMEM|NOTADB|NOTFOUND|PERM|PROTOCOL|RANGE|READONLY|SCHEMA|TOOBIG|WARNING|NOTICE)(_\w+)?"
)
CODES = {name: code for name, code in vars(sqlite3).items() if RESULTS.fullmatch(name)}
STATES = sorted({each.sqlstate for each in vars(psycopg.errors).values() if isinstance(getattr(each, "sqlstate", None), str)})
DAMAGE = ("damaged", "backup")


def of_file(name: str, code: int) -> UserError:
    raised = sqlcipher.OperationalError("anything, even: database disk image is malformed")
    raised.sqlite_errorcode, raised.sqlite_errorname = code, name
    return refusals.sentence(DBAPIError("SELECT 1", None, raised), FILE)


def of_server(state: str) -> UserError:
    raised = psycopg.errors.lookup(state)("anything")
    return refusals.sentence(DBAPIError("SELECT 1", None, raised), SERVER)


def test_every_code_of_sqlite_is_gone_through() -> None:
    assert len(CODES) > 80
    assert {"SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR_CORRUPTFS", "SQLITE_FULL", "SQLITE_ERROR"} <= set(CODES)


@pytest.mark.parametrize("name", sorted(CODES))
def test_only_what_sqlite_calls_broken_is_told_as_damage(name: str) -> None:
    said = of_file(name, CODES[name])
    broken = name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"))
    assert any(word in said.sentence for word in DAMAGE) == broken, said
    known = broken or name.startswith(
        ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL", "SQLITE_READONLY", "SQLITE_CANTOPEN")
    )
    known = known or name in ("SQLITE_PERM", "SQLITE_NOMEM")
    assert isinstance(said, refusals.Unforeseen) != known
    assert known or name in said.text(Words("sv"))


@pytest.mark.parametrize("state", STATES)
def test_only_what_the_server_calls_broken_is_told_as_damage(state: str) -> None:
    said = of_server(state)
    assert any(word in said.sentence for word in DAMAGE) == (state in ("XX001", "XX002")), said
    if "does not answer" in said.sentence:
        assert state.startswith(("08", "57P")), "the server answered: it gave a code"
    if "allow" in said.sentence:
        assert state.startswith(("28", "42501", "25006", "3D", "0L"))


def test_a_mistake_of_ours_in_a_sound_register_is_not_told_as_damage(register: Register) -> None:
    with pytest.raises(refusals.Unforeseen, match="error in the program"), register.reading() as uow:
        uow.session.execute(text("SELECT nothing FROM nowhere"))


def test_a_failed_upgrade_of_a_sound_register_leaves_it_and_says_so(
    register: Register, clock: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "kept"))
    name = last_index_made(register)
    old_registers.downgrade(register.engine, "0001")
    # What a late step makes is there already, so that the upgrade fails after its first steps went well.
    with register.engine.execution_options(writes=True).begin() as connection:
        connection.execute(text(f"CREATE INDEX {name} ON search_entry (folded)"))
    where, keys = register.location.text, register.data_keys
    register.close()
    with pytest.raises(UserError, match="could not be brought up to date") as refused, opened(where, clock):
        pass
    copy = Path(str(refused.value.fields["copy"]))
    assert copy.exists()
    assert "oförändrat" in refused.value.text(Words("sv"))
    assert version(where, keys) == "0001"


def last_index_made(register: Register) -> str:
    """Go down until a step takes an index with it, and return that index's name."""
    before = after = indexes(register)
    while before == after:
        before = after
        old_registers.downgrade(register.engine, "-1")
        after = indexes(register)
    return min(before - after)


def indexes(register: Register) -> set[str]:
    seen = inspect(register.engine)
    return {str(index["name"]) for table in seen.get_table_names() for index in seen.get_indexes(table)}


@pytest.mark.parametrize("said", ["database or disk is full", "unable to open database file", "database is locked"])
def test_an_error_without_a_code_is_told_by_the_words_of_sqlite(said: str) -> None:
    refusal = refusals.sentence(DBAPIError("VACUUM", None, sqlcipher.OperationalError(said)), FILE)
    assert not isinstance(refusal, refusals.Unforeseen)
    assert "damaged" not in refusal.sentence


def version(where: str, keys: DataKeys) -> str | None:
    engine = database.engine_of(location.parse(where), keys.register)
    try:
        return database.schema_version(engine)
    finally:
        engine.dispose()
