"""Where a register's key file is kept: two copies beside the register, or a row on the server."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import key_file, old_slots
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.keys import SALT_BYTES
from jobbpunkt.register.old_slots import OldKeyFile

AnyKeyFile = KeyFile | OldKeyFile
DAMAGES = (UserError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


class SlotStore(Protocol):
    """Where a register's key file is read and written; `within` is the transaction that a server's takes part in."""

    @property
    def salt(self) -> str:
        """Return what names the set of keys that opens the register as it stands: "" on a server."""
        ...

    def read(self, within: Connection | None = None) -> AnyKeyFile:
        """Return it, or raise UserError; within a transaction nobody else can change it until that ends."""
        ...

    def candidates(self) -> tuple[AnyKeyFile, ...]:
        """Return every copy that is whole and unlike those before, or raise UserError: what one does not open another may."""
        ...

    def write(self, file: AnyKeyFile, within: Connection | None = None) -> None:
        """Replace it, wholly or not at all."""
        ...

    def mend(self, opened: AnyKeyFile) -> Path | None:
        """Put a copy that is damaged, or did not open, in step with the one that did; return it, if there was one."""
        ...


def beside(register: Path) -> tuple[Path, Path]:
    """Return the two key files of the register file `register`."""
    return register.with_name(register.name + ".keys"), register.with_name(register.name + ".keys.copy")


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The key file of a register file, in two copies so that a half-written one is never the only one."""

    register: Path

    @property
    def salt(self) -> str:
        """Return SQLCipher's salt of the register file, with which it begins."""
        return files.beginning(self.register, SALT_BYTES).hex()

    def read(self, within: Connection | None = None) -> AnyKeyFile:  # noqa: ARG002 - the register's own lock guards the files
        """Return the first copy that is whole."""
        return self.candidates()[0]

    def candidates(self) -> tuple[AnyKeyFile, ...]:
        """Return the copies that are whole, each once, in order."""
        found = [path for path in beside(self.register) if path.exists()]
        if not found:
            raise UserError(
                "The key file {path} is missing. Copy the key file of the latest backup to that place, and give it that name.",
                path=beside(self.register)[0],
            )
        whole: list[AnyKeyFile] = []
        for path in found:
            file = read_copy(path)
            if file is not None and file not in whole:
                whole.append(file)
        if not whole:
            raise UserError(
                "The key file {path} is damaged. Copy the key file of the latest backup to that place, and give it that name.",
                path=found[0],
            )
        return tuple(whole)

    def mend(self, opened: AnyKeyFile) -> Path | None:
        """Write the copy that opened over one that is damaged or missing, or that stands before it and did not open."""
        first, second = (read_copy(path) for path in beside(self.register))
        if second == opened != first:
            bad = beside(self.register)[0]
        elif first == opened and second is None:
            bad = beside(self.register)[1]
        else:
            return None
        try:
            files.replace(bad, json.dumps(encode(opened), indent=1).encode())
        except OSError:
            return None  # one may sign in where nothing can be written
        return bad

    def write(self, file: AnyKeyFile, within: Connection | None = None) -> None:  # noqa: ARG002
        """Write both copies, each atomically, the second only when the first is safe on disk."""
        text = json.dumps(encode(file), indent=1)
        for path in beside(self.register):
            try:
                files.replace(path, text.encode())
            except OSError as error:
                raise files.unwritable(path) from error


def read_copy(path: Path) -> AnyKeyFile | None:
    """Return what is in one copy, or None when it cannot be read whole."""
    try:
        return decode(json.loads(files.beginning(path, files.LARGEST)))
    except DAMAGES:
        return None


def named(file: AnyKeyFile, salt: str) -> AnyKeyFile:
    """Return a key file for a copy of its register, whose salt is another one."""
    return file.named(salt) if isinstance(file, KeyFile) else file


def encode(file: AnyKeyFile) -> dict[str, Any]:
    """Return a key file as plain JSON; one of format 1 as it was read."""
    return key_file.encode(file) if isinstance(file, KeyFile) else dict(file.content)


def decode(content: dict[str, Any]) -> AnyKeyFile:
    """Return a key file of either format from JSON; raises one of DAMAGES when it is none."""
    return old_slots.decode(content) if content["format"] == old_slots.FORMAT else key_file.decode(content)
