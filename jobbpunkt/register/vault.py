"""Sealing single fields with the health key or the protected-identity key (AES-256-GCM).

What is sealed begins with a mark that says with which key and of which epoch: `sealed:3h:` for the health key of epoch 3,
`sealed:3p:` for the key of protected people; before text comes base64, before bytes the bytes. It is bound to its table,
row, column and epoch, so that it cannot be moved to another place unnoticed. The history also holds texts from before
epochs were counted, `sealed:1:`, whose place tells which key it was.
"""

import base64
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register.epoch import renewed
from jobbpunkt.register.keys import HEALTH, PROTECTED, DataKeys
from models.types import SealedText

_MARK = re.compile(rb"sealed:([1-9]\d{0,5})([hp]?):")


@dataclass(frozen=True, slots=True, repr=False)
class Safe:
    """One data key in use, with those it had in earlier epochs; without the key it refuses, whatever the screen says."""

    letter: str
    epoch: int
    keys: Mapping[int, bytes]
    refusal: str

    @property
    def open_to_user(self) -> bool:
        """Whether the signed-in user holds the key."""
        return self.epoch in self.keys

    @property
    def mark(self) -> str:
        """What everything begins with that is sealed now."""
        return f"sealed:{self.epoch}{self.letter}:"

    def seal(self, text: str, *, table: str, row: UUID, column: str) -> SealedText:
        """Return `text` sealed for this place."""
        raw = self._sealed(text.encode(), _place(table, row, column, self.epoch))
        return SealedText(self.mark + base64.b64encode(raw).decode())

    def open(self, stored: SealedText, *, table: str, row: UUID, column: str) -> str:
        """Return the text that was sealed for this place; NotAllowed without the key."""
        epoch, rest = self._marked(stored.encode(errors="surrogatepass"))
        try:
            raw = base64.b64decode(rest, validate=True)
        except ValueError:
            raise _damaged() from None
        return self._opened(raw, epoch, _place(table, row, column, epoch)).decode()

    def try_open(self, stored: str, *, table: str, row: UUID, column: str) -> str | None:
        """Return the text if this key sealed it, else None; for those who do not know which key did."""
        try:
            return self.open(SealedText(stored), table=table, row=row, column=column)
        except UserError:
            return None

    def seal_bytes(self, content: bytes, *, table: str, row: UUID, column: str) -> bytes:
        """Return `content` sealed for this place."""
        return self.mark.encode() + self._sealed(content, _place(table, row, column, self.epoch))

    def open_bytes(self, stored: bytes, *, table: str, row: UUID, column: str) -> bytes:
        """Return the bytes that were sealed for this place; NotAllowed without the key."""
        epoch, raw = self._marked(stored)
        return self._opened(raw, epoch, _place(table, row, column, epoch))

    def _sealed(self, content: bytes, place: bytes) -> bytes:
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(self._held(self.epoch)).encrypt(nonce, content, place)

    def _opened(self, raw: bytes, epoch: int, place: bytes) -> bytes:
        try:
            return AESGCM(self._held(epoch)).decrypt(raw[:12], raw[12:], place)
        except (InvalidTag, ValueError):  # the latter for what is shorter than its nonce
            raise _damaged() from None

    def _marked(self, stored: bytes) -> tuple[int, bytes]:
        """Return of which epoch a mark says that it is, and what comes after it."""
        mark = _MARK.match(stored)
        if mark is None or mark[2].decode() not in {"", self.letter}:
            raise _damaged()
        return int(mark[1]), stored[mark.end() :]

    def _held(self, epoch: int) -> bytes:
        if not self.open_to_user:
            raise NotAllowed(self.refusal)
        if epoch > self.epoch:
            raise renewed()
        if epoch not in self.keys:
            raise _damaged()
        return self.keys[epoch]


@dataclass(frozen=True, slots=True, repr=False)
class Vault:
    """The two safes of a signed-in user."""

    health: Safe
    protected: Safe

    def safe_of(self, stored: str | bytes) -> Safe | None:
        """Return the safe that the mark of something sealed names, or None."""
        mark = _MARK.match(_beginning(stored))
        return next((safe for safe in (self.health, self.protected) if mark and mark[2].decode() == safe.letter), None)


def vault_of(keys: DataKeys) -> Vault:
    """Return the safes that `keys` open."""
    return Vault(
        Safe(
            *("h", keys.epoch, keys.of_epochs(HEALTH)),
            N_("Health plans can be opened only by those who hold the health key. Ask an administrator."),
        ),
        Safe(
            *("p", keys.epoch, keys.of_epochs(PROTECTED)),
            N_("Protected persons can be opened only by those who hold the key for it. Ask an administrator."),
        ),
    )


def _damaged() -> UserError:
    return UserError("A protected field is damaged or has been moved. Restore the register from a backup.")


def is_sealed(stored: str | bytes) -> bool:
    """Tell whether what is stored is sealed, with whichever key."""
    return _MARK.match(_beginning(stored)) is not None


def _beginning(stored: str | bytes) -> bytes:
    return stored[:16] if isinstance(stored, bytes) else stored[:16].encode(errors="replace")


def _place(table: str, row: UUID, column: str, epoch: int) -> bytes:
    return f"{table}|{row}|{column}|{epoch}".encode()
