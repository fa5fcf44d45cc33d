"""Everything that a service tells, as one text: data at any depth, papers and files as they read."""

import dataclasses
import re
import subprocess
import zipfile
from collections.abc import Iterable, Mapping
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.words import PaperWords
from jobbpunkt.documents.year_data import HistoryEnd
from jobbpunkt.exchange.everything import Exported
from jobbpunkt.register.unit_of_work import Reading
from tests import exported

# What differs from one register to the next without telling anything.
_KEY = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|\b[0-9a-f]{64}\b")
_CODE = re.compile(r"\b[23456789CDFGHJKMNPRTVWX]{3}-?[23456789CDFGHJKMNPRTVWX]{3}\b")
_SEALED = re.compile(r"(sealed:\d+[hp]:)[\w+/=-]+")
# Numbers of the history, which go on over what is left out: that something is, but not what or of whom.
_NUMBER = re.compile(r'(?m)^\d+(?=;)|"Num(?:mer|ber)": \d+')
# Where the history ended, as the foot of a yearly report says.
_HEAD = re.compile(r"\b\d+:[0-9a-f]{16}\b")
# The command line asks the computer for the time.
_TIME = re.compile(r"(?<!\d)\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?!\d)")

# What is no part of an answer: a number of the history with its hash, and what gathered data is still to be told by.
_BESIDE = (HistoryEnd, Reading, Words, PaperWords)


def told(value: object) -> str:
    """Return all that a value says, its keys included."""
    return "\n".join(_texts(value, frozenset()))


def alike(text: str) -> str:
    """Return a text without the keys, codes and seals that chance made."""
    text = _TIME.sub("#", _NUMBER.sub("#", _HEAD.sub("#", text)))
    return _SEALED.sub(r"\1#", _CODE.sub("#", _KEY.sub("#", text)))


def _texts(value: object, above: frozenset[int]) -> Iterable[str]:
    if id(value) in above or isinstance(value, _BESIDE):
        return
    above |= {id(value)}
    if isinstance(value, bytes):
        yield of_bytes(value)
    elif isinstance(value, UserError):
        yield f"{type(value).__name__}: {value.text(Words('sv'))} {sorted(value.fields.items(), key=str)}"
    elif isinstance(value, BaseException):
        yield repr(value)
    elif isinstance(value, Path):
        yield value.name
        yield of_bytes(value.read_bytes()) if value.is_file() and value.suffix == ".zip" else ""
    elif isinstance(value, Exported):
        yield from _texts((exported.read(value), value.rows, value.papers, value.left_out), above)
    elif isinstance(value, Drawing):
        yield from _texts(value.data, above)
        yield repr(value.setting)
    elif isinstance(value, Enum) or not _has_parts(value):
        yield repr(value)
    else:
        yield type(value).__name__
        for part in _parts(value):
            yield from _texts(part, above)


def _has_parts(value: object) -> bool:
    has = dataclasses.is_dataclass(value) or isinstance(value, Iterable) or hasattr(value, "__table__")
    return has and not isinstance(value, str)


def _parts(value: Any) -> Iterable[object]:
    if dataclasses.is_dataclass(value):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    if isinstance(value, Mapping):
        return [part for pair in value.items() for part in pair]
    if hasattr(value, "__table__"):
        return [getattr(value, column.key) for column in value.__mapper__.column_attrs]
    return sorted(value, key=str) if isinstance(value, set | frozenset) else list(value)


def of_bytes(content: bytes) -> str:
    """Return what a file says: the text of a PDF, the parts of a ZIP or a Word file, any other as its letters."""
    if content.startswith(b"%PDF"):
        read = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=False).stdout.decode()
        return read or content.decode("latin-1")
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return "\n".join(f"{name}\n{of_bytes(archive.read(name))}" for name in archive.namelist())
    return content.decode("utf-8", "replace")
