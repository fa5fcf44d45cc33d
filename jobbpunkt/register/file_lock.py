"""The lock beside a register file, `X.lock`: shared while the register is open, one window works, alone for an exchange.

It is an empty SQLite file, so that the system itself lets go when a program dies; who works stands in `X.lock.who`.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import leaving
from jobbpunkt.register.holder import Holder

_PATIENCE_MS = 2000  # an exchange of the file takes longer, a look at the lock much less
_AGAIN = 0.05  # seconds between two tries to be alone


def beside(register: Path) -> Path:
    """Return the lock file of a register file; a link leads to the lock of the file at its end."""
    end = register.resolve()
    return end.with_name(end.name + ".lock")


class FileLock:
    """What one program holds of a register file until it lets go or dies."""

    def __init__(self, register: Path) -> None:
        self._register, self._file = register, beside(register)
        self._connection: Any = None
        self._holder: Holder | None = None
        self._sole = False

    @property
    def is_second(self) -> bool:
        """Whether this wanted to be the one that works in the register, and another is."""
        return self._connection is not None and self._holder is not None and not self._sole

    def take(self, holder: Holder | None = None) -> None:
        """Share the register with others; with a `holder`, also be the one that works in it, if nobody is yet.

        Refuses while the file is being exchanged. Where no lock can be made (a disk that is only read) none is needed.
        """
        leaving.refuse_coming(self._register)
        self._holder = holder
        self._connection = _connected(self._file, self._register)
        if self._connection is not None:
            self._share()

    def _share(self) -> None:
        self._sole = self._holder is not None and _tried(self._connection, "BEGIN IMMEDIATE")
        if self._sole and self._holder is not None:
            self._holder.note(self._file)
            return
        self._connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        if not (_tried(self._connection, "BEGIN") and _tried(self._connection, "SELECT 1 FROM sqlite_master")):
            self.let_go()
            raise UserError(
                "Another program is replacing the file {place}, to restore it or to give it new keys. Try again in a moment.",
                place=self._register,
            )
        self._connection.execute("PRAGMA busy_timeout = 0")

    def worker(self) -> Holder | None:
        """Return who works in the register, as they noted it; None if nobody could be read."""
        return Holder.noted(self._file)

    @contextlib.contextmanager
    def alone(self, by: str = "", patience: float = 0) -> Iterator[None]:
        """Have the register file to oneself for the block: nobody has it open, and nobody can open it.

        With `patience` (seconds), the windows of others are asked to sign out, and waited for. Raises UserError when somebody
        stays; what was held before is held again. One's own connections must be closed by then.
        """
        back = self.let_go if self._connection is None else self._share
        self._connection = self._connection or _connected(self._file, self._register)
        if self._connection is None:
            raise files.unwritable(self._file)
        with leaving.asked(self._register, by) if patience else contextlib.nullcontext():
            self._rest()
            try:
                self._wait_for_all(patience)
                yield
            finally:
                self._rest()
                back()

    def _wait_for_all(self, patience: float) -> None:
        until = time.monotonic() + patience
        while not _tried(self._connection, "BEGIN EXCLUSIVE"):
            if time.monotonic() >= until:
                raise UserError("Another program has the register open. Close it there, then try again.")
            time.sleep(_AGAIN)

    def _rest(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self._sole = False

    def let_go(self) -> None:
        """Give the register free; the empty lock file stays, since taking it away could part those who share it."""
        if self._sole:
            Holder.forget(self._file)
        if self._connection is not None:
            self._connection.close()
        self._connection, self._sole = None, False


def _connected(lock: Path, register: Path) -> Any:
    """Open the lock file, made if need be for whoever may use the register; None where it cannot be made.

    It is never opened in another way: on POSIX, closing any handle of a file drops all locks that the program has on it.
    """
    with contextlib.suppress(OSError):
        mode = register.stat().st_mode & 0o666 if register.exists() else files.PRIVATE
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
        lock.chmod(mode)  # whatever is masked off by habit
    try:
        connection = sqlcipher.connect(
            f"{lock.as_uri()}?mode=rw", uri=True, timeout=0, isolation_level=None, check_same_thread=False
        )
    except sqlcipher.Error:
        return None
    _tried(connection, "PRAGMA journal_mode = MEMORY")  # nothing is ever written, so nothing stands beside
    return connection


def _tried(connection: Any, statement: str) -> bool:
    try:
        connection.execute(statement).fetchall()
    except sqlcipher.OperationalError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return False
    return True
