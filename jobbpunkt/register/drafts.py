"""What was typed and not saved yet: kept encrypted on this computer, for the one who typed it and for nobody else.

Drafts lie in the user's own state folder and not in the register: a register is shared, and a server may be out of
reach at the moment when it matters. The file is an SQLCipher database of its own, because that already gives what a
journal needs: appended and forced to the disk at each writing, whole after a kill, safe with two windows, authenticated.

Its key comes from the secret that only the user's own password opens, so a colleague at the same computer, who holds the
register's keys, reads nothing. Each draft is also sealed with every data key that its writer held: who has lost the
health key or the key for protected persons cannot read what was typed while holding it, whichever form it was.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import blake2b
from itertools import combinations, count
from pathlib import Path
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlcipher3 import dbapi2 as sqlcipher

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from jobbpunkt.register import database, refusals
from jobbpunkt.register.keys import HEALTH, PROTECTED, DataKeys
from jobbpunkt.register.opening import Register

Kept = Any  # what JSON can say: text, number, yes or no, nothing, lists and objects of them

_TABLE = "CREATE TABLE IF NOT EXISTS draft (id TEXT, held TEXT, sealed BLOB NOT NULL, PRIMARY KEY (id, held))"
_PUT = "INSERT INTO draft VALUES (?, ?, ?) ON CONFLICT (id, held) DO UPDATE SET sealed = excluded.sealed"


@dataclass(frozen=True, slots=True)
class DraftOf:
    """What a draft is of: a kind of form, and the record that the form is about; None for what is new.

    `aside` tells apart a text that lost against somebody else's and was put aside.
    """

    form: str
    record: UUID | None = None
    aside: str = ""

    @property
    def text(self) -> str:
        """Return the same in one line."""
        return f"{self.form}|{self.record or ''}|{self.aside}"


@dataclass(frozen=True, slots=True)
class DraftField:
    """One field: what it held when one began, what was typed, and how that reads; the first two as JSON."""

    name: str
    label: str
    base: Kept
    typed: Kept
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything typed into one form and not saved: where the form is found again, and whom it is about."""

    of: DraftOf
    title: str
    at: datetime
    fields: tuple[DraftField, ...]
    page: str = ""
    place: UUID | None = None
    person: UUID | None = None

    def field(self, name: str) -> DraftField | None:
        """Return the field of that name, if it was typed in."""
        return next((field for field in self.fields if field.name == name), None)


@dataclass(frozen=True, slots=True)
class Found:
    """The drafts that are kept, the latest first, and one sentence for each thing that could not be read."""

    drafts: tuple[Draft, ...]
    told: tuple[UserError, ...] = ()


class DraftStore:
    """One user's drafts in one file, open; to be used from one thread."""

    def __init__(self, connection: Any, keys: DataKeys) -> None:
        self._connection: Any = connection
        self._held = [name for name in keys.named() if name in (HEALTH, PROTECTED)]
        self._keys = {name: keys.of_epochs(name) for name in self._held}
        self._epoch, self._own = keys.epoch, _own(keys)

    def read(self) -> Found:
        """Return what is kept; a draft whose keys the user no longer holds stays where it is, unread."""
        drafts, closed, damaged = [], 0, 0
        for identity, held, sealed in self._rows():
            names, epoch = _parted(held)
            if not all(epoch in self._keys.get(name, ()) for name in names):
                closed += 1
                continue
            try:
                drafts.append(_decoded(self._sealing(names, epoch).decrypt(sealed[:12], sealed[12:], _bound(identity, held))))
            except (InvalidTag, ValueError, KeyError, TypeError):
                damaged += 1
        latest = {draft.of: draft for draft in sorted(drafts, key=lambda draft: draft.at)}
        return Found(tuple(reversed(latest.values())), _told(closed, damaged))

    def put(self, draft: Draft) -> None:
        """Keep a draft in place of the one before of the same form and record; on disk when this returns."""
        identity, held = self._identity(draft.of), _joined(self._held, self._epoch)
        nonce = os.urandom(12)
        sealed = nonce + self._sealing(self._held, self._epoch).encrypt(nonce, _encoded(draft), _bound(identity, held))
        try:
            self._connection.execute(_PUT, (identity, held, sealed))
        except sqlcipher.Error as error:
            raise _unwritten() from error

    def drop(self, of: DraftOf) -> None:
        """Let go of a draft: it was saved, or thrown away on purpose."""
        epochs = {self._epoch}.union(*self._keys.values())
        rows = [(self._identity(of), _joined(names, epoch)) for names in _subsets(self._held) for epoch in epochs]
        try:
            self._connection.executemany("DELETE FROM draft WHERE id = ? AND held = ?", rows)
        except sqlcipher.Error as error:
            raise _unwritten() from error

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _rows(self) -> Sequence[tuple[str, str, bytes]]:
        return list(self._connection.execute("SELECT id, held, sealed FROM draft"))

    def _identity(self, of: DraftOf) -> str:
        # Whoever lost a key may still open the file, and must not see there which forms were left.
        return blake2b(of.text.encode(), key=self._own, person=b"jp draft 1", digest_size=16).hexdigest()

    def _sealing(self, names: Sequence[str], epoch: int) -> AESGCM:
        held = b"".join(self._keys[name][epoch] for name in names)
        return AESGCM(_derived(self._own + held, "sealing " + " ".join(names)))


def default_folder() -> Path:
    """Return where this computer's user keeps drafts."""
    from platformdirs import user_state_path

    return user_state_path("Jobbpunkt", appauthor=False) / "drafts"


def open_store(register: Register, folder: Path) -> tuple[DraftStore, tuple[UserError, ...]]:
    """Open the signed-in user's drafts, and return the sentences about what could not be opened.

    A file that is damaged, or whose key went with a forgotten password, is put aside under another name and a new one begun:
    nothing here may keep anybody from working. One that cannot be opened for want of room stays where it is.
    """
    path, keys = file_of(register, folder), register.data_keys
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return DraftStore(_connect(path, keys), keys), ()
    except sqlcipher.Error as error:
        if refusals.lacks_room(error):
            raise _unwritten() from error
        aside = _put_aside(path)
    except OSError as error:
        raise _unwritten() from error
    try:
        return DraftStore(_connect(path, keys), keys), (_unreadable(aside),)
    except (sqlcipher.Error, OSError) as error:
        raise _unwritten() from error


def file_of(register: Register, folder: Path) -> Path:
    """Return the file of the signed-in user's drafts; its name tells nothing."""
    return folder / f"{blake2b(register.user.id.bytes, person=b'jp draft file', digest_size=16).hexdigest()}.drafts"


def put_aside(draft: Draft, now: datetime) -> Draft:
    """Return the draft under a name of its own, as a text that was not chosen and may still be wanted."""
    return replace(draft, of=replace(draft.of, aside=now.isoformat()))


def _connect(path: Path, keys: DataKeys) -> Any:
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, files.PRIVATE))
    connection = database.connect_file(path, _derived(_own(keys), "file"))
    try:
        connection.execute(_TABLE)
        connection.execute("SELECT count(length(sealed)) FROM draft").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _put_aside(path: Path) -> Path:
    """Give the file another name, with what was written last and is not in it yet; none that was put aside before is lost."""
    names = (path.with_suffix(f".{number}.unreadable" if number > 1 else ".unreadable") for number in count(1))
    aside = next(name for name in names if not name.exists())
    for ending in ("", "-wal"):
        with suppress(OSError):
            path.with_name(path.name + ending).replace(aside.with_name(aside.name + ending))
    with suppress(OSError):
        path.with_name(path.name + "-shm").unlink()
    return aside


def _subsets(names: Sequence[str]) -> list[Sequence[str]]:
    return [chosen for size in range(len(names) + 1) for chosen in combinations(names, size)]


def _joined(names: Sequence[str], epoch: int) -> str:
    """Return under which keys a draft is sealed, as the file has it: with the epoch from the second on."""
    return " ".join(names) if epoch == 1 or not names else f"{' '.join(names)} {epoch}"


def _parted(held: str) -> tuple[list[str], int]:
    """Return the same as names and epoch."""
    *names, last = held.split() or [""]
    return (names, int(last)) if last.isdecimal() else (held.split(), 1)


def _own(keys: DataKeys) -> bytes:
    if keys.own is None:
        raise ValueError("drafts need a signed-in user's own secret")
    return keys.own


def _derived(secret: bytes, purpose: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, None, f"jobbpunkt drafts 1: {purpose}".encode()).derive(secret)


def _bound(identity: str, held: str) -> bytes:
    return f"{identity}|{held}".encode()


def _encoded(draft: Draft) -> bytes:
    return json.dumps(asdict(draft), default=str).encode()


def _decoded(raw: bytes) -> Draft:
    found = json.loads(raw)
    of = found["of"]
    return Draft(
        of=DraftOf(of["form"], _uuid(of["record"]), of["aside"]),
        title=found["title"],
        at=datetime.fromisoformat(found["at"]),
        fields=tuple(DraftField(**field) for field in found["fields"]),
        page=found["page"],
        place=_uuid(found["place"]),
        person=_uuid(found["person"]),
    )


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _told(closed: int, damaged: int) -> tuple[UserError, ...]:
    told = []
    if closed:
        told.append(
            UserError(
                N_(
                    "Drafts that need a key you no longer hold: {n}. They are kept. Ask an"
                    " administrator if you need the key for your work."
                ),
                n=closed,
            )
        )
    if damaged:
        told.append(UserError(N_("Drafts that are damaged and cannot be shown: {n}."), n=damaged))
    return tuple(told)


def _unreadable(aside: Path) -> UserError:
    return UserError(
        N_("Earlier drafts could not be opened: the file is damaged, or your password was replaced. It is kept as {path}."),
        path=aside,
    )


def _unwritten() -> UserError:
    return UserError(N_("Drafts cannot be kept on this computer: make room on the disk. Save often until then."))
