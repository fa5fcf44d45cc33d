"""A history that somebody with the key has changed: every edit, swap, removal and cut is found."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

from jobbpunkt.base.clock import fixed
from jobbpunkt.register import chain
from jobbpunkt.register.opening import Register
from models.organisation import Organisation
from tests.registers import NOW, found, opened
from tests.services.test_history import UNGUARD, Sabotage, cut_the_end, first_fault

_COLUMNS = ("at", "action", "noun", "record_id", "transaction_id", "user_id", "before", "after", "reason", "previous", "hash")
_ENTRIES = 40


def mutations(count: int) -> str:
    """Change the history of a register in so many ways, each taken back before the next; all are found, cuts by a noted head."""
    chance, cuts = random.Random(count), count // 4
    with tempfile.TemporaryDirectory() as folder, opened(found(str(Path(folder) / "r.jobbpunkt")).place, fixed(NOW)) as register:
        _fill(register)
        with register.reading() as uow:
            noted = chain.head(uow.session)
        for number in range(count):
            with _changed(register, cut_the_end if number % 4 == 3 else partial(_change, chance=chance)) as session:
                if number % 4 == 3:
                    assert not chain.goes_through(session, noted), number
                else:
                    assert chain.verify(session) is not None, number
        assert first_fault(register) is None, "nothing is left of the changes"
    return f"{count} changes, {count} found ({cuts} of them cuts, found by the head noted elsewhere)"


@contextmanager
def _changed(register: Register, how: Sabotage) -> Iterator[Session]:
    """Yield a session that sees the history as it is once somebody has changed it; afterwards it is as before."""
    with register.engine.execution_options(writes=True).connect() as connection, connection.begin() as transaction:
        for statement in UNGUARD[connection.dialect.name]:
            connection.execute(text(statement))
        how(connection)
        with Session(connection) as session:
            yield session
        transaction.rollback()


def _fill(register: Register) -> None:
    for number in range(_ENTRIES):
        with register.writing() as uow:
            uow.add(Organisation(name=f"Förening {number}"))


def _change(connection: Connection, chance: random.Random) -> None:
    at = chance.randrange(2, _ENTRIES)
    kind = chance.randrange(3)
    if kind == 0:
        connection.execute(text("DELETE FROM history_entry WHERE number = :at"), {"at": at})
    elif kind == 1:
        for change in (f"-1 WHERE number = {at}", f"{at} WHERE number = {at + 1}", f"{at + 1} WHERE number = -1"):
            connection.execute(text(f"UPDATE history_entry SET number = {change}"))
    else:
        column = chance.choice(_COLUMNS)
        value = None if column == "user_id" else f"x{at}"  # a user who is not there is refused by the engine already
        connection.execute(text(f"UPDATE history_entry SET {column} = :value WHERE number = :at"), {"value": value, "at": at})
