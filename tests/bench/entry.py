"""One thing that is measured: what we do, the least it could take, and how many times as long it may be."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

Work = Callable[[], object]
seconds = time.perf_counter
CLOCKS = {"wall": seconds, "processor": time.process_time}
_LONG_ENOUGH = 1.5  # seconds for both, unless that would be too few rounds
_MOST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """What is measured: `floor` says in a few words what the least is; `grows` that the answer is larger in a larger register;
    `timed` that both measure themselves and return their seconds; `rounds` how many there are at least.

    Both are called again and again, in turns, and must do the same each time.
    """

    name: str
    ours: Work
    floor: str
    least: Work
    bound: float
    grows: bool = False
    timed: bool = False
    rounds: int = 3


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it: the shortest time of each, since whatever else a machine does only adds."""

    name: str
    people: int
    ours_ms: float
    floor: str
    floor_ms: float
    bound: float
    grows: bool = False  # of no account once the growth has been told

    @property
    def ratio(self) -> float:
        """How many times as long as the least ours takes."""
        return self.ours_ms / self.floor_ms

    @property
    def over(self) -> bool:
        """Whether that is more than it may be."""
        return self.ratio > self.bound


def measured(entry: Entry, people: int, clock: str = "wall") -> Result:
    """Let both take turns until enough time has passed, and return the shortest of each."""
    took = _told if entry.timed else partial(_time, CLOCKS[clock])
    took(entry.ours)
    took(entry.least)
    times: list[tuple[float, float]] = []
    gc.collect()
    gc.disable()
    try:
        while len(times) < entry.rounds or (len(times) < _MOST and sum(map(sum, times)) < _LONG_ENOUGH):
            times.append((took(entry.ours), took(entry.least)))
    finally:
        gc.enable()
    ours, least = min(pair[0] for pair in times), min(pair[1] for pair in times)
    return Result(entry.name, people, ours * 1000, entry.floor, least * 1000, entry.bound, entry.grows)


def _time(clock: Callable[[], float], work: Work) -> float:
    began = clock()
    work()
    return clock() - began


def _told(work: Work) -> float:
    seconds = work()
    assert isinstance(seconds, float)
    return seconds
