"""The key file: who belongs, which data keys are sealed to whom, and what each password opens.

It stands beside a register file in two copies, or in a row on the server. Nothing in it opens anything by itself.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jobbpunkt.register import links
from jobbpunkt.register.keys import KdfCost
from jobbpunkt.register.links import Link

FORMAT = "jobbpunkt key slots 2"
Seals = Mapping[str, bytes]  # data keys by name, each sealed to one member


@dataclass(frozen=True, slots=True)
class OldHalf:
    """What a slot from before the chain still has: its public half, and an invitation sealed to it by who made the chain."""

    public: bytes
    invitation: bytes


@dataclass(frozen=True, slots=True)
class Slot:
    """What one member's own secret opens: their private halves, and what they have seen of the chain."""

    user: str
    login: str
    cost: KdfCost | None
    salt: bytes
    wrapped: bytes
    old: OldHalf | None = None


@dataclass(frozen=True, slots=True)
class KeySet:
    """The data keys of one epoch, sealed to each member; `salt` names the register file that they open, "" on a server."""

    salt: str
    epoch: int
    seals: Mapping[str, Seals]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """All of it. There are two sets only while a rotation is under way."""

    register_id: str
    chain: tuple[Link, ...]
    sets: tuple[KeySet, ...]
    slots: tuple[Slot, ...]

    def find(self, login: str) -> Slot | None:
        """Return the slot of `login`, or None."""
        return next((slot for slot in self.slots if slot.login == login), None)

    def of_user(self, user: str) -> Slot | None:
        """Return the slot of the member `user`, or None."""
        return next((slot for slot in self.slots if slot.user == user), None)

    def put(self, slot: Slot) -> "KeyFile":
        """Return the file with `slot` in place of the same member's, or of one with the same name."""
        others = (other for other in self.slots if slot.user != other.user and slot.login != other.login)
        return replace(self, slots=(*others, slot))

    def linked(self, link: Link) -> "KeyFile":
        """Return the file with one more link."""
        return replace(self, chain=(*self.chain, link))

    def sealed(self, user: str, epoch: int, seals: Seals) -> "KeyFile":
        """Return the file with exactly these data keys sealed to `user` in the set of `epoch`."""
        sets = (replace(one, seals={**one.seals, user: seals}) if one.epoch == epoch else one for one in self.sets)
        return replace(self, sets=tuple(sets))

    def without(self, user: str) -> "KeyFile":
        """Return the file without the slot of `user` and without anything sealed to them."""
        sets = (replace(one, seals={who: held for who, held in one.seals.items() if who != user}) for one in self.sets)
        return replace(self, sets=tuple(sets), slots=tuple(slot for slot in self.slots if slot.user != user))

    def set_for(self, salt: str) -> KeySet | None:
        """Return the set of the register file with that salt; a single one is it in any case."""
        named = [one for one in self.sets if one.salt == salt]
        found = named or (self.sets if len(self.sets) == 1 else [])
        return found[-1] if found else None

    def named(self, salt: str) -> "KeyFile":
        """Return the file with its only set named after another register file: a copy of the same register."""
        return replace(self, sets=tuple(replace(one, salt=salt) for one in self.sets)) if len(self.sets) == 1 else self


def encode(file: KeyFile) -> dict[str, Any]:
    """Return the key file as plain JSON with a digest that shows damage."""
    content = {
        "format": FORMAT,
        "register": file.register_id,
        "chain": [links.encode(link) for link in file.chain],
        "sets": [_encode_set(one) for one in file.sets],
        "slots": [_encode_slot(slot) for slot in file.slots],
    }
    return {**content, "check": digest(content)}


def decode(content: dict[str, Any]) -> KeyFile:
    """Return the key file from JSON; raises ValueError, KeyError or TypeError when the format or the digest is not ours."""
    if content["format"] != FORMAT or content["check"] != digest(content):
        raise ValueError("not whole")
    return KeyFile(
        str(content["register"]),
        tuple(links.decode(row) for row in content["chain"]),
        tuple(_decode_set(row) for row in content["sets"]),
        tuple(_decode_slot(row) for row in content["slots"]),
    )


def digest(content: Mapping[str, Any]) -> str:
    """Return the hash of everything but the hash."""
    told = {name: value for name, value in content.items() if name != "check"}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _encode_set(one: KeySet) -> dict[str, Any]:
    return {"salt": one.salt, "epoch": one.epoch, "seals": {user: _texts(seals) for user, seals in one.seals.items()}}


def _decode_set(row: dict[str, Any]) -> KeySet:
    seals = {user: {name: raw(box) for name, box in held.items()} for user, held in row["seals"].items()}
    return KeySet(str(row["salt"]), whole(row["epoch"]), seals)


def _encode_slot(slot: Slot) -> dict[str, Any]:
    return {
        "user": slot.user,
        "login": slot.login,
        "argon2id": [slot.cost.memory_kib, slot.cost.time, slot.cost.lanes] if slot.cost else None,
        "salt": text(slot.salt),
        "wrapped": text(slot.wrapped),
        "old": {"public": text(slot.old.public), "invitation": text(slot.old.invitation)} if slot.old else None,
    }


def _decode_slot(row: dict[str, Any]) -> Slot:
    old = row["old"]
    return Slot(
        user=str(row["user"]),
        login=str(row["login"]),
        cost=cost(row["argon2id"]),
        salt=raw(row["salt"]),
        wrapped=raw(row["wrapped"]),
        old=OldHalf(raw(old["public"]), raw(old["invitation"])) if old else None,
    )


def cost(numbers: Iterable[object] | None) -> KdfCost | None:
    """Return the cost of a slot from JSON; None for the recovery key's."""
    return KdfCost(*map(whole, numbers)) if numbers else None


def whole(number: object) -> int:
    """Return a whole number, or raise TypeError."""
    if not isinstance(number, int):
        raise TypeError("not a whole number")
    return number


def _texts(parts: Mapping[str, bytes]) -> dict[str, str]:
    return {name: text(part) for name, part in parts.items()}


def text(part: bytes) -> str:
    """Return bytes as JSON keeps them."""
    return base64.b64encode(part).decode()


def raw(part: str) -> bytes:
    """Return bytes from JSON."""
    return base64.b64decode(part, validate=True)
