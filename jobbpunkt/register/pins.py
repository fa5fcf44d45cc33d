"""What this computer has seen of a register: how far its chain of members and its history went, outside of any of its files.

Whoever rolls back the whole register with its key file rolls back everything that lies in them; this lies elsewhere.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.chain import START, Head
from jobbpunkt.register.location import Location
from jobbpunkt.register.members import Seen

_LARGEST = 4096


@dataclass(frozen=True, slots=True)
class Pin:
    """What was seen of one register at one place; `history` is where it ended."""

    register_id: str
    seen: Seen
    history: Head


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


def keep(place: Location, pin: Pin) -> None:
    """Note what was seen now. Where nothing can be written there is no pin: it may keep nobody from working."""
    path = path_of(place, pin.register_id)
    told = {
        "register": pin.register_id,
        "n": pin.seen.n,
        "head": pin.seen.head,
        "history": {"number": pin.history.number, "hash": pin.history.hash},
    }
    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        files.replace(path, json.dumps(told).encode())


def go_on(place: Location, register_id: str, seen: Seen) -> None:
    """Note that the chain of members goes further now."""
    before = read(place, register_id)
    keep(place, Pin(register_id, seen, before.history if before is not None else Head(0, START)))


def other_history(place: Location, register_id: str) -> UserError:
    """Return what is told when the history is not the one that this computer has seen."""
    return UserError(
        "The history is not the one that this computer saw before: it has been cut or rewritten, or an older backup was restored."
        " Ask an administrator; if a backup was restored, remove {path}.",
        path=path_of(place, register_id),
    )


def forget(place: Location, register_id: str) -> None:
    """Let a register begin anew on this computer: what stands at that place was restored from a backup, and is older."""
    with suppress(OSError):
        path_of(place, register_id).unlink(missing_ok=True)


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
        told = json.loads(files.beginning(path, _LARGEST))
        history = told["history"]
        head = Head(int(history["number"]), str(history["hash"]))
        return Pin(str(told["register"]), Seen(int(told["n"]), str(told["head"])), head)
    except (UserError, ValueError, KeyError, TypeError):
        return None
