"""Sealing single fields with the health key or the protected-identity key (AES-256-GCM).

What is sealed is bound to its table, row, column and key epoch, so that it cannot be moved to another place unnoticed.
"""

import base64
import secrets
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jobbpunkt.errors import NotAllowed, UserError
from jobbpunkt.i18n import N_
from jobbpunkt.keys import DataKeys
from models.types import SealedText

EPOCH = 1
_MARK = f"sealed:{EPOCH}:"


@dataclass(frozen=True, slots=True, repr=False)
class Safe:
    """One data key in use; without the key it refuses, whatever the screen says."""

    key: bytes | None
    refusal: str

    @property
    def open_to_user(self) -> bool:
        """Whether the signed-in user holds the key."""
        return self.key is not None

    def seal(self, text: str, *, table: str, row: UUID, column: str) -> SealedText:
        """Return `text` sealed for this place."""
        return SealedText(_MARK + base64.b64encode(self.seal_bytes(text.encode(), table=table, row=row, column=column)).decode())

    def open(self, stored: SealedText, *, table: str, row: UUID, column: str) -> str:
        """Return the text that was sealed for this place; NotAllowed without the key."""
        try:
            raw = base64.b64decode(stored.removeprefix(_MARK), validate=True)
        except ValueError:
            raise _damaged() from None
        return self.open_bytes(raw, table=table, row=row, column=column).decode()

    def try_open(self, stored: str, *, table: str, row: UUID, column: str) -> str | None:
        """Return the text if this key sealed it, else None; for those who do not know which key did."""
        try:
            return self.open(SealedText(stored), table=table, row=row, column=column)
        except UserError:
            return None

    def seal_bytes(self, content: bytes, *, table: str, row: UUID, column: str) -> bytes:
        """Return `content` sealed for this place, its nonce first."""
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(self._held()).encrypt(nonce, content, _place(table, row, column))

    def open_bytes(self, sealed: bytes, *, table: str, row: UUID, column: str) -> bytes:
        """Return the bytes that were sealed for this place; NotAllowed without the key."""
        try:
            return AESGCM(self._held()).decrypt(sealed[:12], sealed[12:], _place(table, row, column))
        except (InvalidTag, ValueError):  # the latter for what is shorter than its nonce
            raise _damaged() from None

    def _held(self) -> bytes:
        if self.key is None:
            raise NotAllowed(self.refusal)
        return self.key


@dataclass(frozen=True, slots=True, repr=False)
class Vault:
    """The two safes of a signed-in user."""

    health: Safe
    protected: Safe


def vault_of(keys: DataKeys) -> Vault:
    """Return the safes that `keys` open."""
    return Vault(
        Safe(keys.health, N_("Health plans can be opened only by those who hold the health key. Ask an administrator.")),
        Safe(keys.protected, N_("Protected persons can be opened only by those who hold the key for it. Ask an administrator.")),
    )


def _damaged() -> UserError:
    return UserError("A protected field is damaged or has been moved. Restore the register from a backup.")


def is_sealed(stored: str) -> bool:
    """Tell whether a stored text is sealed."""
    return stored.startswith("sealed:")


def _place(table: str, row: UUID, column: str) -> bytes:
    return f"{table}|{row}|{column}|{EPOCH}".encode()
