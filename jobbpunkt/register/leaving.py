"""Asking all who have a register file open to sign out: a note beside it, kept fresh while it counts, that windows look for."""

import contextlib
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError

_FRESH = 10.0  # seconds; whoever died while asking is soon forgotten
_RENEWED = 1.0


def refuse_coming(register: Path) -> None:
    """Refuse to open a register file that all are asked to leave."""
    if (by := asker(register)) is not None:
        raise UserError("{login} is restoring the register or giving it new keys. Try again in a moment.", login=by)


def asker(register: Path) -> str | None:
    """Return the user name of who asks all others to sign out, or None."""
    note = _note(register)
    try:
        # A clock may be set back.
        if abs(time.time() - note.stat().st_mtime) > _FRESH:
            return None
        return str(json.loads(files.beginning(note, 4096))["login"])
    except (OSError, UserError, ValueError, KeyError, TypeError, RecursionError):
        return None


@contextlib.contextmanager
def asked(register: Path, by: str) -> Iterator[None]:
    """Ask all others to sign out for as long as the block lasts."""
    note, done = _note(register), threading.Event()
    try:
        files.replace(note, json.dumps({"login": by}).encode())
        note.chmod(register.stat().st_mode & 0o666)
    except OSError as error:
        raise files.unwritable(note) from error
    beat = threading.Thread(target=_keep_fresh, args=(note, done), daemon=True)
    beat.start()
    try:
        yield
    finally:
        done.set()
        beat.join()
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)


def _keep_fresh(note: Path, done: threading.Event) -> None:
    while not done.wait(_RENEWED):
        with contextlib.suppress(OSError):
            note.touch(exist_ok=True)


def _note(register: Path) -> Path:
    end = register.resolve()
    return end.with_name(end.name + ".lock.wanted")
