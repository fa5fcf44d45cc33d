"""What backups that were killed have left is taken away, at each sign-in; apart from making one, which few windows do."""

from pathlib import Path

from jobbpunkt.base import unfinished
from jobbpunkt.register import changeover, places


def sweep() -> None:
    """Take away what backups that were killed have left, wherever it lies."""
    unfinished.sweep(_swept)


def _swept(target: Path) -> None:
    for left in target.parent.glob(f".{target.name}.*.new"):
        places.remove(left)
    changeover.settle(target)
