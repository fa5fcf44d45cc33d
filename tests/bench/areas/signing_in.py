"""Signing in, beside what no sign-in can do without; both under the cost that a register gets which is made on this computer."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path

from jobbpunkt.register import database, keys
from jobbpunkt.register.identity import Lock
from jobbpunkt.register.opening import Register
from tests.bench.entry import Entry, seconds
from tests.bench.lives import Days
from tests.bench.stock import Bench
from tests.registers import PASSWORD, SIGN_IN

AT_MOST, ROUNDS = 1.3, 12
USER = "SELECT * FROM user_account WHERE login = ?"
_BOUND = b"the bench"


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield a sign-in, by the clock on the wall in any case: it waits for the disk, and derives its key on several cores.

    Its floor is one derivation, one key unwrapped, the file opened with it and the user's row read.
    """
    path = bench.folder / "signed-in.jobbpunkt"

    @cache
    def made() -> tuple[Lock, bytes]:
        return _with_its_cost(bench.closed_copy(path.stem))

    def sign_in() -> float:
        made()
        began = seconds()
        register = Register.open(str(path), SIGN_IN, Days().clock)
        took = seconds() - began
        register.close()
        return took

    def least() -> float:
        lock, wrapped = made()
        began = seconds()
        key = keys.unwrap(keys.wrapping_of(PASSWORD, lock.salt, lock.cost), wrapped, _BOUND)
        with closing(database.connect_file(path, key)) as connection:
            assert connection.execute(USER, (SIGN_IN.login,)).fetchone()
            return seconds() - began

    yield Entry("Signing in", sign_in, "Argon2id, unwrap, open, the user's row", least, AT_MOST, timed=True, rounds=ROUNDS)


def _with_its_cost(path: Path) -> tuple[Lock, bytes]:
    """Put the slot of who signs in under the cost of this computer; return its lock, and the register's key wrapped under it."""
    lock = Lock.new(PASSWORD, keys.calibrated())
    with closing(Register.open(str(path), SIGN_IN, Days().clock)) as register:
        standing, file = register.keyring.standing, register.slots.read()
        assert standing is not None
        slot = replace(standing.identity, lock=lock).slot(file.register_id)
        register.slots.write(file.put(slot))  # type: ignore[union-attr]
        return lock, keys.wrap(lock.wrapping, register.data_keys.register, _BOUND)
