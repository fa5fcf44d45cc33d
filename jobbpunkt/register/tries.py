"""Wrong passwords on this computer: counted for each register, so that each further try waits longer, but never for ever."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jobbpunkt.base import files
from jobbpunkt.base.clock import at_home
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.keys import WrongSecret

FREE = 4  # so many may be wrong before one waits
LONGEST = 60.0  # seconds
FORGOTTEN = 24 * 3600.0


def default_file() -> Path:
    """Return where this computer's user keeps the count."""
    from platformdirs import user_state_path

    return user_state_path("Jobbpunkt", appauthor=False) / "tries.json"


def wait_after(wrong: int) -> float:
    """Return for how many seconds nobody may try again after so many wrong passwords."""
    return 0.0 if wrong < FREE else min(LONGEST, 2.0 ** min(wrong - FREE + 1, 10))


@dataclass(frozen=True, slots=True)
class Tries:
    """The count, in a file that survives the program; it holds neither names nor places, only what they hash to."""

    file: Path
    now: Callable[[], float] = time.time

    @contextmanager
    def trying(self, place: str, login: str) -> Iterator[list[int]]:
        """Count a try before it is made, and take it back when it did not end in a wrong password.

        What it yields holds, after a try that went well, how many had been wrong under this name since the one before.
        """
        wrong: list[int] = []
        self._count(place, login)
        try:
            yield wrong
        except WrongSecret:
            raise
        except BaseException:
            self._take_back(place, login)
            raise
        wrong.append(self._forget(place, login) - 1)

    def _count(self, place: str, login: str) -> None:
        """Count one more, or refuse while one has to wait. Counted first, many programs at once try no faster than one."""
        kept, register = self._read(), _hashed(place)
        known = kept.setdefault(register, {"wrong": 0, "last": 0.0, "names": {}})
        now, last = self.now(), known["last"]
        if now < last:  # the clock was set back: one waits from now
            known["last"] = last = now
            self._write(kept)
        until = last + wait_after(known["wrong"])
        if now < until:
            at = at_home(datetime.fromtimestamp(until, UTC))
            raise UserError("Too many wrong passwords on this computer. Try again after {time}.", time=f"{at:%H:%M:%S}")
        name = _hashed(place, login)
        known |= {"wrong": known["wrong"] + 1, "last": now}
        known["names"][name] = known["names"].get(name, 0) + 1
        self._write(kept)

    def _take_back(self, place: str, login: str) -> None:
        kept, name = self._read(), _hashed(place, login)
        known = kept.get(_hashed(place))
        if known is not None:
            known["wrong"] = max(0, known["wrong"] - 1)
            known["names"][name] = max(0, known["names"].get(name, 0) - 1)
            self._write(kept)

    def _forget(self, place: str, login: str) -> int:
        """Forget what was counted for a register but for the names of others; return how many were under this one."""
        kept, name = self._read(), _hashed(place, login)
        known = kept.get(_hashed(place), {"names": {}})
        count = int(known["names"].pop(name, 1))
        known["wrong"] = 0
        if not known["names"]:
            kept.pop(_hashed(place), None)
        self._write(kept)
        return count

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads(files.beginning(self.file, files.LARGEST))
            usable = {key: one for key, one in found.items() if self.now() - float(one["last"]) < FORGOTTEN}
            for one in usable.values():
                one |= {"wrong": int(one["wrong"]), "last": float(one["last"]), "names": dict(one["names"])}
        except (UserError, OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}
        return usable

    def _write(self, kept: dict[str, Any]) -> None:
        # Where it cannot be kept one may sign in all the same: a full disk must not shut anybody out.
        with suppress(OSError, UserError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            files.replace(self.file, json.dumps(kept).encode())


def _hashed(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
