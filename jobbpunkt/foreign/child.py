"""The process that reads a foreign file: bytes on its input, JSON line by line on its output, nothing else.

It holds no key and no register, and has given up memory, time and files before it reads the first byte. Each reader is loaded
only for its kind.
"""

import json
import os
import sys
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import Any

from jobbpunkt.base.errors import UserError
from jobbpunkt.foreign import spoken
from jobbpunkt.foreign.limits import UNSAFE, limit_myself

BROKEN, MISUSED = 1, 2
MOST_JSON = 2_000_000  # bytes of a file that says which heading is which field
DEEPEST = 20


def run(kind: str) -> int:
    """Read what stands on the input as a file of `kind`, and tell it; another exit code than 0 means that nothing was told."""
    try:
        limit_myself()
    except (OSError, ValueError):
        return UNSAFE
    read = READERS.get(kind)
    if read is None:
        return MISUSED
    code = _told(read, sys.stdin.buffer.read())
    sys.stdout.flush()
    # What a broken file left in a library's memory is not tidied up after.
    os._exit(code)


def _told(read: Callable[[bytes], Iterable[Any]], content: bytes) -> int:
    """Write each thing that is read as a line, then that this was all, or why it is refused."""
    end: dict[str, Any] = {"end": True}
    try:
        for one in read(content):
            _write(one)
    except UserError as refusal:
        end = {"refused": spoken.told(refusal)}
    except Exception:  # noqa: BLE001 - whatever a library does with a broken file, it is one refusal
        return BROKEN
    _write(end)
    return 0


def _write(value: Any) -> None:
    sys.stdout.buffer.write(json.dumps(value).encode("ascii") + b"\n")


def _list(content: bytes) -> Iterator[list[Any]]:
    from jobbpunkt.exchange import sheet

    for row in sheet.read(content):
        yield [row.number, *row.cells]


def _resume(content: bytes) -> Iterator[Any]:
    from jobbpunkt.resume import reading

    document, changed = reading.opened(content)
    yield [document, list(changed)]


def _photo(content: bytes) -> Iterator[Any]:
    from jobbpunkt.foreign import photo

    kept = photo.cleaned(content)
    yield [b64encode(kept.jpeg).decode("ascii"), kept.width, kept.height]


def _pdf(content: bytes) -> Iterator[Any]:
    from jobbpunkt.foreign import pages

    yield pages.count(content)


def _json(content: bytes) -> Iterator[Any]:
    try:
        value = json.loads(content) if len(content) <= MOST_JSON else None
        yield value if _depth(value) <= DEEPEST else None
    except (ValueError, RecursionError):
        yield None


def _depth(value: Any) -> int:
    if isinstance(value, dict | list):
        return 1 + max(map(_depth, value.values() if isinstance(value, dict) else value), default=0)
    return 0


READERS = MappingProxyType({"list": _list, "resume": _resume, "photo": _photo, "pdf": _pdf, "json": _json})
