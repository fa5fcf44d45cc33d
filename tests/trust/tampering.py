"""A history that somebody with the key has changed: every edit, swap, removal and cut is found."""

import random
import tempfile
from pathlib import Path

from sqlalchemy import Connection, text

from jobbpunkt.base.clock import fixed
from jobbpunkt.register import chain
from jobbpunkt.register.opening import Register
from models.organisation import Organisation
from tests.registers import NOW, copy_file, found, opened
from tests.services.test_history import cut_the_end, first_fault, sabotage

_COLUMNS = ("at", "action", "noun", "record_id", "transaction_id", "user_id", "before", "after", "reason", "previous", "hash")
_ENTRIES = 40


def mutations(count: int) -> str:
    """Change the history of a register in so many ways, each on a copy; all are found, the cuts by a head noted elsewhere."""
    chance, cuts = random.Random(count), 0
    with tempfile.TemporaryDirectory() as folder:
        template = found(str(Path(folder) / "template.jobbpunkt"))
        with opened(template.place, fixed(NOW)) as register:
            _fill(register)
        for number in range(count):
            place = copy_file(template, Path(folder) / "changed.jobbpunkt")
            with opened(place, fixed(NOW)) as register:
                with register.reading() as uow:
                    noted = chain.head(uow.session)
                if number % 4 == 3:
                    sabotage(register, cut_the_end)
                    cuts += 1
                    with register.reading() as uow:
                        assert not chain.goes_through(uow.session, noted), number
                else:
                    sabotage(register, lambda connection: _change(connection, chance))
                    assert first_fault(register) is not None, number
    return f"{count} changes, {count} found ({cuts} of them cuts, found by the head noted elsewhere)"


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
