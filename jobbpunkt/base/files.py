"""Writing files so that a power cut, a full disk or a kill leaves the old file or the new one, never half of one."""

import contextlib
import glob
import os
import re
import stat
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.unfinished import is_at_work, noted

PRIVATE = 0o600
_UNFINISHED = re.compile(r"\.(\d+)\.new(?:[.-].*)?$")  # by whom; what belongs to it, such as a log, is named after it
LARGEST = 50_000_000  # bytes; no list of people and no CV comes near
_UNSAID = frozenset('<>:"/\\|?*')  # in the name of a file, by one system or another
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)
_TURNING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})  # what hides how a name ends
_LONGEST_NAME = 200  # bytes, of the 255 that a name may have: a number may come to it
_LONGEST_ENDING = 10


def replace(path: Path, content: bytes) -> None:
    """Write `content` to `path` wholly or not at all, readable by its owner only; raises OSError."""
    temporary = unfinished(path)
    try:
        if not _written_unnamed(temporary, content):
            with open(temporary, "wb", opener=_private) as file:
                _write(file, content)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    keep_names(path.parent)


def _write(file: IO[bytes], content: bytes) -> None:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def _written_unnamed(path: Path, content: bytes) -> bool:
    """Write a file that gets its name only once it is whole, where the system knows such: a kill leaves nothing half done."""
    if sys.platform != "linux":
        return False
    with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        stack.callback(os.close, folder)
        file = stack.enter_context(os.fdopen(os.open(path.parent, os.O_TMPFILE | os.O_WRONLY, PRIVATE), "wb"))
        _write(file, content)
        # Only with a folder Python asks the system to follow the link that stands for the open file.
        os.link(f"/proc/self/fd/{file.fileno()}", path, src_dir_fd=folder, follow_symlinks=True)
        return True
    return False


def unfinished(path: Path) -> Path:
    """Return where what is to stand at `path` is made, hidden beside it: no other program that is at work has that name."""
    return path.with_name(f".{path.name}.{os.getpid()}.new")


def sweep(path: Path) -> None:
    """Take away what programs that were killed left beside `path` while they made it, or a file that belongs to it."""
    for hidden in (".", ".."):  # what belongs to an unfinished file is made beside it in the same way
        _sweep(path.parent.glob(f"{hidden}{glob.escape(path.name)}.*"))


def sweep_within(folder: Path) -> None:
    """Take away what programs that were killed left anywhere in a folder of the program's own."""
    _sweep(folder.rglob(".*"))


def _sweep(found: Iterable[Path]) -> None:
    with contextlib.suppress(OSError):
        for left in found:
            made = _UNFINISHED.search(left.name)
            if made is not None and not is_at_work(int(made[1]), left):
                with contextlib.suppress(OSError):
                    left.unlink()


def name(text: str) -> str:
    """Return `text`, which people may have typed, as the name of a file in whatever folder, on whatever system."""
    plain = "".join(map(_said, unicodedata.normalize("NFC", text)))
    stem, dot, ending = plain.rpartition(".")
    if not dot or not ending.isalnum() or len(ending) > _LONGEST_ENDING:
        stem, dot, ending = plain, "", ""
    ending = dot + ending
    stem = stem.strip(". ").encode()[: _LONGEST_NAME - len(ending.encode())].decode(errors="ignore").rstrip(". ")
    return ("-" if not stem or _DEVICE.match(stem) else "") + stem + ending


def _said(sign: str) -> str:
    if unicodedata.bidirectional(sign) in _TURNING:
        return ""
    blank = unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}
    return " " if blank else "-" if sign in _UNSAID else sign


def save(path: Path, content: bytes) -> None:
    """Write what a person asked for (a PDF, a table) to `path`; one sentence when that cannot be done."""
    goal = target(path)
    sweep(goal)
    try:
        with noted(goal):
            replace(goal, content)
    except (OSError, ValueError) as error:
        raise unwritable(path) from error


def read(path: Path) -> bytes:
    """Return what is in a file that a person named; one sentence when it cannot be read, or is far too large."""
    if is_folder(path):
        raise UserError("{path} is a folder. Choose a file in it.", path=path)
    content = beginning(path, LARGEST + 1)
    if len(content) > LARGEST:
        raise UserError("{path} is too large to be read. Choose a file of at most 50 MB.", path=path)
    return content


def beginning(path: Path, length: int) -> bytes:
    """Return at most the first `length` bytes of an ordinary file; a device or a pipe, which may never end, is refused."""
    try:
        # A pipe would otherwise be waited for until somebody writes into it.
        with open(path, "rb", opener=_unwaiting) as file:
            if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return file.read(length)
    except (OSError, ValueError):
        raise UserError("{path} cannot be read. Check the name, and that the file is yours.", path=path) from None
    raise _no_file(path)


def target(path: Path) -> Path:
    """Return where something asked for at `path` is written: a link's end. Refuses a folder, a device and a pipe."""
    if is_folder(path):
        raise UserError("{path} is a folder. Choose a file name in it.", path=path)
    try:
        end = path.resolve()
        ordinary = end.is_file() or not end.exists()
    except (OSError, ValueError, RuntimeError) as error:
        raise unwritable(path) from error
    if not ordinary:
        raise _no_file(path)
    return end


def _no_file(path: Path) -> UserError:
    return UserError("{path} is a device or a pipe, not a file. Choose the name of a file.", path=path)


def unwritable(path: Path) -> UserError:
    """Return the refusal for a place where nothing can be written."""
    return UserError(
        "{path} cannot be written. Choose another folder, make room on the disk, or close the file if it is open.", path=path
    )


def demand_folder(folder: Path) -> None:
    """Refuse a folder that is not there."""
    if not is_folder(folder):
        raise UserError("The folder {path} does not exist. Create it first, or choose another.", path=folder)


def is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder; a name that no file can have is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def exists(path: Path) -> bool:
    """Tell whether anything stands at `path`; at a name that no file can have, nothing does."""
    try:
        return path.exists()
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


def _unwaiting(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, PRIVATE)
