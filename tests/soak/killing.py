"""The processes of the kills: each goes on with what the one before it left, types, and is ended by force."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import IO, Any

from jobbpunkt import demo
from tests.registers import Template, copy_file
from tests.rules.tree import ROOT
from tests.soak.drafted import SCENES
from tests.soak.kills import Kill, Press

SHORTEST, LONGEST = 0.5, 3.5
STARTED = 240.0


@dataclass(frozen=True, slots=True)
class Sitting:
    """One process: the scene before, in which it looks for what is left, and the one in which it types; either may be ""."""

    recall: str
    scene: str

    @property
    def login(self) -> str:
        """Return whose sitting it is."""
        return SCENES[self.scene or self.recall].login


def sittings(scenes: Sequence[str]) -> list[Sitting]:
    """Return the processes that kill once in each scene, in order; the last one of a user only looks."""
    done: list[Sitting] = []
    before = ""
    for scene in scenes:
        if before and SCENES[before].login != SCENES[scene].login:
            done.append(Sitting(before, ""))
            before = ""
        done.append(Sitting(before, scene))
        before = scene
    return [*done, Sitting(before, "")] if before else done


class Typing:
    """A process of the program with a typist in it, and what it says. It loads at once, and begins at `go`."""

    def __init__(self, place: str, folder: Path, sitting: Sitting, seed: int) -> None:
        given = {
            "place": place,
            "settings": str(folder / "settings.json"),
            "login": sitting.login,
            "seed": seed,
            "type": sitting.scene,
            "recall": sitting.recall,
            "password": demo.PASSWORD,
        }
        own = {name: value for name, value in os.environ.items() if not name.startswith(("JOBBPUNKT_", "XDG_"))}
        home = {**own, "HOME": str(folder), "USERPROFILE": str(folder), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tests.soak.typist", json.dumps(given)]
        pipe = subprocess.PIPE
        self.sitting = sitting
        self._process = subprocess.Popen(command, cwd=ROOT, env=home, stdin=pipe, stdout=pipe, stderr=pipe)
        self._threads: Sequence[int] = ()
        # One that hangs is ended too, and then tells nothing.
        self._watch = threading.Timer(STARTED, self._process.kill)

    def go(self) -> None:
        """Let it begin."""
        self._watch.start()
        assert self._process.stdin is not None
        self._process.stdin.close()

    def said(self) -> Iterator[dict[str, Any]]:
        """Yield what it says until it ends."""
        out: IO[bytes] | None = self._process.stdout
        assert out is not None
        for line in out:
            if line.endswith(b"\n"):
                said = json.loads(line)
                self._threads = said.get("threads", self._threads)
                yield said

    def kill(self, now: Kill) -> None:
        """End it as the system does, and note when."""
        now.queued, now.killed_at = queued(self._process.pid, self._threads), time.monotonic()
        self._process.kill()

    def give_up(self) -> None:
        """End it before it has begun."""
        with self._process:
            self._process.kill()

    def complaint(self) -> str:
        """Wait until it is gone, and return what it wrote besides."""
        with self._process:
            assert self._process.stderr is not None
            said = self._process.stderr.read()
        self._watch.cancel()
        return said.decode(errors="replace").strip()


def queued(process: int, threads: Sequence[int]) -> float:
    """Return for how many seconds these threads have stood in line for a processor since they began; 0 where nobody counts."""
    try:
        counts = [Path(f"/proc/{process}/task/{thread}/schedstat").read_bytes().split() for thread in threads]
    except OSError:
        return 0.0
    return sum(int(count[1]) for count in counts) / 1e9


def run(
    template: Template, folder: Path, scenes: Sequence[str], rng: Random, *, shortest: float = SHORTEST, longest: float = LONGEST
) -> Iterator[Kill]:
    """Kill once in each scene, in order; each process looks after the one before it, while the one behind it is loading."""
    folder.mkdir(parents=True, exist_ok=True)
    place = copy_file(template, folder / "demo.jobbpunkt")

    def load(number: int) -> Typing | None:
        return Typing(place, folder, planned[number], rng.randrange(10**6)) if number < len(planned) else None

    planned = sittings(scenes)
    before, behind = Kill(""), load(0)
    try:
        for number in range(len(planned)):
            typing, behind = behind, None
            assert typing is not None
            typing.go()
            behind = load(number + 1)
            now = _sit(typing, before, rng.uniform(shortest, longest))
            if typing.sitting.recall:
                yield before
            before = now
    finally:
        if behind is not None:
            behind.give_up()


def _sit(typing: Typing, before: Kill, after: float) -> Kill:
    """Let a process recall the kill before and type in a scene until it is killed itself."""
    now = Kill(typing.sitting.scene)
    killer: threading.Timer | None = None
    for said in typing.said():
        if "recalled" in said:
            before.recalled = said["recalled"]
        if "begun" in said:
            now.begun = said["begun"]
            now.faults += [f"nothing is kept of the field {name}" for name in said["missing"]]
        if "at" in said:
            now.presses.append(Press(said["at"], said["key"], said["holds"], said["queued"]))
            if killer is None:
                killer = threading.Timer(after, typing.kill, (now,))
                killer.start()
        now.faults += said.get("faults", ())
    if killer is not None:
        killer.join()
    told = typing.complaint()
    if now.killed_at == 0.0 and (now.scene or told):
        now.faults.append(f"it ended by itself: {told}")
    if not now.scene:
        before.faults += now.faults
    return now
