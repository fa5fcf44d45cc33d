"""A list of people read in a process of its own, beside reading it in this one, and a tenth of a second."""

import os
from collections.abc import Callable, Iterator

from jobbpunkt.exchange import sheet
from jobbpunkt.foreign.reading import PeopleList
from tests.bench.entry import CLOCKS, Entry, Work
from tests.bench.stock import Bench

MORE = 0.100  # seconds that the other process may take
LISTED = 1000


def entries(bench: Bench) -> Iterator[Entry]:
    """Yield a list of a thousand people, all of its rows gone through."""
    lines = [f"Ny{turn};Från lista;070-174 06 20;ny{turn}@example.se;Bäckby" for turn in range(LISTED)]
    content = "\n".join(("Förnamn;Efternamn;Mobil;E-post;Stadsdel", *lines)).encode()

    def apart() -> int:
        return sum(1 for _ in PeopleList(content).rows())

    def here() -> int:
        return sum(1 for _ in sheet.read(content))

    assert apart() == here() == LISTED + 1
    name = f"A list of {LISTED}, read apart"
    yield Entry(name, _timed(bench, apart), "read here, and 100 ms", _timed(bench, here, MORE), 1.0, timed=True)


def _timed(bench: Bench, work: Callable[[], object], more: float = 0) -> Work:
    def now() -> float:
        # The processor's time of a child belongs to it once the child has ended.
        return CLOCKS[bench.clock]() + (sum(os.times()[2:4]) if bench.clock == "processor" else 0)

    def told() -> float:
        began = now()
        work()
        return now() - began + more

    return told
