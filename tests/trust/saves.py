"""Killed while saving, while backing up, while migrating: nothing acknowledged is lost and nothing is half done."""

import random
import tempfile
from collections import Counter
from pathlib import Path

from jobbpunkt.base.clock import fixed
from tests.registers import NOW, found
from tests.services.test_kills import assert_kept, killed, save_on_and_on
from tests.services.test_migrations import kill_midway


def kills(count: int) -> str:
    """Kill a process that saves on and on, so many times, each on a register of its own."""
    chance, acknowledged = random.Random(count), 0
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            place = found(str(Path(folder) / f"{number}.jobbpunkt")).place
            said = killed(save_on_and_on, place, 1 + chance.randrange(8), chance.random() * 0.03)
            acknowledged += len(said)
            assert_kept(place, said, fixed(NOW))
            for file in Path(folder).glob(f"{number}.jobbpunkt*"):
                file.unlink()
    return f"{count} kills, {acknowledged} saves acknowledged, 0 lost, 0 half done"


def upgrades(count: int) -> str:
    """Kill a process that brings an empty database to the newest schema, so many times, at all its moments."""
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            file = Path(folder) / f"{number}.db"
            seen[kill_midway(file, 0.5 * number / count) or "none"] += 1
            file.unlink()
    return f"{count} kills: {', '.join(f'{number} at {version}' for version, number in sorted(seen.items()))}; 0 between"
