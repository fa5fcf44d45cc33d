"""What is being made for somewhere else is noted in one place while it is, so that the next start sweeps what a kill left.

It lies beside its target, since only there it can take the target's name in one step, and is named after it and its maker.
"""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

_LONGEST = 24 * 3600  # seconds; the number of a program that died may be another's by then


def default_folder() -> Path:
    """Return where this computer's user has the notes."""
    from platformdirs import user_state_path

    return user_state_path("Jobbpunkt", appauthor=False) / "unfinished"


@contextlib.contextmanager
def noted(path: Path) -> Iterator[None]:
    """Note `path` as being made for as long as the block lasts; a disk without room for the note stops nobody."""
    note = default_folder() / f"{os.getpid()}-{blake2b(os.fsencode(path), digest_size=8).hexdigest()}"
    with contextlib.suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        note.write_bytes(os.fsencode(path.absolute()))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)


def sweep(remove: Callable[[Path], None]) -> None:
    """Give `remove` each path whose maker is dead, and forget it.

    What lies on a disk that is not here waits for it, and what `remove` refuses with an OSError for another time.
    """
    with contextlib.suppress(OSError):
        for note in list(default_folder().iterdir()):
            maker = note.name.partition("-")[0]
            if maker.isdigit() and int(maker) != os.getpid() and is_at_work(int(maker), note):
                continue
            path = Path(os.fsdecode(note.read_bytes()))
            if path.parent.is_dir():
                with contextlib.suppress(OSError):
                    remove(path)
                    note.unlink(missing_ok=True)


def is_at_work(process: int, file: Path) -> bool:
    """Tell whether the maker of a file may still be at it: its number lives, and nothing takes longer than a day to make."""
    with contextlib.suppress(OSError):
        if time.time() - file.stat().st_mtime > _LONGEST:
            return False
    return _lives(process)


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        import ctypes

        limited, still_active = 0x1000, 259
        handle = ctypes.windll.kernel32.OpenProcess(limited, False, process)
        code = ctypes.c_ulong()
        lives = bool(handle) and bool(ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code)))
        ctypes.windll.kernel32.CloseHandle(handle)
        return lives and code.value == still_active
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
