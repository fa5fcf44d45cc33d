"""Filling a register in bulk: the lives of a few, lived through the services, repeated for as many people as are wanted."""

import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import text
from uuid_utils import uuid7

from jobbpunkt.base import codes
from jobbpunkt.people.details import FIRST_REFERENCE
from jobbpunkt.register import database
from jobbpunkt.register.chain import OLD_FIELDS, digest, digest_of_said, spelled_file
from jobbpunkt.register.index import fold
from jobbpunkt.register.opening import Register
from models.account import User
from models.person import Person
from tests.bench.lives import LIVES, Days, Named, live
from tests.bench.moulds import FIRST_ID, HISTORY, Mould, RowMould, Sample, Watcher, mould
from tests.registers import SIGN_IN, found

GIVEN = ("Anna", "Bo", "Cecilia", "Davíd", "Elsa", "Farah", "Gustav", "Hodan", "Ivan", "Jamila", "Kärstin", "Lars", "Maria")
FAMILY = ("Alm", "Berg", "Dal", "Ek", "Fors", "Gran", "Hed", "Kulle", "Lind", "Mo", "Nyholm", "Ros", "Sten", "Vik", "Ås", "Öst")
PEOPLE_PER_COACH = 100
_AT_ONCE = 2000
PLAN = "plan"


def name_of(number: int) -> Named:
    """Return what the person with that number is called."""
    family = f"{FAMILY[number % len(FAMILY)]}{number // len(FAMILY) % 97 or ''}"
    return Named(GIVEN[number % len(GIVEN)], family, f"person{number}@example.se")


def fill(place: str, people: int) -> None:
    """Make a register at `place` with that many people: about a hundred to a coach, of whom the founder is the first."""
    found(place)
    moulds = _moulds()
    register = Register.open(place, SIGN_IN, Days().clock)
    try:
        _Filling(register, moulds, coaches(register, max(1, people // PEOPLE_PER_COACH))).write(people)
    finally:
        register.close()


def coaches(register: Register, number: int) -> list[str]:
    """Return the ids of that many coaches, as stored: the signed-in one, and others who no longer sign in and so need no keys."""
    with register.writing() as uow:
        others = [User(login=f"coach{n}", name=f"Coach {n}", roles=["coach"], active=False) for n in range(1, number)]
        return [uow.user.id.hex, *(uow.add(one).id.hex for one in others)]


@cache
def _moulds() -> tuple[Mould, ...]:
    """Live every life once in a register of its own, and return their moulds."""
    with tempfile.TemporaryDirectory() as folder:
        place, days = found(f"{folder}/lives.jobbpunkt").place, Days()
        register = Register.open(place, SIGN_IN, days.clock)
        try:
            hurry(register)
            return tuple(_lived(register, days))
        finally:
            register.close()


def hurry(register: Register) -> None:
    """Let the register's connection not wait for the disk: nothing in it has to survive a power cut."""
    connection = register.engine.raw_connection()
    connection.cursor().execute("PRAGMA synchronous=OFF")
    connection.close()


def _lived(register: Register, days: Days) -> Iterator[Mould]:
    watcher, first = Watcher(), 700_000_000
    with register.writing() as uow:  # so that a reference number is like no other number
        uow.add(Person(reference=first, given_name="Ingen", removed=True))
    with register.reading() as uow:
        watcher.fresh(uow.session.connection())
    for number in range(LIVES):
        who = Named(f"Zgivenz{number}q", f"Zfamilyz{number}q", f"zmailz{number}q@example.se")
        live(register, days, number, who)
        sample = Sample(who.given, who.family, who.email, first + 1 + number, register.user.id)
        with register.reading() as uow:
            yield mould(watcher.fresh(uow.session.connection()), sample)


class _Filling:
    """Casts the moulds into an open register with nothing but the driver."""

    def __init__(self, register: Register, moulds: Sequence[Mould], coaches: Sequence[str]) -> None:
        self._moulds, self._coaches = moulds, coaches
        self._codes: set[str] = set()
        with register.reading() as uow:
            self._number, self._hash = uow.session.execute(text("SELECT number, hash FROM history_head")).one()
        self._connection = database.connect_file(register.location.file, register.data_keys.register)

    def write(self, people: int) -> None:
        """Write all of them, some thousand in a transaction; nothing here has to survive a power cut."""
        run = self._connection.execute
        try:
            for pragma in ("synchronous=OFF", "foreign_keys=OFF", "secure_delete=OFF", "cache_size=-4000000"):
                run(f"PRAGMA {pragma}")
            for first in range(0, people, _AT_ONCE):
                run("BEGIN IMMEDIATE")
                self._write(range(first, min(first + _AT_ONCE, people)))
                run("UPDATE history_head SET number = ?, hash = ?", (self._number, self._hash))
                run("COMMIT")
            run("ANALYZE")
            run(database.FEWER_SAMPLES)
            run("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._connection.close()

    def _write(self, numbers: Sequence[int]) -> None:
        rows: dict[tuple[str, tuple[str, ...]], list[Any]] = {}
        entries: list[Any] = []
        for number in numbers:
            one = self._moulds[number % LIVES]
            values = self._values(number, one)
            for row in one.rows:
                rows.setdefault((row.table, row.columns), []).append(row.cast(values))
            entries += self._chained(one.history, values)
        for (table, columns), cast in rows.items():
            if table == PLAN:
                self._code(columns, cast)
            self._insert(table, columns, cast)
        self._insert(HISTORY, (*OLD_FIELDS, "salt", "told", "hash"), entries)

    def _code(self, columns: Sequence[str], plans: Sequence[Any]) -> None:
        """Give each plan a code of its own, which no two papers share."""
        place = columns.index("code")
        for plan in plans:
            while (code := codes.fresh()) in self._codes:
                pass
            self._codes.add(code)
            plan[place] = code

    def _insert(self, table: str, columns: Sequence[str], rows: Sequence[Any]) -> None:
        marks = ", ".join("?" * len(columns))
        self._connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def _values(self, number: int, one: Mould) -> list[Any]:
        who, coach = name_of(number), self._coaches[number // LIVES % len(self._coaches)]
        address = " ".join(who.email.replace("@", ".").split("."))
        values = [who.given, who.family, fold(who.given), fold(who.family), who.email, address, str(FIRST_REFERENCE + number)]
        values += [coach, f"{coach[:8]}-{coach[8:12]}-{coach[12:16]}-{coach[16:20]}-{coach[20:]}"]
        assert len(values) == FIRST_ID
        for _ in range(one.ids):
            fresh = str(uuid7())
            values += [fresh.replace("-", ""), fresh]
        return values

    def _chained(self, history: Sequence[RowMould], values: Sequence[Any]) -> Iterator[list[Any]]:
        for row in history:
            entry = row.cast(values)
            self._number += 1
            *who_and_what, before, after, reason, _, salt = entry
            who_and_what[0], previous = self._number, self._hash
            told = digest_of_said(before, after, reason, salt)
            self._hash = digest(spelled_file(*who_and_what, told, previous))
            yield [*who_and_what, before, after, reason, previous, salt, told, self._hash]
