"""Two reports that left: of a register of chance, whoever holds both finds no small group by reckoning."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.reckoning import attacked


def row(count: int) -> str:
    """Let out two reports of each of so many registers, and ask a solver for what is hidden in them."""
    if count < 50:
        found = [attacked(seed) for seed in range(count)]
    else:
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            found = list(pool.map(attacked, range(count), chunksize=25))
    recovered = {seed: one for seed, one in enumerate(found) if one}
    assert not recovered, f"{len(recovered)} recovered: {recovered}"
    return f"{count} registers, two reports of each: 0 small groups recovered"
