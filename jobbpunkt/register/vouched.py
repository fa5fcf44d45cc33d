"""How far this computer has followed the signatures of a history: a later check goes on from there."""

import json
from contextlib import suppress
from pathlib import Path

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import pins
from jobbpunkt.register.chain import START, Head
from jobbpunkt.register.location import Location

_LARGEST = 4096


def read(place: Location, register_id: str) -> Head:
    """Return the end that was vouched for; the beginning when none was, or when it cannot be read."""
    path = _path(place, register_id)
    try:
        told = json.loads(files.beginning(path, _LARGEST)) if files.exists(path) else {}
        return Head(int(told["number"]), str(told["hash"]))
    except (UserError, ValueError, KeyError, TypeError):
        return Head(0, START)


def keep(place: Location, register_id: str, until: Head) -> None:
    """Note how far it was followed. Where nothing can be written, the next check begins anew."""
    path = _path(place, register_id)
    with suppress(OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        files.replace(path, json.dumps({"number": until.number, "hash": until.hash}).encode())


def _path(place: Location, register_id: str) -> Path:
    return pins.path_of(place, register_id).with_suffix(".signed")
