"""A crash writes no memory to a disk, in whichever way the program was started: the dump found held keys."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jobbpunkt.foreign import asking
from tests.patience import PATIENCE_MS
from tests.rules.tree import ROOT

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc")

PROGRAM = [sys.executable, "-m", "jobbpunkt"]


def _started(command: list[str], folder: Path, *, unlimited: bool = True) -> subprocess.Popen[bytes]:
    """Start a program in a shell that asks for core dumps without limit."""
    own = {"XDG_STATE_HOME": str(folder / "s"), "XDG_CONFIG_HOME": str(folder / "c"), "XDG_DATA_HOME": str(folder / "d")}
    environment = {**os.environ, **own, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    shell = ["/bin/sh", "-c", 'ulimit -c unlimited 2>/dev/null; exec "$@"', "sh", *command]
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(shell, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=nowhere, stderr=nowhere)


def _core_limit(process: int) -> str:
    lines = Path(f"/proc/{process}/limits").read_text(encoding="ascii").splitlines()
    return next(line for line in lines if line.startswith("Max core")).split()[4]


def _crashed(started: subprocess.Popen[bytes]) -> bool:
    """Crash a program and tell whether the system wrote its memory out."""
    os.kill(started.pid, signal.SIGSEGV)
    _, status = os.waitpid(started.pid, 0)
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGSEGV
    return os.WCOREDUMP(status)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(PROGRAM, id="window"),
        pytest.param([*PROGRAM, "demo", "--out", "papers"], id="command line"),
        pytest.param(asking.command("list"), id="reader of a foreign file"),
    ],
)
def test_a_crash_leaves_no_core(tmp_path: Path, command: list[str]) -> None:
    started = _started(command, tmp_path)
    try:
        end = time.monotonic() + PATIENCE_MS / 1000
        while _core_limit(started.pid) != "0":
            assert started.poll() is None
            assert time.monotonic() < end
            time.sleep(0.02)
        assert _crashed(started) is False
    finally:
        started.kill()
        started.stdin.close() if started.stdin else None
        started.returncode = started.returncode or -signal.SIGSEGV
    assert [file.name for file in tmp_path.rglob("core*")] == []


def test_no_key_is_loaded_before_dumps_are_forbidden() -> None:
    code = """
import sys
from jobbpunkt import __main__ as door
from jobbpunkt.base import no_dumps
kept = [name for name in sys.modules if name.startswith(("jobbpunkt.register", "jobbpunkt.cli", "ui", "cryptography"))]
print(kept)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
