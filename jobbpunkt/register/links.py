"""The signed links that say who belongs to a register: each follows the one before, and is signed with Ed25519."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

START = "0" * 64
_DOMAIN = b"jobbpunkt link 1:"


class Kind(StrEnum):
    """What a link says."""

    FOUND = "found"  # the founding administrator; the root of all
    APPOINT = "appoint"  # a new member, or one who is let in again
    ROLES = "roles"
    PROPOSE = "propose"  # an administrator asks for a role of their own, which another one gives
    LEAVE = "leave"
    RESET = "reset"  # an administrator or the recovery key gives somebody new halves; roles stay what was signed
    SUCCEED = "succeed"  # one's own new halves, signed with the old ones
    EPOCH = "epoch"  # what the data keys are from now on, by their commitments


@dataclass(frozen=True, slots=True)
class Link:
    """One link: what it tells, and the signature of who told it."""

    told: Mapping[str, Any]
    signature: bytes

    @property
    def digest(self) -> str:
        """Return the hash that the next link names, and that a pin notes."""
        return hashlib.sha256(_DOMAIN + _canonical(self.told) + b"|" + self.signature).hexdigest()

    def is_signed_by(self, signs: bytes) -> bool:
        """Tell whether the owner of the public half `signs` signed what is told."""
        try:
            Ed25519PublicKey.from_public_bytes(signs).verify(self.signature, _DOMAIN + _canonical(self.told))
        except (InvalidSignature, ValueError):
            return False
        return True


def sign(told: Mapping[str, Any], signs: Ed25519PrivateKey) -> Link:
    """Return what is told as a link, signed."""
    return Link(told, signs.sign(_DOMAIN + _canonical(told)))


def encode(link: Link) -> dict[str, Any]:
    """Return a link as plain JSON."""
    return {**link.told, "signature": link.signature.hex()}


def decode(row: Mapping[str, Any]) -> Link:
    """Return a link from JSON; raises ValueError, KeyError or TypeError when it is none."""
    return Link({name: value for name, value in row.items() if name != "signature"}, bytes.fromhex(row["signature"]))


def _canonical(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode()
