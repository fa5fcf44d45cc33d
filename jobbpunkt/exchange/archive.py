"""An encrypted ZIP whose names tell nothing: each file is a number, and what it is stands within, in a file of its own."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from jobbpunkt.base import files

INDEX = "000.txt"


class Archive:
    """Files that are encrypted as they are written (AES-256, as 7-Zip opens it), so that nothing ever lies in clear."""

    def __init__(self, within: Any) -> None:
        self._zip = within
        self.named: dict[str, str] = {}

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Begin a file; `name` is told within only."""
        with self._zip.open(self._number(name), "w", force_zip64=True) as raw:
            yield raw

    def add(self, name: str, content: bytes) -> None:
        """Put in a file that is at hand."""
        self._zip.writestr(self._number(name), content)

    def end(self, text: str) -> None:
        """Put in what all of it is, with what each number stands for."""
        names = (f"{number}  {name}" for number, name in self.named.items())
        self._zip.writestr(INDEX, "\r\n".join([text, *names, ""]).encode("utf-8-sig"))

    def _number(self, name: str) -> str:
        number = f"{len(self.named) + 1:03}.{name.rpartition('.')[2]}"
        self.named[number] = name
        return number


@contextmanager
def encrypted(path: Path, password: str) -> Iterator[Archive]:
    """Make an archive at `path`, readable by its owner only."""
    import pyzipper  # loaded when something is taken out

    made = {"compression": pyzipper.ZIP_DEFLATED, "encryption": pyzipper.WZ_AES}
    with open(path, "wb", opener=_private) as file:
        within = pyzipper.AESZipFile(file, "w", **made)
        within.setpassword(password.encode("ascii"))
        try:
            yield Archive(within)
            within.close()
            file.flush()
            os.fsync(file.fileno())
        finally:
            within.fp = None  # of what was broken off, no end is written


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, files.PRIVATE)
