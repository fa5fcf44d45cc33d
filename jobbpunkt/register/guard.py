"""What is asked before each write to a register file: that it is still the file that was opened."""

from pathlib import Path

from jobbpunkt.base.errors import UserError


class Guard:
    """Stands before the writes of one open register file.

    A file renamed under a program that has it open swallows a save, and the log of that save corrupts the new file (seen).
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened = _identity(path)

    def demand_same(self) -> None:
        """Refuse when another file has taken the name of the one that was opened."""
        if _identity(self._path) != self._opened:
            raise UserError(
                "The file {place} was replaced by another while it was open here. Nothing was saved, but what"
                " you typed is kept. Sign in again.",
                place=self._path,
            )


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other of the computer; on Windows too these are its file id and its volume."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
