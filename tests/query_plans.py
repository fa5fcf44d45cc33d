"""How the engine would answer what a read asks: which tables it looks through, and which indexes lead it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, event

from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading

# What grows with the register. A read of one's own work never goes through one of these from end to end.
GROWING = frozenset(
    {
        "agreed_step",
        "application",
        "application_step",
        "case_file",
        "coaching_session",
        "history_entry",
        "outcome",
        "outcome_follow_up",
        "person",
        "person_note",
        "plan",
        "plan_goal",
        "plan_step",
        "plan_version",
        "search_entry",
        "search_note",
        "session_participant",
    }
)


def queries_of(register: Register, read: Callable[[Reading], object]) -> list[tuple[str, Any]]:
    """Run `read` and return each of its queries with what it was given."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Connection, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        asked.append((statement, parameters))

    event.listen(register.engine, "before_cursor_execute", note)
    try:
        with register.reading() as uow:
            read(uow)
    finally:
        event.remove(register.engine, "before_cursor_execute", note)
    return [(statement, parameters) for statement, parameters in asked if statement.lstrip().startswith(("SELECT", "WITH"))]


def plans_of(register: Register, read: Callable[[Reading], object]) -> list[str]:
    """Run `read` and return the lines of the plan of each of its queries."""
    return [line for query in queries_of(register, read) for line in _explained(register.engine, *query)]


def scanned(lines: list[str]) -> set[str]:
    """Return the growing tables that a plan goes through from end to end, in no order that would let it stop."""
    found = (re.match(r"SCAN (\w+)$|SCAN (\w+) USING AUTOMATIC|.*Seq Scan on (\w+)", line) for line in lines)
    return {re.sub(r"_\d+$", "", name) for match in found if match for name in match.groups() if name} & GROWING


def _explained(engine: Engine, statement: str, parameters: Any) -> list[str]:
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        return [row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)]
