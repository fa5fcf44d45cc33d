"""The key file of format 1, from before members were a signed chain: read until an administrator signs in, never made.

Its proof shows only that a holder of the register key wrote it, and every role holds that key.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from jobbpunkt.register import keys
from jobbpunkt.register.key_file import cost, raw
from jobbpunkt.register.keys import HEALTH, KEY_BYTES, PROTECTED, REGISTER, DataKeys, KdfCost

FORMAT = "jobbpunkt key slots 1"


@dataclass(frozen=True, slots=True)
class OldSlot:
    """One user's (or the recovery key's) slot."""

    login: str
    cost: KdfCost | None
    salt: bytes
    public: bytes
    wrapped: bytes
    sealed: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class OldKeyFile:
    """All slots of one register, and the file as it was read."""

    register_id: str
    slots: tuple[OldSlot, ...]
    content: Mapping[str, Any]

    def find(self, login: str) -> OldSlot | None:
        """Return the slot of `login`, or None."""
        return next((slot for slot in self.slots if slot.login == login), None)

    def demand_proof(self, register_key: bytes) -> None:
        """Refuse slots that somebody without the register key has put together."""
        own = hashlib.blake2b(key=register_key, person=b"jp slots 1", digest_size=32).digest()
        said = json.dumps([FORMAT, self.register_id, self.content["slots"]], sort_keys=True).encode()
        if not hmac.compare_digest(str(self.content["proof"]), hmac.new(own, said, hashlib.sha256).hexdigest()):
            raise keys.tampered()


@dataclass(frozen=True, slots=True, repr=False)
class OldPrivate:
    """What an old slot's secret opens: the private half, and the user's own secret. Has no readable repr."""

    receives: X25519PrivateKey
    own: bytes


def open_private(slot: OldSlot, wrapping: bytes) -> OldPrivate:
    """Return what the slot wraps."""
    inside = keys.unwrap(wrapping, slot.wrapped, b"jobbpunkt slot 1:" + slot.login.encode() + b":" + slot.public)
    try:
        return OldPrivate(X25519PrivateKey.from_private_bytes(inside[:KEY_BYTES]), _own_secret(inside))
    except ValueError:
        raise keys.tampered() from None


def open_keys(slot: OldSlot, private: OldPrivate) -> DataKeys:
    """Return the data keys that the slot seals."""
    opened = {
        name: keys.unseal(box, private.receives, b"jobbpunkt data key 1:" + name.encode()) for name, box in slot.sealed.items()
    }
    if REGISTER not in opened or any(len(key) != KEY_BYTES for key in opened.values()):
        raise keys.tampered()
    return DataKeys(opened[REGISTER], opened.get(HEALTH), opened.get(PROTECTED), private.own)


def decode(content: dict[str, Any]) -> OldKeyFile:
    """Return the old key file from JSON; raises ValueError, KeyError or TypeError when it is none or not whole."""
    if content["format"] != FORMAT or content["check"] != _digest(content):
        raise ValueError("not whole")
    return OldKeyFile(str(content["register"]), tuple(_decode_slot(row) for row in content["slots"]), content)


def _digest(content: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps([content["register"], content["slots"]], sort_keys=True).encode()).hexdigest()


def _decode_slot(row: dict[str, Any]) -> OldSlot:
    return OldSlot(
        login=str(row["login"]),
        cost=cost(row["argon2id"]),
        salt=raw(row["salt"]),
        public=raw(row["public"]),
        wrapped=raw(row["wrapped"]),
        sealed={name: raw(box) for name, box in row["sealed"].items()},
    )


def _own_secret(inside: bytes) -> bytes:
    """Return the user's own secret; a slot from before there was one gives it by way of its private key."""
    own = inside[KEY_BYTES:]
    return own or hashlib.blake2b(inside, person=b"jp own secret 1", digest_size=KEY_BYTES).digest()
