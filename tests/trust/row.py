"""One line of the table of trust: a fault, what holds against it, and what does it so many times and looks."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from tests.rules.tree import ROOT


@dataclass(frozen=True, slots=True)
class Row:
    """A fault, what must hold, how often it is done by `make trust` and by `make test`, and what does it.

    `run` is given the number, does the fault so many times, and returns in words what was seen; it raises AssertionError where
    something did not hold.
    """

    key: str
    fault: str
    holds: str
    full: int
    short: int
    run: Callable[[int], str]


def by_tests(*targets: str) -> Callable[[int], str]:
    """Return what tells of tests that are a proof by themselves: they are run, all of them, and counted.

    In `make test` (asked for none) they are run where they stand.
    """

    def run(count: int) -> str:
        if not count:
            missing = [target for target in targets if not (ROOT / target.partition("::")[0]).exists()]
            assert not missing, missing
            return ""
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *targets]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        last = done.stdout.strip().splitlines()[-1] if done.stdout.strip() else done.stderr.strip()
        assert done.returncode == 0, last
        told = last.partition(" in ")[0].strip("= ").replace(" passed", " tests passed")
        assert "passed" in told, last
        return told

    return run
