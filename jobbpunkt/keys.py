"""The three data keys and the slots that hold them.

Register, health and protected identity each have a random 256-bit key. Every user has an X25519 key pair whose
private half is wrapped with AES-GCM under Argon2id of the password; data keys are sealed to the public half by HPKE
(RFC 9180), so handing a key to somebody needs nobody's password. The recovery key is one more pair, wrapped under
256 random bits that are printed once.
"""

import base64
import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, replace
from time import perf_counter

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from jobbpunkt.errors import UserError

REGISTER, HEALTH, PROTECTED = "register", "health", "protected"
KEY_NAMES = (REGISTER, HEALTH, PROTECTED)
RECOVERY_LOGIN = "*recovery*"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_CHECK_BYTES = 3
_SALT_BYTES = 16
_KEY_BYTES = 32


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
    _from_password("", bytes(_SALT_BYTES), least)
    rounds = int(least.time * _WANTED_SECONDS / max(perf_counter() - began, 0.001))
    return replace(least, time=min(max(rounds, least.time), _MOST_ROUNDS))


@dataclass(frozen=True, slots=True, repr=False)
class DataKeys:
    """The data keys that one signed-in user holds; a missing one is None. Has no readable repr, so none is ever logged."""

    register: bytes
    health: bytes | None = None
    protected: bytes | None = None
    own: bytes | None = None  # a secret of this user's alone, for what no colleague may read: drafts

    def named(self) -> dict[str, bytes]:
        """Return the held keys by name."""
        pairs = ((REGISTER, self.register), (HEALTH, self.health), (PROTECTED, self.protected))
        return {name: key for name, key in pairs if key is not None}


@dataclass(frozen=True, slots=True)
class Slot:
    """What one user (or the recovery key) needs to get at the data keys, given the secret that only they have."""

    login: str
    cost: KdfCost | None
    salt: bytes
    public: bytes
    wrapped: bytes
    sealed: dict[str, bytes]


def new_data_keys() -> DataKeys:
    """Return three fresh random keys."""
    return DataKeys(*(secrets.token_bytes(32) for _ in KEY_NAMES))


def make_slot(login: str, password: str, keys: dict[str, bytes], cost: KdfCost, own: bytes | None = None) -> Slot:
    """Return a slot that opens `keys` with `password`; `own` goes on with the user's own secret, else it is a new one."""
    cost.check()
    salt = secrets.token_bytes(_SALT_BYTES)
    return _slot(login, cost, salt, _from_password(password, salt, cost), keys, own)


def make_recovery(keys: dict[str, bytes]) -> tuple[Slot, str]:
    """Return the recovery slot and the recovery key to print, in groups of four letters."""
    secret = secrets.token_bytes(32)
    salt = secrets.token_bytes(_SALT_BYTES)
    return _slot(RECOVERY_LOGIN, None, salt, _from_recovery(secret, salt), keys), _spell(secret)


def open_slot(slot: Slot, secret: str) -> DataKeys:
    """Return the data keys that `secret` (a password, or the recovery key for its slot) opens.

    Raises UserError with one sentence that does not tell which part was wrong.
    """
    if len(slot.salt) != _SALT_BYTES:
        raise tampered()
    if slot.cost is None:
        wrapping = _from_recovery(_unspell(secret), slot.salt)
    else:
        slot.cost.check()
        wrapping = _from_password(secret, slot.salt, slot.cost)
    try:
        inside = _unwrap(wrapping, slot)
        private = X25519PrivateKey.from_private_bytes(inside[:_KEY_BYTES])
        opened = {name: _SUITE.decrypt(box, private, info=_info(name)) for name, box in slot.sealed.items()}
    except InvalidTag:
        raise wrong_secret() from None
    except ValueError:  # a part of the wrong length
        raise tampered() from None
    if REGISTER not in opened or any(len(key) != _KEY_BYTES for key in opened.values()):
        raise tampered()
    return DataKeys(opened[REGISTER], opened.get(HEALTH), opened.get(PROTECTED), _own_secret(inside))


def wrong_secret() -> UserError:
    """Return the one refusal for an unknown user and a wrong password alike."""
    return UserError("The user name or the password is wrong. Try again, or use the recovery key.")


def tampered() -> UserError:
    """Return the refusal for slots that this program did not write."""
    return UserError("The key file has been tampered with. Put it back from a backup, beside the register.")


def proof(register_key: bytes, content: bytes) -> str:
    """Return what only a holder of the register key can say of `content`, so that nobody else can change the slots."""
    own = hashlib.blake2b(key=register_key, person=b"jp slots 1", digest_size=32).digest()
    return hmac.new(own, content, hashlib.sha256).hexdigest()


def reseal(slot: Slot, keys: dict[str, bytes]) -> Slot:
    """Return the slot holding exactly `keys`; nobody's password is needed."""
    return replace(slot, sealed=_seal_all(X25519PublicKey.from_public_bytes(slot.public), keys))


def _slot(
    login: str, cost: KdfCost | None, salt: bytes, wrapping: bytes, keys: dict[str, bytes], own: bytes | None = None
) -> Slot:
    private = X25519PrivateKey.generate()
    public = private.public_key()
    nonce = secrets.token_bytes(12)
    inside = private.private_bytes_raw() + (own or secrets.token_bytes(_KEY_BYTES))
    wrapped = nonce + AESGCM(wrapping).encrypt(nonce, inside, _bound(login, public.public_bytes_raw()))
    return Slot(login, cost, salt, public.public_bytes_raw(), wrapped, _seal_all(public, keys))


def _seal_all(public: X25519PublicKey, keys: dict[str, bytes]) -> dict[str, bytes]:
    return {name: _SUITE.encrypt(key, public, info=_info(name)) for name, key in keys.items()}


def _unwrap(wrapping: bytes, slot: Slot) -> bytes:
    return AESGCM(wrapping).decrypt(slot.wrapped[:12], slot.wrapped[12:], _bound(slot.login, slot.public))


def _own_secret(inside: bytes) -> bytes:
    """Return the user's own secret; a slot from before there was one gives it by way of its private key."""
    own = inside[_KEY_BYTES:]
    if own:
        return own
    return hashlib.blake2b(inside, person=b"jp own secret 1", digest_size=_KEY_BYTES).digest()


def _info(name: str) -> bytes:
    return b"jobbpunkt data key 1:" + name.encode()


def _bound(login: str, public: bytes) -> bytes:
    """Bind a wrapped private key to its login and public half, so that slots cannot be swapped."""
    return b"jobbpunkt slot 1:" + login.encode() + b":" + public


def _from_password(password: str, salt: bytes, cost: KdfCost) -> bytes:
    return hash_secret_raw(
        # The same letter typed on two machines may come as one sign or as two.
        unicodedata.normalize("NFC", password).encode(errors="surrogatepass"),
        salt,
        time_cost=cost.time,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _from_recovery(secret: bytes, salt: bytes) -> bytes:
    """Derive the wrapping key; 256 random bits need no slow derivation."""
    return hashlib.blake2b(secret, key=salt, person=b"jp recovery 1", digest_size=32).digest()


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
