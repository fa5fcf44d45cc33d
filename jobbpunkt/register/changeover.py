"""A register file put in the place of another in one step: what is to be done is noted first, and whoever opens it does the rest.

What comes in lies beside the old one as `X.incoming`, with its key files. Once the note `X.changeover` stands it counts: each
step after it can be done again, so that a kill anywhere leaves the old register or the new one, never a place that does not open.
"""

import contextlib
import json
import os
from pathlib import Path

from jobbpunkt.base import files
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.file_lock import FileLock
from jobbpunkt.register.slots import beside

_LOGS = ("-wal", "-shm")


def exchange(register: Path, made: Path, kept: Path | None) -> None:
    """Put the finished file `made` and its key files in the place of `register`; the old one is kept as `kept`, if there is one.

    Nothing of the old one is touched if it raises before the note stands. One must have the register alone.
    """
    incoming = _incoming(register)
    try:
        for source, target in zip((made, *beside(made)), (incoming, *beside(incoming)), strict=True):
            source.replace(target)
        files.keep_names(register.parent)
        files.replace(_note(register), json.dumps({"kept": kept.name if kept is not None else ""}).encode())
    except BaseException:
        _clear(register)
        raise
    _carry_on(register)


def settle(register: Path) -> None:
    """Finish an exchange that was stopped midway, and sweep up one that never counted; does nothing where there was none."""
    incoming = _incoming(register)
    if not any(files.exists(file) for file in (_note(register), incoming, *beside(incoming))):
        return
    try:
        with FileLock(register).alone():
            _carry_on(register)
            _clear(register)
    except OSError as error:
        raise files.unwritable(register) from error
    except UserError:
        if _note(register).exists():
            raise


def _carry_on(register: Path) -> None:
    kept_name = _noted(register)
    if kept_name is None:
        return
    incoming, kept = _incoming(register), register.with_name(kept_name) if kept_name else None
    if incoming.exists():
        # A log that stayed would be read into the new register; nobody has opened that one yet.
        for log in _LOGS:
            old = register.with_name(register.name + log)
            if old.exists():
                old.replace(kept.with_name(kept.name + log)) if kept is not None else old.unlink()
    pairs = zip((incoming, *beside(incoming)), (register, *beside(register)), strict=True)
    keeps = (kept, *beside(kept)) if kept is not None else (None, None, None)
    for (new, old), keep in zip(pairs, keeps, strict=True):
        if new.exists():
            if keep is not None and old.exists() and not keep.exists():
                _name_too(old, keep)
            new.replace(old)
    files.keep_names(register.parent)
    _note(register).unlink()
    files.keep_names(register.parent)


def _name_too(old: Path, new: Path) -> None:
    """Give a file a second name, so that the first is never missing; where the disk cannot do that, rename it."""
    try:
        os.link(old, new)
    except OSError:
        old.rename(new)


def _noted(register: Path) -> str | None:
    """Return the name under which the old register is kept, "" for none; None where no exchange counts."""
    try:
        name = json.loads(files.beginning(_note(register), 4096))["kept"]
    except (UserError, ValueError, KeyError, TypeError, RecursionError):
        return None
    # Only a name beside the register is one of ours.
    if not isinstance(name, str) or Path(name).name != name or not (not name or name.startswith(register.name + ".")):
        return None
    return name


def _clear(register: Path) -> None:
    incoming = _incoming(register)
    for file in (_note(register), incoming, *beside(incoming)):
        with contextlib.suppress(OSError):
            file.unlink(missing_ok=True)


def _incoming(register: Path) -> Path:
    return register.with_name(register.name + ".incoming")


def _note(register: Path) -> Path:
    return register.with_name(register.name + ".changeover")
