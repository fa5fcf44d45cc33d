"""Where key slots are kept: a file beside the register in two copies, or a row on the server."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection

from jobbpunkt import files, keys
from jobbpunkt.errors import UserError
from jobbpunkt.keys import KdfCost, Slot

FORMAT = "jobbpunkt key slots 1"


@dataclass(frozen=True, slots=True)
class SlotSet:
    """All slots of one register, with the proof that a holder of the register key wrote them."""

    register_id: str
    slots: tuple[Slot, ...]
    proof: str = field(default="", compare=False)

    def find(self, login: str) -> Slot | None:
        """Return the slot of `login`, or None."""
        return next((slot for slot in self.slots if slot.login == login), None)

    def put(self, slot: Slot) -> "SlotSet":
        """Return the set with `slot` in place of the one with the same login."""
        return SlotSet(self.register_id, (*(other for other in self.slots if other.login != slot.login), slot))

    def without(self, login: str) -> "SlotSet":
        """Return the set without the slot of `login`."""
        return SlotSet(self.register_id, tuple(slot for slot in self.slots if slot.login != login))

    def proved(self, register_key: bytes) -> "SlotSet":
        """Return the set with its proof, ready to be written."""
        return SlotSet(self.register_id, self.slots, keys.proof(register_key, _spelled(self)))

    def demand_proof(self, register_key: bytes) -> None:
        """Refuse slots that somebody without the register key has put together, such as another's key for a known name."""
        if not hmac.compare_digest(self.proof, keys.proof(register_key, _spelled(self))):
            raise keys.tampered()


class SlotStore(Protocol):
    """Where a register's slots are read and written; `within` is the transaction that a server's slots take part in."""

    def read(self, within: Connection | None = None) -> SlotSet:
        """Return the slots, or raise UserError; within a transaction nobody else can change them until it ends."""
        ...

    def write(self, slots: SlotSet, register_key: bytes, within: Connection | None = None) -> None:
        """Replace the slots, wholly or not at all."""
        ...


def beside(register: Path) -> tuple[Path, Path]:
    """Return the two files that hold the slots of the register file `register`."""
    return register.with_name(register.name + ".keys"), register.with_name(register.name + ".keys.copy")


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The slots of a register file, in two copies so that a half-written one is never the only one."""

    register: Path

    def read(self, within: Connection | None = None) -> SlotSet:  # noqa: ARG002 - the register's own lock guards the files
        """Return the slots from the first copy that is whole."""
        found = [path for path in beside(self.register) if path.exists()]
        if not found:
            raise UserError(
                "The key file {path} is missing. Put it back from a backup, beside the register.", path=beside(self.register)[0]
            )
        whole = next((slots for path in found if (slots := read_copy(path)) is not None), None)
        if whole is None:
            raise UserError("The key file {path} is damaged. Put it back from a backup, beside the register.", path=found[0])
        return whole

    def write(self, slots: SlotSet, register_key: bytes, within: Connection | None = None) -> None:  # noqa: ARG002
        """Write both copies, each atomically, the second only when the first is safe on disk."""
        text = json.dumps(encode(slots.proved(register_key)), indent=1)
        for path in beside(self.register):
            try:
                files.replace(path, text.encode())
            except OSError as error:
                raise files.unwritable(path) from error


def read_copy(path: Path) -> SlotSet | None:
    """Return the slots in one copy, or None when it cannot be read whole."""
    try:
        return decode(json.loads(files.beginning(path, files.LARGEST)))
    except (UserError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def encode(slots: SlotSet) -> dict[str, Any]:
    """Return the slots as plain JSON with a digest that shows damage."""
    rows = [_encode_slot(slot) for slot in slots.slots]
    check = _digest(slots.register_id, rows)
    return {"format": FORMAT, "register": slots.register_id, "slots": rows, "check": check, "proof": slots.proof}


def decode(content: dict[str, Any]) -> SlotSet:
    """Return the slots from JSON; raises ValueError when the format or the digest is not ours."""
    if content["format"] != FORMAT or content["check"] != _digest(content["register"], content["slots"]):
        raise ValueError("not whole")
    return SlotSet(str(content["register"]), tuple(_decode_slot(row) for row in content["slots"]), str(content["proof"]))


def _spelled(slots: SlotSet) -> bytes:
    return json.dumps([FORMAT, slots.register_id, [_encode_slot(slot) for slot in slots.slots]], sort_keys=True).encode()


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
        login=str(row["login"]),
        cost=KdfCost(*map(_whole, row["argon2id"])) if row["argon2id"] else None,
        salt=_raw(row["salt"]),
        public=_raw(row["public"]),
        wrapped=_raw(row["wrapped"]),
        sealed={name: _raw(box) for name, box in row["sealed"].items()},
    )


def _whole(number: object) -> int:
    if not isinstance(number, int):
        raise TypeError("a cost is a whole number")
    return number


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _raw(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
