"""The data keys, the pairs that sign and receive them, and what wraps, seals and commits to them.

Register, health and protected identity each have a random 256-bit key. Every member has an Ed25519 pair that signs and an
X25519 pair that data keys are sealed to by HPKE (RFC 9180), so handing a key to somebody needs nobody's password. The
private halves are wrapped with AES-GCM under Argon2id of the password, those of the recovery key under 256 random bits
that are printed once.
"""

import base64
import hashlib
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import Self

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_

REGISTER, HEALTH, PROTECTED = "register", "health", "protected"
KEY_NAMES = (REGISTER, HEALTH, PROTECTED)
RECOVERY_LOGIN = "*recovery*"
SALT_BYTES = 16
KEY_BYTES = 32
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_CHECK_BYTES = 3
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True)
class KdfCost:
    """Argon2id's cost; stored beside each slot and kept within a floor and a ceiling."""

    memory_kib: int = 65536
    time: int = 3
    lanes: int = 4

    def check(self) -> None:
        """Refuse a cost so low that guessing is cheap (OWASP's floor), or so high that it is an attack on the machine."""
        if not (19456 <= self.memory_kib <= 1048576 and 2 <= self.time <= 16 and 1 <= self.lanes <= 16):
            raise tampered()


CHEAPEST = KdfCost(19456, 2, 1)
_WANTED_SECONDS, _MOST_ROUNDS = 1.0, 8


def calibrated() -> KdfCost:
    """Return the cost that takes this computer towards a second: never below the standing cost, never endless on another."""
    least = KdfCost()
    began = perf_counter()
    wrapping_of("", bytes(SALT_BYTES), least)
    rounds = int(least.time * _WANTED_SECONDS / max(perf_counter() - began, 0.001))
    return replace(least, time=min(max(rounds, least.time), _MOST_ROUNDS))


@dataclass(frozen=True, slots=True, repr=False)
class DataKeys:
    """The data keys that one signed-in user holds; a missing one is None. Has no readable repr, so none is ever logged."""

    register: bytes
    health: bytes | None = None
    protected: bytes | None = None
    own: bytes | None = None  # a secret of this user's alone, for what no colleague may read: drafts
    epoch: int = 1  # how many times the keys have been new
    older: Mapping[tuple[str, int], bytes] = field(default_factory=dict)  # what keys of that name were in earlier epochs

    def named(self) -> dict[str, bytes]:
        """Return the held keys by name."""
        pairs = ((REGISTER, self.register), (HEALTH, self.health), (PROTECTED, self.protected))
        return {name: key for name, key in pairs if key is not None}

    def of_epochs(self, name: str) -> dict[int, bytes]:
        """Return the key of that name in every epoch, or nothing when it is not held."""
        held = self.named()
        if name not in held:
            return {}
        return {epoch: key for (older, epoch), key in self.older.items() if older == name} | {self.epoch: held[name]}


def new_data_keys() -> DataKeys:
    """Return three fresh random keys."""
    register, health, protected = (secrets.token_bytes(KEY_BYTES) for _ in KEY_NAMES)
    return DataKeys(register, health, protected)


@dataclass(frozen=True, slots=True)
class Halves:
    """The public halves of a member's two pairs."""

    signs: bytes
    receives: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Pair:
    """A member's two pairs: what signs, and what data keys are sealed to. Has no readable repr, so none is ever logged."""

    signs: Ed25519PrivateKey
    receives: X25519PrivateKey

    @classmethod
    def new(cls) -> Self:
        """Return fresh random pairs."""
        return cls(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())

    @property
    def halves(self) -> Halves:
        """Return what may be known to all."""
        return Halves(self.signs.public_key().public_bytes_raw(), self.receives.public_key().public_bytes_raw())


def new_recovery() -> tuple[bytes, str]:
    """Return the secret of a new recovery key, and how it is printed, in groups of four letters."""
    secret = secrets.token_bytes(KEY_BYTES)
    return secret, _spell(secret)


def wrapping_of(secret: str, salt: bytes, cost: KdfCost | None) -> bytes:
    """Return the key that `secret` gives: a password, or a printed recovery key, which has no cost."""
    if len(salt) != SALT_BYTES:
        raise tampered()
    if cost is None:
        return wrapping_of_recovery(_unspell(secret), salt)
    cost.check()
    return hash_secret_raw(
        # The same letter typed on two machines may come as one sign or as two.
        unicodedata.normalize("NFC", secret).encode(errors="surrogatepass"),
        salt,
        time_cost=cost.time,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )


def wrapping_of_recovery(secret: bytes, salt: bytes) -> bytes:
    """Return the key that the recovery key's own bits give; 256 random ones need no slow derivation."""
    return hashlib.blake2b(secret, key=salt, person=b"jp recovery 1", digest_size=KEY_BYTES).digest()


def wrap(wrapping: bytes, content: bytes, bound: bytes) -> bytes:
    """Return `content` encrypted under `wrapping`, bound to where it belongs."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(wrapping).encrypt(nonce, content, bound)


def unwrap(wrapping: bytes, wrapped: bytes, bound: bytes) -> bytes:
    """Return what was wrapped; the refusal does not tell whether the secret was wrong or the content changed."""
    try:
        return AESGCM(wrapping).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], bound)
    except InvalidTag:
        raise wrong_secret() from None
    except ValueError:  # a part of the wrong length
        raise tampered() from None


def seal(content: bytes, receives: bytes, info: bytes) -> bytes:
    """Return `content` sealed to the public half `receives`; whoever reads it cannot tell who sealed it."""
    return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(receives), info=info)


def unseal(box: bytes, receives: X25519PrivateKey, info: bytes) -> bytes:
    """Return what was sealed; raises UserError where it was changed, or sealed to somebody else."""
    try:
        return _SUITE.decrypt(box, receives, info=info)
    except (InvalidTag, ValueError):
        raise tampered() from None


def commitment(register_id: str, name: str, key: bytes) -> str:
    """Return what says of a data key that it is this one and no other, without telling it."""
    said = f"{register_id}|{name}".encode()
    return hashlib.blake2b(said, key=key, person=b"jp commit 1", digest_size=KEY_BYTES).hexdigest()


class WrongSecret(UserError):
    """The name or the secret is wrong, and nothing tells which."""


def wrong_secret() -> WrongSecret:
    """Return the one refusal for an unknown user and a wrong password alike."""
    return WrongSecret(
        N_(
            "The user name or the password is wrong. Try again, or ask an administrator for a new"
            " password. If nobody can give you one, use the recovery key."
        )
    )


def tampered() -> UserError:
    """Return the refusal for slots that this program did not write."""
    return UserError(
        "Somebody has changed the key file. Put the key file of the latest backup beside the"
        " register in its place, and find out who can write there."
    )


def _spell(secret: bytes) -> str:
    check = hashlib.sha256(secret).digest()[:_CHECK_BYTES]
    text = base64.b32encode(secret + check).decode().rstrip("=")
    return "-".join(text[at : at + 4] for at in range(0, len(text), 4))


def _unspell(text: str) -> bytes:
    letters = "".join(sign for sign in text.upper() if sign.isalnum()).replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        raw = b""
    secret, check = raw[:32], raw[32:]
    if len(secret) != 32 or hashlib.sha256(secret).digest()[:_CHECK_BYTES] != check:
        raise UserError(
            "The recovery key is not complete or has a wrong letter. Compare it with the printed sheet, group by group."
        )
    return secret
