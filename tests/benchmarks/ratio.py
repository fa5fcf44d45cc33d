"""How many times as long something takes as the least it could take, measured side by side in one run."""

import gc
import time
from collections.abc import Callable

Work = Callable[[], object]


def ratio(work: Work, floor: Work, rounds: int = 100) -> float:
    """Return the shortest time of `work` over that of `floor`: they take turns, and what else a machine does only adds."""
    work()
    floor()
    gc.collect()
    gc.disable()
    try:
        times = [(_time(work), _time(floor)) for _ in range(rounds)]
    finally:
        gc.enable()
    took, least = min(pair[0] for pair in times), min(pair[1] for pair in times)
    print(f"\n{took * 1000:.2f} ms / {least * 1000:.2f} ms = {took / least:.1f}")  # noqa: T201 - shown with pytest -s
    return took / least


def _time(work: Work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
