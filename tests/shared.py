"""What is made once in a run of several workers: the server by the one who leads them, the rest by who needs it first."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.postgres import Server, serving

READY, FAILED = "ready", "failed"
PATIENCE_SECONDS = 900  # the demo, on a machine that is busy with other things
_SERVER = pytest.StashKey[Server]()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker where the server of the run is; it is started with the first of them and stopped after the last."""
    config: pytest.Config = node.config
    if _SERVER not in config.stash:
        stack = ExitStack()
        config.add_cleanup(stack.close)
        config.stash[_SERVER] = stack.enter_context(serving())
    server = config.stash[_SERVER]
    node.workerinput["postgres"] = (server.host, server.port, server.issuer)


@contextmanager
def server_of(config: pytest.Config) -> Iterator[Server]:
    """Yield the server of the run, or one of our own where nobody leads us."""
    given = getattr(config, "workerinput", {}).get("postgres")
    if given is not None:
        yield Server(*given)
        return
    with serving() as server:
        yield server


def folder_of(factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that all workers of the run share."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(folder: Path, make: Callable[[Path], str]) -> str:
    """Return what `make` tells of the folder that it fills, which whoever comes first does; the others wait."""
    try:
        folder.mkdir()
    except FileExistsError:
        return _awaited(folder)
    try:
        told = make(folder)
    except BaseException:
        (folder / FAILED).touch()
        raise
    unfinished = folder / "unfinished"
    unfinished.write_text(told, encoding="utf-8")
    unfinished.rename(folder / READY)
    return told


def _awaited(folder: Path) -> str:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (folder / READY).exists():
        if (folder / FAILED).exists() or time.monotonic() > deadline:
            raise RuntimeError(f"Another worker was to make {folder.name}, and has not.")
        time.sleep(0.05)
    return (folder / READY).read_text(encoding="utf-8")
