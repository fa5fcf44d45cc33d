"""What is kept of a crash: kinds of errors and places in the program, never a message, a value or a name of a person.

Everything that is logged goes through here, also by the libraries: a line holds when, how bad, which part of the program, and for
an error its kind and the places it passed. What was said about it is not kept, since it may quote what people typed.
"""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import os
import platform
import re
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from jobbpunkt.base.files import PRIVATE

LOG, FAULTS = "log.txt", "faults.txt"
LARGEST = 200_000
KEPT = 3
PACKAGES = ("jobbpunkt", "PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "psycopg", "reportlab")
# Python tells a place by its whole path, which begins with the user's name.
FOLDERS = re.compile(r'"[^"\n]*[/\\]')


def folder() -> Path:
    """Return where this computer's user has the traces."""
    from platformdirs import user_state_path

    return user_state_path("Jobbpunkt", appauthor=False)


def begin() -> None:
    """From now on keep what goes wrong, also a crash of the process itself; a disk that cannot be written is no obstacle."""
    logging.getLogger().addHandler(Keeper(folder() / LOG))
    with contextlib.suppress(OSError):
        faulthandler.enable(_faults(folder() / FAULTS))


def note(error: BaseException) -> None:
    """Keep the kind of an error that nobody foresaw, and the places it passed."""
    logging.getLogger("jobbpunkt").error("unforeseen", exc_info=error)


def outline(error: BaseException) -> str:
    """Return the kind of an error, the engine's code for it and the places it passed, and the same of what it came from."""
    return "\n".join(line for each in _chain(error) for line in _lines(each))


def support_file() -> bytes:
    """Return all that support needs, as one text: versions, the log, and where the process itself broke."""
    parts = [("Versions", _versions()), ("Log", _read(LOG)), ("Faults", FOLDERS.sub('"', _read(FAULTS)))]
    return "\n\n".join(f"== {title}\n{text.strip()}" for title, text in parts).encode() + b"\n"


class Keeper(logging.Handler):
    """Writes into a file that is renewed when it has grown; the file is made when there is something to keep."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self._file = file
        self._rotating: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the outline of a record."""
        bare = logging.LogRecord(record.name, record.levelno, "", record.lineno, _line(record), None, None)
        with contextlib.suppress(OSError):
            self._opened().emit(bare)

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._rotating is not None:
            self._rotating.close()
        super().close()

    def _opened(self) -> logging.Handler:
        if self._rotating is None:
            # Most sittings log nothing, and start without this.
            from logging.handlers import RotatingFileHandler

            _private(self._file)
            self._rotating = RotatingFileHandler(self._file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
        return self._rotating


def _line(record: logging.LogRecord) -> str:
    when = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(record.created))
    head = f"{when} {record.levelname} {record.name} {Path(record.pathname).name}:{record.lineno}"
    error = record.exc_info[1] if record.exc_info else None
    return head if error is None else f"{head}\n{outline(error)}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    now: BaseException | None = error
    while now is not None and now not in seen:
        seen.append(now)
        yield now
        now = now.__cause__ or now.__context__


def _lines(error: BaseException) -> Iterator[str]:
    raised = getattr(error, "orig", error)
    code = getattr(raised, "sqlite_errorname", None) or getattr(raised, "sqlstate", None)
    yield type(error).__name__ + (f" {code}" if code else "")
    for place in traceback.extract_tb(error.__traceback__):
        yield f"{Path(place.filename).name}:{place.lineno} {place.name}"


def _faults(file: Path) -> TextIO:
    """Return the open file that a crash of the process is written into; what has grown large begins anew."""
    _private(file)
    return file.open("w" if file.stat().st_size > LARGEST else "a", encoding="utf-8")


def _private(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(file, os.O_CREAT | os.O_APPEND | os.O_WRONLY, PRIVATE))


def _versions() -> str:
    from importlib.metadata import PackageNotFoundError, version

    lines = [
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        sys.platform,
    ]
    for name in PACKAGES:
        with contextlib.suppress(PackageNotFoundError):
            lines.append(f"{name} {version(name)}")
    return "\n".join(lines)


def _read(name: str) -> str:
    try:
        with (folder() / name).open("rb") as file:
            file.seek(max(0, (folder() / name).stat().st_size - LARGEST))
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""
