"""Migrations on both engines: head equals the models, up and down agree, and a kill leaves the old or the new."""

import time
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Column, Engine, Index, Integer, MetaData, Table, inspect, text

import migrations
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import database, location, schema
from jobbpunkt.register.opening import Register
from migrations import difference, runner
from models.organisation import Organisation
from models.tables import metadata
from tests import old_registers
from tests.registers import SIGN_IN, opened
from tests.services.test_kills import Begin, spawned

KEY = b"k" * 32


@pytest.fixture
def engine(empty_place: str) -> Any:
    """An empty database of each kind."""
    place = location.parse(empty_place)
    if place.path is not None:
        place.path.touch()
    made = database.engine_of(place, KEY)
    yield made
    made.dispose()


def shape(engine: Engine) -> dict[str, Any]:
    """Return every table with its columns, keys and indexes, and what stands beside the tables."""
    seen = inspect(engine)
    tables = {
        name: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in seen.get_columns(name)],
            sorted(str(key) for key in seen.get_foreign_keys(name)),
            sorted(str(index["name"]) for index in seen.get_indexes(name)),
        )
        for name in sorted(seen.get_table_names())
    }
    sqlite, postgres = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    )
    with engine.connect() as connection:
        query = sqlite if engine.dialect.name == "sqlite" else postgres
        return tables | {"triggers": sorted(connection.exec_driver_sql(query).scalars())}


def test_the_newest_version_is_the_one_the_program_asks_for() -> None:
    assert ScriptDirectory.from_config(runner.config()).get_current_head() == migrations.HEAD
    assert migrations.HEAD in schema.known_versions()


def test_the_newest_schema_equals_the_models(engine: Engine) -> None:
    runner.upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": difference.is_compared})
        assert compare_metadata(context, metadata()) == []


def test_conditions_defaults_and_checks_are_those_of_the_models(engine: Engine) -> None:
    """Alembic compares none of these: a partial index without its condition would be another index of the same name."""
    made = _as_this_engine_says(metadata(), engine)
    made.create_all(engine)
    wanted = _details(engine, set(made.tables))
    made.drop_all(engine)
    runner.upgrade(engine)
    found = _details(engine, set(made.tables))
    assert {name: found[name] for name in wanted if found[name] != wanted[name]} == {}
    conditions = [line for parts in found.values() for line in parts if " where " in line.lower()]
    assert conditions, "the models have an index with a condition"


def test_it_sees_a_lost_condition_default_or_check(engine: Engine) -> None:
    seen = []
    for condition, default, check in ((None, None, None), ("a > 1", None, None), (None, "7", None), (None, None, "a > 1")):
        tried = MetaData()
        column = Column("a", Integer, server_default=None if default is None else text(default))
        checks = [] if check is None else [CheckConstraint(check, name="tried")]
        table = Table("tried", tried, Column("id", Integer, primary_key=True), column, *checks)
        where = None if condition is None else text(condition)
        Index("ix_tried", table.c.a, sqlite_where=where, postgresql_where=where)
        tried.create_all(engine)
        seen.append(str(_details(engine, {"tried"})))
        tried.drop_all(engine)
    assert len(set(seen)) == len(seen)


def _as_this_engine_says(models: MetaData, engine: Engine) -> MetaData:
    """Return the tables with every index's condition for this engine; the models say it once, for files."""
    copied = MetaData(naming_convention=models.naming_convention)
    for table in models.sorted_tables:
        for index in table.to_metadata(copied).indexes:
            if engine.dialect.name == "postgresql":
                index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
    return copied


def _details(engine: Engine, tables: set[str]) -> dict[str, list[str]]:
    """Return, for each table, the defaults, checks, unique keys and indexes as the engine itself writes them."""
    seen = inspect(engine)
    query = (
        "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        if engine.dialect.name == "sqlite"
        else "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
    )
    with engine.connect() as connection:
        indexes = [(table, " ".join(sql.split())) for table, sql in connection.exec_driver_sql(query)]
    return {
        name: sorted(
            [
                *(f"default {column['name']} {column['default']}" for column in seen.get_columns(name)),
                *(f"check {check['name']} {check['sqltext']}" for check in seen.get_check_constraints(name)),
                *(f"unique {key['name']} {key['column_names']}" for key in seen.get_unique_constraints(name)),
                *(sql for table, sql in indexes if table == name and "_words" not in sql),
            ]
        )
        for name in tables
    }


def test_up_down_and_up_again_changes_nothing(engine: Engine) -> None:
    runner.upgrade(engine)
    first = shape(engine)
    runner.downgrade(engine, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    runner.upgrade(engine)
    assert shape(engine) == first


def test_data_survives_a_step_down_and_up(register: Register) -> None:
    with register.writing() as uow:
        uow.add(Organisation(name="Proffas"))
    old_registers.downgrade(register.engine, "0001")
    runner.upgrade(register.engine)
    with register.reading() as uow:
        assert uow.session.query(Organisation).one().name == "Proffas"


def test_an_older_register_is_backed_up_and_brought_up_to_date_on_opening(
    register: Register, clock: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with register.writing() as uow:
        uow.add(Organisation(name="Proffas"))
    old_registers.downgrade(register.engine, "0001")
    register.close()
    with opened(register.location.text, clock) as again, again.reading() as uow:
        assert uow.session.query(Organisation).one().name == "Proffas"
        assert database.schema_version(again.engine) == migrations.HEAD
    kept = list(tmp_path.rglob("*.before-0001"))
    assert len(kept) == 1
    with opened(str(kept[0]), clock) as old, old.reading() as uow:
        assert uow.session.query(Organisation).one().name == "Proffas"


def migrate(where: str) -> None:
    runner.upgrade(database.engine_of(location.parse(where), KEY))


def test_a_migration_that_is_killed_leaves_the_old_schema_or_the_new(tmp_path: Path) -> None:
    for number in range(8):
        kill_midway(tmp_path / f"{number}.db", 0.004 * number)


def kill_midway(file: Path, delay: float, begin: Begin = spawned) -> str | None:
    """Kill a process that brings an empty database to the newest schema, look at what it has left, and return its version."""
    file.touch()
    child = begin(migrate, str(file))
    _wait_for_log(file, child)
    time.sleep(delay)
    child.kill()  # it may have ended by itself since
    child.join()
    engine = database.engine_of(location.parse(str(file)), KEY)
    found = database.schema_version(engine)
    assert found in {None, "0001", migrations.HEAD}
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    tables = set(inspect(engine).get_table_names()) - {"alembic_version"}
    assert bool(tables) == (found is not None)
    if found == "0001":
        assert "search_fts" not in tables
    runner.upgrade(engine)
    assert database.schema_version(engine) == migrations.HEAD
    engine.dispose()
    return found


def _wait_for_log(file: Path, child: Any) -> None:
    log = file.with_name(file.name + "-wal")
    deadline = time.monotonic() + 30
    while child.is_alive() and not log.exists() and time.monotonic() < deadline:
        time.sleep(0.001)


def test_a_newer_register_is_left_as_it_is(register: Register) -> None:
    with register.engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(UserError, match="newer version"):
        Register.open(register.location.text, SIGN_IN)
    assert database.schema_version(register.engine) == "9999"
