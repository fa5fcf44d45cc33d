"""Where key slots are kept: a file beside the register in two copies, or a row on the server."""

import base64
import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from jobbpunkt.errors import UserError
from jobbpunkt.keys import KdfCost, Slot

FORMAT = "jobbpunkt key slots 1"


@dataclass(frozen=True, slots=True)
class SlotSet:
    """All slots of one register."""

    register_id: str
    slots: tuple[Slot, ...]

    def find(self, login: str) -> Slot | None:
        """Return the slot of `login`, or None."""
        return next((slot for slot in self.slots if slot.login == login), None)

    def put(self, slot: Slot) -> "SlotSet":
        """Return the set with `slot` in place of the one with the same login."""
        return SlotSet(self.register_id, (*(other for other in self.slots if other.login != slot.login), slot))

    def without(self, login: str) -> "SlotSet":
        """Return the set without the slot of `login`."""
        return SlotSet(self.register_id, tuple(slot for slot in self.slots if slot.login != login))


class SlotStore(Protocol):
    """Where a register's slots are read and written."""

    def read(self) -> SlotSet:
        """Return the slots, or raise UserError."""
        ...

    def write(self, slots: SlotSet) -> None:
        """Replace the slots, wholly or not at all."""
        ...


def beside(register: Path) -> tuple[Path, Path]:
    """Return the two files that hold the slots of the register file `register`."""
    return register.with_name(register.name + ".keys"), register.with_name(register.name + ".keys.copy")


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The slots of a register file, in two copies so that a half-written one is never the only one."""

    register: Path

    def read(self) -> SlotSet:
        """Return the slots from the first copy that is whole."""
        found = [path for path in beside(self.register) if path.exists()]
        if not found:
            raise UserError(
                "The key file {path} is missing. Put it back from a backup, beside the register.", path=beside(self.register)[0]
            )
        for path in found:
            try:
                return decode(json.loads(path.read_text("utf-8")))
            except (ValueError, KeyError, TypeError, OSError):
                continue
        raise UserError("The key file {path} is damaged. Put it back from a backup, beside the register.", path=found[0])

    def write(self, slots: SlotSet) -> None:
        """Write both copies, each atomically, the second only when the first is safe on disk."""
        text = json.dumps(encode(slots), indent=1)
        for path in beside(self.register):
            replace_file(path, text.encode())


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` so that a power cut leaves the old file or the new one."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def encode(slots: SlotSet) -> dict[str, Any]:
    """Return the slots as plain JSON with a digest that shows damage."""
    rows = [_encode_slot(slot) for slot in slots.slots]
    return {"format": FORMAT, "register": slots.register_id, "slots": rows, "check": _digest(slots.register_id, rows)}


def decode(content: dict[str, Any]) -> SlotSet:
    """Return the slots from JSON; raises ValueError when the format or the digest is not ours."""
    if content["format"] != FORMAT or content["check"] != _digest(content["register"], content["slots"]):
        raise ValueError("not whole")
    return SlotSet(content["register"], tuple(_decode_slot(row) for row in content["slots"]))


def _digest(register_id: str, rows: Iterable[dict[str, Any]]) -> str:
    return hashlib.sha256(json.dumps([register_id, list(rows)], sort_keys=True).encode()).hexdigest()


def _encode_slot(slot: Slot) -> dict[str, Any]:
    return {
        "login": slot.login,
        "argon2id": [slot.cost.memory_kib, slot.cost.time, slot.cost.lanes] if slot.cost else None,
        "salt": _text(slot.salt),
        "public": _text(slot.public),
        "wrapped": _text(slot.wrapped),
        "sealed": {name: _text(box) for name, box in slot.sealed.items()},
    }


def _decode_slot(row: dict[str, Any]) -> Slot:
    return Slot(
        login=row["login"],
        cost=KdfCost(*row["argon2id"]) if row["argon2id"] else None,
        salt=_raw(row["salt"]),
        public=_raw(row["public"]),
        wrapped=_raw(row["wrapped"]),
        sealed={name: _raw(box) for name, box in row["sealed"].items()},
    )


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
