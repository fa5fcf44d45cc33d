"""What this computer has seen of a register: how far its chain of members and its history went, outside of any of its files.

Whoever rolls back the whole register with its key file rolls back everything that lies in them; this lies elsewhere. Each place
has a pin of its own, since a copy that is opened elsewhere goes its own way.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.chain import START, Head
from jobbpunkt.register.location import Location
from jobbpunkt.register.members import NOTHING, Seen

_LARGEST = 40_000  # bytes; the name of a place may be long
NO_HISTORY = Head(0, START)


@dataclass(frozen=True, slots=True)
class Pin:
    """What was seen of one register at one place: how far its members went at any time, and where its history ended last.

    `with_history` is how far the members went at that end, `first` where the history ended when the place was first seen. A pin
    from before these were noted knows neither, nor its place.
    """

    register_id: str
    seen: Seen
    history: Head
    with_history: Seen = NOTHING
    first: Head = NO_HISTORY
    place: str = ""

    def is_of(self, place: Location) -> bool:
        """Tell whether it is of that very place, also if that was spelled otherwise then."""
        if self.place == place.text:
            return True
        with suppress(OSError, ValueError):
            return bool(self.place) and place.path is not None and Path(self.place).samefile(place.path)
        return False


@dataclass(frozen=True, slots=True)
class Restored:
    """That a backup was put in a register's place on this computer: where its history ended, and when that was."""

    history: Head
    at: datetime


def folder() -> Path:
    """Return where this computer's user keeps pins."""
    from platformdirs import user_state_path

    return user_state_path("Jobbpunkt", appauthor=False) / "pins"


def path_of(place: Location, register_id: str) -> Path:
    """Return the file of the pin of a register at a place: a copy of it elsewhere, such as a backup, has one of its own."""
    return folder() / f"{register_id}-{blake2b(place.text.encode(), digest_size=8).hexdigest()}.json"


def read(place: Location, register_id: str) -> Pin | None:
    """Return what was seen at a place; None when nothing was, or when it cannot be read."""
    return _read(path_of(place, register_id))


def keep(place: Location, register_id: str, seen: Seen, history: Head) -> None:
    """Note what was seen now. Where nothing can be written there is no pin: it may keep nobody from working."""
    before = read(place, register_id)
    first = before.first if before is not None and before.first != NO_HISTORY else history
    _write(path_of(place, register_id), Pin(register_id, seen, history, seen, first, place.text))


def go_on(place: Location, register_id: str, seen: Seen) -> None:
    """Note that the chain of members goes further now."""
    before = read(place, register_id) or Pin(register_id, seen, NO_HISTORY)
    _write(path_of(place, register_id), replace(before, seen=seen, place=place.text))


def _write(path: Path, pin: Pin) -> None:
    told = {
        "register": pin.register_id,
        "place": pin.place,
        "n": pin.seen.n,
        "head": pin.seen.head,
        "history": _head_told(pin.history),
        "with_history": {"n": pin.with_history.n, "head": pin.with_history.head},
        "first": _head_told(pin.first),
    }
    _write_json(path, told)


def _head_told(head: Head) -> dict[str, object]:
    return {"number": head.number, "hash": head.hash}


def _write_json(path: Path, told: dict[str, object]) -> None:
    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        files.replace(path, json.dumps(told).encode())


def other_history(place: Location, register_id: str) -> UserError:
    """Return what is told when the history is not the one that this computer has seen."""
    return UserError(
        "The history is not the one that this computer saw before: somebody has cut or rewritten it, or an older"
        " backup was restored. Ask an administrator which. If it was a backup, remove the file {path} and sign"
        " in again.",
        path=path_of(place, register_id),
    )


def forget(place: Location, register_id: str) -> None:
    """Forget what was seen at a place: what stood there is gone."""
    with suppress(OSError):
        path_of(place, register_id).unlink(missing_ok=True)
        for path, pin in list(all_of(register_id)):
            if pin.is_of(place):
                path.unlink(missing_ok=True)


def begin_anew(place: Location, register_id: str, history: Head, at: datetime) -> None:
    """Let a register begin anew on this computer: what stands at that place now is a backup, and may be older.

    That it was put there is noted, so that what was seen of the register before is not taken for damage.
    """
    forget(place, register_id)
    _write_json(_restored_at(place, register_id), {**_head_told(history), "at": at.isoformat()})


def restored(place: Location, register_id: str) -> Restored | None:
    """Return what was last restored to a place on this computer, or None."""
    try:
        told = _told(_restored_at(place, register_id))
        return Restored(_head(told), datetime.fromisoformat(told["at"]))
    except (UserError, ValueError, KeyError, TypeError):
        return None


def _restored_at(place: Location, register_id: str) -> Path:
    return path_of(place, register_id).with_suffix(".restored")


def all_of(register_id: str) -> Iterator[tuple[Path, Pin]]:
    """Yield every pin of a register on this computer, wherever it stood."""
    with suppress(OSError):
        for path in sorted(folder().glob(f"{register_id}-*.json")):
            if (pin := _read(path)) is not None and pin.register_id == register_id:
                yield path, pin


def _read(path: Path) -> Pin | None:
    if not files.exists(path):
        return None
    try:
        told = _told(path)
        then, first = told.get("with_history"), told.get("first")
        return Pin(
            str(told["register"]),
            _seen(told),
            _head(told["history"]),
            _seen(then) if then is not None else NOTHING,
            _head(first) if first is not None else NO_HISTORY,
            str(told.get("place", "")),
        )
    except (UserError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _told(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(files.beginning(path, _LARGEST))
    return told


def _head(told: dict[str, Any]) -> Head:
    return Head(int(told["number"]), str(told["hash"]))


def _seen(told: dict[str, Any]) -> Seen:
    return Seen(int(told["n"]), str(told["head"]))
