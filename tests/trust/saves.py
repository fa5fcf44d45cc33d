"""Killed while saving, while backing up, while migrating: nothing acknowledged is lost and nothing is half done."""

import random
import tempfile
from collections import Counter
from pathlib import Path

from jobbpunkt.base.clock import fixed
from tests.registers import NOW, copy_file, found
from tests.services.test_kills import assert_kept, killed, save_on_and_on
from tests.services.test_migrations import kill_midway
from tests.trust.processes import begun


def kills(count: int) -> str:
    """Kill a process that saves on and on, so many times, each on a register of its own."""
    chance, acknowledged = random.Random(count), 0
    with tempfile.TemporaryDirectory() as folder:
        template = found(str(Path(folder) / "template.jobbpunkt"))
        for number in range(count):
            place = copy_file(template, Path(folder) / f"{number}.jobbpunkt")
            said = killed(save_on_and_on, place, 1 + chance.randrange(8), chance.random() * 0.03, begun)
            acknowledged += len(said)
            assert_kept(place, said, fixed(NOW))
            _forget(Path(folder), number)
    return f"{count} kills, {acknowledged:,} saves acknowledged, 0 lost, 0 half done"


def upgrades(count: int) -> str:
    """Kill a process that brings an empty database to the newest schema, so many times, at all its moments."""
    chance, seen, lasts = random.Random(count), Counter[str](), 0.5
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            at = kill_midway(Path(folder) / f"{number}.db", chance.uniform(0.1, 1.2) * lasts, begun)
            seen["in the old schema" if at is None else "in the new"] += 1
            lasts *= 1.07 if at is None else 0.93  # so that about as many come before the change counts as after it
            _forget(Path(folder), number)
    return f"{count} kills: {', '.join(f'{number} {where}' for where, number in sorted(seen.items()))}, 0 between"


def _forget(folder: Path, number: int) -> None:
    """Take away all that belongs to one that was looked at."""
    for file in folder.glob(f"{number}.*"):
        file.unlink()
