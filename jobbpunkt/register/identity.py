"""What a signed-in member is to the register: their pair, their own secret, and what they have seen of the chain.

All of it lies in their slot, wrapped under their password, so nobody but them can forge what it pins.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from jobbpunkt.register import keys, old_slots
from jobbpunkt.register.key_file import OldHalf, Slot
from jobbpunkt.register.keys import KEY_BYTES, SALT_BYTES, KdfCost, Pair
from jobbpunkt.register.members import Seen
from jobbpunkt.register.old_slots import OldSlot


@dataclass(frozen=True, slots=True, repr=False)
class Lock:
    """What a member's secret comes to: the key that wraps their slot, with the salt and the cost that gave it."""

    wrapping: bytes
    salt: bytes
    cost: KdfCost | None

    @classmethod
    def of(cls, slot: Slot | OldSlot, secret: str) -> "Lock":
        """Return the lock that `secret` gives for a slot."""
        return cls(keys.wrapping_of(secret, slot.salt, slot.cost), slot.salt, slot.cost)

    @classmethod
    def new(cls, password: str, cost: KdfCost) -> "Lock":
        """Return a new lock for a password."""
        salt = secrets.token_bytes(SALT_BYTES)
        return cls(keys.wrapping_of(password, salt, cost), salt, cost)

    @classmethod
    def of_recovery(cls, secret: bytes) -> "Lock":
        """Return a new lock for the secret of a recovery key."""
        salt = secrets.token_bytes(SALT_BYTES)
        return cls(keys.wrapping_of_recovery(secret, salt), salt, None)


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """One member with their private halves; `invited` when the pair is one that an upgrade made, good for one link."""

    user: str
    login: str
    pair: Pair
    own: bytes
    root: bytes
    seen: Seen
    lock: Lock
    invited: bool = False

    def slot(self, register_id: str) -> Slot:
        """Return the slot that this member's secret opens."""
        told = {
            "signs": self.pair.signs.private_bytes_raw().hex(),
            "receives": self.pair.receives.private_bytes_raw().hex(),
            "own": self.own.hex(),
            **_pinned(self.root, self.seen),
        }
        bound = _bound(register_id, self.user, self.login)
        wrapped = keys.wrap(self.lock.wrapping, json.dumps(told).encode(), bound)
        return Slot(self.user, self.login, self.lock.cost, self.lock.salt, wrapped)

    def renewed(self, pair: Pair, lock: Lock | None = None, own: bytes | None = None) -> "Identity":
        """Return the same member with another pair, and with another lock and another own secret where they are given."""
        return replace(self, pair=pair, lock=lock or self.lock, own=own or self.own, invited=False)


def new(user: str, login: str, root: bytes, lock: Lock, own: bytes | None = None) -> Identity:
    """Return a new member, who has seen nothing yet."""
    return Identity(user, login, Pair.new(), own or secrets.token_bytes(KEY_BYTES), root, Seen(), lock)


def founder(user: str, login: str, lock: Lock, own: bytes | None = None) -> Identity:
    """Return the member from whom a chain begins: its root is what they sign with."""
    made = new(user, login, b"", lock, own)
    return replace(made, root=made.pair.halves.signs)


def open_slot(slot: Slot, register_id: str, lock: Lock) -> Identity:
    """Return who the slot is, if the lock fits; UserError says one thing for all that is wrong."""
    if slot.old is not None:
        return _invited(slot, slot.old, register_id, lock)
    told = _told(keys.unwrap(lock.wrapping, slot.wrapped, _bound(register_id, slot.user, slot.login)))
    return _identity(slot, told, X25519PrivateKey.from_private_bytes(bytes.fromhex(told["receives"])), lock)


def invitation(old: OldSlot, user: str, register_id: str, root: bytes, seen: Seen) -> tuple[Slot, bytes]:
    """Return the slot of a member who still has the one of format 1, and the public half of what signs their first link."""
    signs = Ed25519PrivateKey.generate()
    told = {"signs": signs.private_bytes_raw().hex(), **_pinned(root, seen)}
    box = keys.seal(json.dumps(told).encode(), old.public, _invited_info(register_id, user))
    slot = Slot(user, old.login, old.cost, old.salt, old.wrapped, OldHalf(old.public, box))
    return slot, signs.public_key().public_bytes_raw()


def _invited(slot: Slot, old: OldHalf, register_id: str, lock: Lock) -> Identity:
    was = OldSlot(slot.login, slot.cost, slot.salt, old.public, slot.wrapped, {})
    private = old_slots.open_private(was, lock.wrapping)
    told = _told(keys.unseal(old.invitation, private.receives, _invited_info(register_id, slot.user)))
    return replace(_identity(slot, {**told, "own": private.own.hex()}, private.receives, lock), invited=True)


def _identity(slot: Slot, told: Mapping[str, Any], receives: X25519PrivateKey, lock: Lock) -> Identity:
    pair = Pair(Ed25519PrivateKey.from_private_bytes(bytes.fromhex(told["signs"])), receives)
    own, root = bytes.fromhex(told["own"]), bytes.fromhex(told["root"])
    return Identity(slot.user, slot.login, pair, own, root, Seen(told["n"], told["head"]), lock)


def _told(raw: bytes) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(raw)
    return told


def _pinned(root: bytes, seen: Seen) -> dict[str, Any]:
    return {"root": root.hex(), "n": seen.n, "head": seen.head}


def _bound(register_id: str, user: str, login: str) -> bytes:
    """Bind a wrapped slot to its register, member and name, so that slots cannot be swapped."""
    return f"jobbpunkt slot 2:{register_id}:{user}:{login}".encode()


def _invited_info(register_id: str, user: str) -> bytes:
    return f"jobbpunkt invitation 1:{register_id}:{user}".encode()
