"""Keeps the system from writing the program's memory, with the keys in it, to a disk when it crashes."""

import contextlib
import ctypes
import sys

PR_SET_DUMPABLE = 4


def forbid_dumps() -> None:
    """Let no core dump be made of this process, and no other program of the same user read its memory."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux"):
        # Where the limit is not asked, as by systemd's collector of dumps, this is.
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
