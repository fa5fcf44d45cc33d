"""What the process that reads a foreign file may use: little memory, little time, no file to write in."""

import contextlib
import sys

MEMORY = 600_000_000  # bytes of addresses: a photo of fifty million points takes half of it
SECONDS = 20
FILES = 16
UNSAFE = 3  # the exit code of a process that could not limit itself


def limit_myself() -> None:
    """Give up, for good, what reading one file has no need of; where the system keeps no such limit, the caller sets it."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, FILES),
        (resource.RLIMIT_CPU, SECONDS),
    ):
        resource.setrlimit(what, (most, most))
    with contextlib.suppress(OSError, ValueError) if sys.platform == "darwin" else contextlib.nullcontext():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
