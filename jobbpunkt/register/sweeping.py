"""What a program that was killed has left half made is taken away at the next start: of exports, backups and papers alike."""

from pathlib import Path

from jobbpunkt.base import files, unfinished
from jobbpunkt.register import changeover
from jobbpunkt.register.location import Location


def sweep(place: Location) -> None:
    """Take away what killed programs have left: wherever they noted it, beside the register, and in the program's own folders."""
    from platformdirs import user_config_path, user_state_path

    unfinished.sweep(_swept)
    if place.path is not None:
        files.sweep(place.path)
    for folder in (user_state_path("Jobbpunkt", appauthor=False), user_config_path("Jobbpunkt", appauthor=False)):
        files.sweep_within(folder)


def _swept(target: Path) -> None:
    files.sweep(target)
    changeover.settle(target)
