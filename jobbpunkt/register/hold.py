"""What an open register holds of its file: the lock beside it, and the guard before its writes. A server needs neither."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import leaving, places, slots
from jobbpunkt.register.file_lock import FileLock
from jobbpunkt.register.guard import Guard
from jobbpunkt.register.holder import Holder, somebody_works
from jobbpunkt.register.location import Location


class Hold:
    """The lock and the guard of an open register file; of a server's, neither."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.lock = FileLock(path) if path is not None else None
        self.guard = Guard(path) if path is not None else None
        self._asks = False

    @property
    def second(self) -> UserError | None:
        """Why nothing is changed here, where another window works in the register."""
        if self.lock is None or not self.lock.is_second:
            return None
        return somebody_works(self.lock.worker())

    def demand_sole(self) -> None:
        """Refuse where another window works in the register."""
        if (refusal := self.second) is not None:
            raise refusal

    def asker(self) -> str | None:
        """Return who asks all others to sign out of the register file, if somebody does."""
        return leaving.asker(self._path) if self._path is not None and not self._asks else None

    @contextlib.contextmanager
    def alone(self, by: str, patience: float) -> Iterator[None]:
        """Have the register file to oneself for the block; all but oneself are asked to sign out, and waited for."""
        if self.lock is None:
            yield
            return
        self._asks = True
        try:
            with self.lock.alone(by, patience):
                yield
        finally:
            self._asks = False

    def begin_anew(self) -> None:
        """Go on with the file that has the name now."""
        self.guard = Guard(self._path) if self._path is not None else None

    def let_go(self) -> None:
        """Give the register free."""
        if self.lock is not None:
            self.lock.let_go()


@contextlib.contextmanager
def held(place: Location, login: str, *, sole: bool) -> Iterator[Hold]:
    """Hold a register that is being opened, as the `sole` one who works in it if it may be; free again if the block fails."""
    hold = Hold(place.path)
    try:
        # Beside a file without keys, which is no register, nothing is made.
        if hold.lock is not None and any(file.exists() for file in slots.beside(place.file)):
            places.refuse_shared(place.file)
            hold.lock.take(Holder.here(login, Clock().now()) if sole else None)
        yield hold
    except BaseException:
        hold.let_go()
        raise
