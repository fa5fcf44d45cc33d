"""Writing files so that a power cut, a full disk or a kill leaves the old file or the new one, never half of one."""

import os
import sys
from pathlib import Path

from jobbpunkt.errors import UserError

PRIVATE = 0o600
LARGEST = 50_000_000  # bytes; no list of people and no CV comes near


def replace(path: Path, content: bytes) -> None:
    """Write `content` to `path` wholly or not at all, readable by its owner only; raises OSError."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with open(temporary, "wb", opener=_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    keep_names(path.parent)


def save(path: Path, content: bytes) -> None:
    """Write what a person asked for (a PDF, a table) to `path`; one sentence when that cannot be done."""
    if is_folder(path):
        raise UserError("{path} is a folder. Choose a file name in it.", path=path)
    try:
        replace(path, content)
    except (OSError, ValueError) as error:
        raise unwritable(path) from error


def read(path: Path) -> bytes:
    """Return what is in a file that a person named; one sentence when it cannot be read, or is far too large."""
    if is_folder(path):
        raise UserError("{path} is a folder. Choose a file in it.", path=path)
    try:
        if path.stat().st_size > LARGEST:
            raise UserError("{path} is too large to be read. Choose a file of at most 50 MB.", path=path)
        return path.read_bytes()
    except (OSError, ValueError):
        raise UserError("{path} cannot be read. Check the name, and that the file is yours.", path=path) from None


def unwritable(path: Path) -> UserError:
    """Return the refusal for a place where nothing can be written."""
    return UserError(
        "{path} cannot be written. Choose another folder, make room on the disk, or close the file if it is open.", path=path
    )


def is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def keep_names(folder: Path) -> None:
    """Make renames in `folder` survive a power cut, where the system can promise that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, PRIVATE)
