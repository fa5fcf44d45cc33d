"""The window: the longest that its thread does not answer while each page is opened."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from tests.bench.entry import Entry
from tests.bench.stock import Bench
from tests.bench.table import STALL

LONGEST = 0.050  # seconds that a page may block
ROUNDS = 3


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield the longest stall of each page, the best of some fresh processes, beside what is allowed."""
    rounds = [_run(bench) for _ in range(ROUNDS)]
    for what in rounds[0]:
        best = min(one[what] for one in rounds)
        yield Entry(STALL + what, partial(float, best), "50 ms", partial(float, LONGEST), 1.0, grows=True, timed=True)


def _run(bench: Bench) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.stalls", bench.register.location.text, str(bench.folder), bench.clock]
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return found
