"""An export as its recipient reads it: opened with its password, each file under what the index calls it."""

import re
from pathlib import Path

import pyzipper

from jobbpunkt.exchange.archive import INDEX
from jobbpunkt.exchange.everything import Errand, Exported

ERRAND = Errand("Kommunarkivet", "Leverans enligt plan")


PASSWORD = re.compile(r"\b[2-9a-z]{4}(?:-[2-9a-z]{4}){4}\b")


def read(done: Exported) -> dict[str, bytes]:
    """Return what the export holds; nothing in the file's own list says what."""
    return opened(done.path, done.password)


def opened(path: Path, password: str) -> dict[str, bytes]:
    """Return what an export holds that was opened with a password."""
    with pyzipper.AESZipFile(path) as archive:
        assert all(re.fullmatch(r"\d{3,}\.[a-z]{3,4}", name) for name in archive.namelist())
        assert all(one.flag_bits & 1 for one in archive.infolist()), "each is encrypted"
        archive.setpassword(password.encode())
        assert archive.testzip() is None
        index = archive.read(INDEX).decode("utf-8-sig")
        told = re.findall(r"^(\d{3,}\.[a-z]{3,4})  (.+?)\r$", index, re.MULTILINE)
        return {INDEX: index.encode(), **{name: archive.read(number) for number, name in told}}
