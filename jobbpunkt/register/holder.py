"""Who works in a register file, as the one window that does so notes it beside the lock: user name, computer, since when."""

import contextlib
import json
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from jobbpunkt.base import files
from jobbpunkt.base.clock import at_home
from jobbpunkt.base.errors import UserError

_LONGEST = 4096  # bytes; what is longer was not written by us


@dataclass(frozen=True, slots=True)
class Holder:
    """A user name, the computer, and since when, in Swedish time."""

    login: str
    computer: str
    since: str

    @classmethod
    def here(cls, login: str, moment: datetime) -> "Holder":
        """Return who works at this computer from `moment` on."""
        return cls(login, platform.node(), f"{at_home(moment):%Y-%m-%d %H:%M}")

    @classmethod
    def noted(cls, lock: Path) -> "Holder | None":
        """Return who noted themselves beside a lock file; None for a note that cannot be read."""
        try:
            found = json.loads(files.beginning(_beside(lock), _LONGEST))
            return cls(str(found["login"]), str(found["computer"]), str(found["since"]))
        except (UserError, ValueError, KeyError, TypeError, RecursionError):
            return None

    @staticmethod
    def forget(lock: Path) -> None:
        """Take the note away."""
        with contextlib.suppress(OSError):
            _beside(lock).unlink(missing_ok=True)

    def note(self, lock: Path) -> None:
        """Write the note, readable for whoever may use the lock; it tells, and stops nobody, so it may fail."""
        with contextlib.suppress(OSError):
            files.replace(_beside(lock), json.dumps(asdict(self)).encode())
            _beside(lock).chmod(lock.stat().st_mode & 0o666)


def _beside(lock: Path) -> Path:
    return lock.with_name(lock.name + ".who")


def somebody_works(holder: Holder | None) -> UserError:
    """Return why a second window only reads."""
    if holder is None:
        return UserError(
            "Somebody else is working in this register, so you can only read here. Close it there, then sign in again."
        )
    return UserError(
        "{login} has been working in this register at the computer {computer} since {since}, so you can only"
        " read here. Close it there, then sign in again.",
        login=holder.login,
        computer=holder.computer,
        since=holder.since,
    )
