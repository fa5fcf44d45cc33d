"""Having a foreign file read: the program starts itself once more, gives it the bytes, and believes no more than it must."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from jobbpunkt.base.errors import UserError
from jobbpunkt.foreign import job, spoken
from jobbpunkt.foreign.limits import SECONDS

SWITCH = "--read-file"
MOST = 256_000_000  # bytes of an answer
_ROOT = str(Path(__file__).parents[2])
# Without `site` it starts in half the time; where the packages lie it is told.
_START = "import sys; sys.path[:0] = sys.argv.pop(1).split('\\n'); from jobbpunkt.__main__ import main; main()"
_ALLOWED = ("SYSTEMROOT", "WINDIR")
_ALLOWED_BEGINNING = "_PYI"  # a program in one file finds by these what it has unpacked


def answer(kind: str, content: bytes) -> bytes:
    """Return the lines that a reader of `kind` tells of a file; UserError for its refusal, or for anything that goes wrong."""
    try:
        told = _run(kind, content)
        last = json.loads(told[told.rfind(b"\n", 0, -1) + 1 :])
        refused = spoken.refusal(last["refused"]) if "refused" in last else None
    except (OSError, ValueError, TypeError, RecursionError):
        raise unsafe() from None
    if refused is not None:
        raise refused
    if last != {"end": True}:
        raise unsafe()
    return told


def lines(told: bytes) -> Iterator[Any]:
    """Yield what the lines of an answer hold, one at a time, the last one left out."""
    at = 0
    while (end := told.find(b"\n", at)) + 1 < len(told):
        try:
            yield json.loads(told[at:end])
        except (ValueError, RecursionError):
            raise unsafe() from None
        at = end + 1


def unsafe() -> UserError:
    """Return the refusal of a file that could not be read within the limits, or at all."""
    return UserError("The file cannot be read safely: it is damaged, or made too large to be read. Ask for it anew.")


def command(kind: str) -> list[str]:
    """Return how the program starts itself to read a file of `kind`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SWITCH, kind]
    places = "\n".join([_ROOT, *(place for place in sys.path if place)])
    return [sys.executable, "-I", "-S", "-B", "-X", "utf8", "-c", _START, places, SWITCH, kind]


def _run(kind: str, content: bytes) -> bytes:
    clean = {name: value for name, value in os.environ.items() if name in _ALLOWED or name.startswith(_ALLOWED_BEGINNING)}
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - the program itself
        command(kind), stdin=pipe, stdout=pipe, stderr=nowhere, env=clean, creationflags=hidden, close_fds=True
    ) as child:
        try:
            told = _talk(child, content)
        finally:
            child.kill()
    if child.returncode != 0:
        raise ValueError(child.returncode)
    return told


def _talk(child: subprocess.Popen[bytes], content: bytes) -> bytes:
    late = threading.Timer(SECONDS, child.kill)
    late.start()
    try:
        with job.limited(getattr(child, "_handle", 0)):
            # It may answer before it has read all, or end without reading any: nobody must wait for the other.
            feeding = threading.Thread(target=_feed, args=(child.stdin, content), daemon=True)
            feeding.start()
            told = child.stdout.read(MOST + 1) if child.stdout is not None else b""
            if len(told) > MOST:
                child.kill()
            child.wait()
            feeding.join()
    finally:
        late.cancel()
    return told


def _feed(pipe: IO[bytes] | None, content: bytes) -> None:
    with suppress(OSError, ValueError):
        if pipe is not None:
            pipe.write(content)
            pipe.close()
