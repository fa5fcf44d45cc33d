"""Sealing single fields with the health key or the protected-identity key (AES-256-GCM).

What is sealed begins with a mark that says with which key and of which epoch: `sealed:3h:` for the health key of epoch 3,
`sealed:3p:` for the key of protected people; before text comes base64, before bytes the bytes. It is bound to its table,
row, column and epoch, so that it cannot be moved to another place unnoticed. The history also holds texts from before
epochs were counted, `sealed:1:`, whose place tells which key it was.

What concerns protected people also says where it belongs, `sealed:3p:person_note|(key of the row)|text:`, so that it is opened
wherever it is read, by a question that asks for one column too.
"""

import base64
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Dialect

from jobbpunkt.base.errors import NotAllowed, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register.epoch import renewed
from jobbpunkt.register.keys import HEALTH, PROTECTED, DataKeys
from models.types import SEALED, SealedText, opens_with

_MARK = re.compile(SEALED.encode() + rb"([1-9]\d{0,5})([hp]?):(?:([a-z_]+\|[0-9a-f-]{36}\|[a-z_]+):)?")
_LONGEST_MARK = 200
PROTECTED_LETTER = "p"


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
        return f"{SEALED}{self.epoch}{self.letter}:"

    def seal(self, text: str, *, table: str, row: UUID, column: str) -> SealedText:
        """Return `text` sealed for this place."""
        raw = self._sealed(text.encode(), _place(table, row, column, self.epoch))
        return SealedText(self._marking(table, row, column) + base64.b64encode(raw).decode())

    def open(self, stored: SealedText, *, table: str, row: UUID, column: str) -> str:
        """Return the text that was sealed for this place; NotAllowed without the key."""
        epoch, said, raw = self._marked_text(stored)
        return self._opened(raw, epoch, _agreed(said, _place(table, row, column, epoch), epoch)).decode()

    def open_where_it_says(self, stored: str) -> str:
        """Return the text that was sealed for the place that its mark names; NotAllowed without the key."""
        epoch, place, raw = self._marked_text(stored)
        return self._opened(raw, epoch, place).decode()

    def open_bytes_where_they_say(self, stored: bytes) -> bytes:
        """Return the bytes that were sealed for the place that their mark names; NotAllowed without the key."""
        epoch, place, raw = self._marked(stored)
        return self._opened(raw, epoch, place)

    def try_open(self, stored: str, *, table: str, row: UUID, column: str) -> str | None:
        """Return the text if this key sealed it, else None; for those who do not know which key did."""
        try:
            return self.open(SealedText(stored), table=table, row=row, column=column)
        except UserError:
            return None

    def seal_bytes(self, content: bytes, *, table: str, row: UUID, column: str) -> bytes:
        """Return `content` sealed for this place."""
        return self._marking(table, row, column).encode() + self._sealed(content, _place(table, row, column, self.epoch))

    def open_bytes(self, stored: bytes, *, table: str, row: UUID, column: str) -> bytes:
        """Return the bytes that were sealed for this place; NotAllowed without the key."""
        epoch, said, raw = self._marked(stored)
        return self._opened(raw, epoch, _agreed(said, _place(table, row, column, epoch), epoch))

    def _marking(self, table: str, row: UUID, column: str) -> str:
        return f"{self.mark}{place_of(table, row, column)}:" if self.letter == PROTECTED_LETTER else self.mark

    def _sealed(self, content: bytes, place: bytes) -> bytes:
        nonce = secrets.token_bytes(12)
        return nonce + AESGCM(self._held(self.epoch)).encrypt(nonce, content, place)

    def _opened(self, raw: bytes, epoch: int, place: bytes) -> bytes:
        try:
            return AESGCM(self._held(epoch)).decrypt(raw[:12], raw[12:], place)
        except (InvalidTag, ValueError):  # the latter for what is shorter than its nonce
            raise _damaged() from None

    def _marked_text(self, stored: str) -> tuple[int, bytes, bytes]:
        epoch, place, rest = self._marked(stored.encode(errors="surrogatepass"))
        try:
            return epoch, place, base64.b64decode(rest, validate=True)
        except ValueError:
            raise _damaged() from None

    def _marked(self, stored: bytes) -> tuple[int, bytes, bytes]:
        """Return of which epoch a mark says that it is and for which place, and what comes after it."""
        mark = _MARK.match(stored)
        if mark is None or mark[2].decode() not in {"", self.letter}:
            raise _damaged()
        return int(mark[1]), b"%s|%s" % (mark[3] or b"", mark[1]), stored[mark.end() :]

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
        mark = _marks(stored)
        return next((safe for safe in (self.health, self.protected) if mark and mark[2].decode() == safe.letter), None)


def vault_of(keys: DataKeys) -> Vault:
    """Return the safes that `keys` open."""
    return Vault(
        Safe(
            *("h", keys.epoch, keys.of_epochs(HEALTH)),
            N_(
                "Health plans can be opened only by those who hold the key to health plans. Ask an administrator"
                " if you need it for your work."
            ),
        ),
        Safe(
            *(PROTECTED_LETTER, keys.epoch, keys.of_epochs(PROTECTED)),
            N_(
                "People with a protected identity can be opened only by those who hold the key to it. Ask an"
                " administrator if you need it for your work."
            ),
        ),
    )


def _damaged() -> UserError:
    return UserError(
        "A protected text is damaged, or was moved outside the program. Check the register and compare it with a backup."
    )


def is_sealed(stored: str | bytes) -> bool:
    """Tell whether what is stored is sealed, with whichever key."""
    return _marks(stored) is not None


def is_of_protected(stored: str | bytes) -> bool:
    """Tell whether what is stored is sealed with the key of protected people."""
    mark = _marks(stored)
    return mark is not None and mark[2] == PROTECTED_LETTER.encode()


def place_in(stored: str | bytes) -> str | None:
    """Return the place that a mark names, as `place_of` spells it, or None where it names none."""
    mark = _marks(stored)
    return mark[3].decode() if mark is not None and mark[3] else None


def _marks(stored: str | bytes) -> re.Match[bytes] | None:
    beginning = stored[:_LONGEST_MARK]
    return _MARK.match(beginning if isinstance(beginning, bytes) else beginning.encode(errors="replace"))


def place_of(table: str, row: UUID, column: str) -> str:
    """Return how a mark names a place."""
    return f"{table}|{row}|{column}"


def _agreed(said: bytes, place: bytes, epoch: int) -> bytes:
    """Return the place; a mark that names another one, where it names any, has been changed."""
    if said not in {place, b"|%d" % epoch}:
        raise _damaged()
    return place


def _place(table: str, row: UUID, column: str, epoch: int) -> bytes:
    return f"{place_of(table, row, column)}|{epoch}".encode()


@dataclass(frozen=True, slots=True, repr=False)
class Opener:
    """Opens whatever is read that concerns protected people; for whoever may not, nothing stands there."""

    safe: Safe
    may: bool

    def __call__(self, stored: Any) -> Any:
        """Return a stored value as it is read."""
        if not is_of_protected(stored):
            return stored
        if not self.may:
            return stored[:0]
        return self.safe.open_bytes_where_they_say(stored) if isinstance(stored, bytes) else self.safe.open_where_it_says(stored)


def opens_for(dialect: Dialect, keys: DataKeys, *, may: bool) -> None:
    """Let what an engine reads of protected people be opened for whoever has the right and the key, and for nobody else."""
    safe = vault_of(keys).protected
    opens_with(dialect, Opener(safe, may and safe.open_to_user))
