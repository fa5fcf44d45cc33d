"""Where the processes of the long proofs come from: forked, where the system can, from one that has loaded the program."""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from typing import Any

_LOADED = ("tests.services.test_kills", "tests.services.test_migrations", "tests.trust.rotations", "tests.trust.starts")


def begun(work: Callable[..., None], *given: Any) -> BaseProcess:
    """Begin `work` in a process of its own, with what surrounds the program now; it ends as a started one would."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        child: BaseProcess = multiprocessing.get_context("spawn").Process(target=work, args=given)
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(_LOADED))
        child = context.Process(target=_within, args=(dict(os.environ), work, given))
    child.start()
    return child


def _within(surroundings: dict[str, str], work: Callable[..., None], given: tuple[Any, ...]) -> None:
    os.environ.clear()
    os.environ.update(surroundings)
    work(*given)
