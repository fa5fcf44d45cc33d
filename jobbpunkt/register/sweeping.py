"""What a program that was killed has left half made is taken away at the next start: of exports, backups and papers alike."""

import contextlib
from functools import partial
from pathlib import Path

from jobbpunkt.base import files, unfinished
from jobbpunkt.base.errors import UserError
from jobbpunkt.register import changeover, places
from jobbpunkt.register.file_lock import FileLock
from jobbpunkt.register.location import Location


def sweep(place: Location, *, works: bool = False) -> None:
    """Take away what killed programs have left: wherever they noted it, beside the register, and in the program's own folders.

    Whoever has the register open and `works` in it takes away a copy under new keys that never took its name: such a copy is made
    only where nobody else has it open.
    """
    from platformdirs import user_config_path, user_state_path

    unfinished.sweep(partial(_swept, held=place.path if works else None))
    if place.path is not None:
        files.sweep(place.path)
    for folder in (user_state_path("Jobbpunkt", appauthor=False), user_config_path("Jobbpunkt", appauthor=False)):
        files.sweep_within(folder)


def _swept(target: Path, held: Path | None) -> None:
    register = places.whose_next(target)
    if register is not None:
        _take_away(target, register, held=held is not None and held.absolute() == register)
        return
    files.sweep(target)
    changeover.settle(target)


def _take_away(copy: Path, register: Path, *, held: bool) -> None:
    """Take away a copy under new keys while nobody can be making one; refuses with an OSError where somebody may be."""
    try:
        with contextlib.nullcontext() if held else FileLock(register).alone():
            places.remove(copy)
    except UserError as refusal:
        raise BlockingIOError(str(register)) from refusal
