"""`python -m tests.soak`: sitting after sitting, each role in turn, until the time is over or one of them has gone wrong."""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.registers import Template, demo_year
from tests.soak import killing, kills
from tests.soak.course import LOGINS, Outcome, sit
from tests.soak.drafted import SCENES
from tests.soak.walk import walk_everywhere

SITTING = 75.0
# More than fit into a sitting.
FLIPS = 1000


def say(line: str) -> None:
    """Write one line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def given(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what is asked for."""
    parser = argparse.ArgumentParser(prog="soak", description="Random hands at the window of the demo register.")
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--flips", type=int, default=0, help="only open plans and go back, this many times")
    parser.add_argument("--kills", type=int, default=0, help="only type, and be killed while typing, this many times")
    parser.add_argument("--scenes", nargs="+", default=list(SCENES), choices=list(SCENES), metavar="SCENE", help="only in these")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--roles", nargs="*", default=LOGINS, choices=LOGINS)
    parser.add_argument("--walk", nargs="?", const="", metavar="FOLDER", help="no random hands: everything once, in every look")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str]) -> int:
    """Soak for the minutes asked for; 1 if the program fell or was heard to complain."""
    asked = given(arguments)
    say(f"seed {asked.seed} (the same hands again: --seed {asked.seed})")
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        template = demo_year(str(Path(folder) / "demo.jobbpunkt"))
        if asked.walk is not None:
            return walk_everywhere(template, Path(asked.walk or folder), say)
        if asked.kills:
            rng = Random(asked.seed)
            return kill(template, Path(folder) / "kills", kills.chosen(asked.kills, rng, asked.scenes), rng)
        return conclude(soak(template, Path(folder), asked))


def soak(template: Template, folder: Path, asked: argparse.Namespace) -> list[Outcome]:
    """Sit down again and again, and stop at the first fault."""
    ends = time.monotonic() + asked.minutes * 60
    outcomes: list[Outcome] = []
    while (left := ends - time.monotonic()) > 1:
        number = len(outcomes)
        login, flips = _whose(number, asked)
        seconds = left if asked.flips else min(SITTING, left)
        # The same user finds the drafts of the sitting before; an administrator may have shut themself out.
        place = folder / (f"{login}-{number}" if login == "admin" else login)
        outcome = sit(template, place, login, asked.seed + number, seconds, flips=flips)
        outcomes.append(outcome)
        say(outcome.line)
        if outcome.fault or asked.flips:
            break
    return outcomes


def kill(template: Template, folder: Path, scenes: Sequence[str], rng: Random) -> int:
    """Type and be killed; 1 if more was lost than the last second."""
    done: list[kills.Kill] = []
    for one in killing.run(template, folder, scenes, rng):
        done.append(one)
        say(kills.line_of(one))
    say(kills.told(done))
    return int(any(kills.faults_of(one) for one in done))


def _whose(number: int, asked: argparse.Namespace) -> tuple[str, int]:
    """Return the role of a sitting, and how many plans are opened if it does only that: each fifth is such a one."""
    if asked.flips or number % 5 == 4:
        return "coach", asked.flips or FLIPS
    return asked.roles[(number - number // 5) % len(asked.roles)], 0


def conclude(outcomes: Sequence[Outcome]) -> int:
    """Tell what was done and seen, or what went wrong."""
    windows = sorted({window for outcome in outcomes for window in outcome.windows})
    say(f"{sum(outcome.deeds for outcome in outcomes)} deeds in {len(outcomes)} sittings; {len(windows)} kinds of windows:")
    for window in windows:
        say(f"  {window}")
    worst = sorted((stall for outcome in outcomes for stall in outcome.stalls), reverse=True)[:8]
    say("the window waited longest after:")
    for waited, deed in worst:
        say(f"  {waited:5.0f} ms  {deed}")
    faults = [outcome.fault for outcome in outcomes if outcome.fault]
    say("\n".join(faults) if faults else "no crash, no warning")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
