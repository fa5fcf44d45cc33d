"""Killed in the middle of a word: a person types, the process is ended, and the next one must offer what was typed.

At most the last second may be missing; what is there stands in its field, as it stood at one moment, and nothing else does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import IO, Any

from jobbpunkt import demo
from tests.registers import Template, copy_file
from tests.rules.tree import ROOT
from tests.soak.drafted import SCENES

MAY_BE_LOST = 1.0
SHORTEST, LONGEST = 0.5, 3.5
STARTED = 90.0


@dataclass(slots=True)
class Kill:
    """One process that was ended while somebody typed: what stood in the fields when, and what was found again."""

    scene: str
    begun: dict[str, Any] = field(default_factory=dict)
    states: list[tuple[float, str, dict[str, Any]]] = field(default_factory=list)
    killed_at: float = 0.0
    recalled: dict[str, Any] | None = None
    faults: list[str] = field(default_factory=list)

    @property
    def keys(self) -> int:
        """How many keys were pressed."""
        return len(self.states)

    def losses(self) -> dict[str, float]:
        """Return by field for how many seconds before the kill its text is missing; infinite for one that never was so."""
        if self.recalled is None:
            return {"everything": float("inf")}
        return {key: self._loss(key, self.recalled.get(key)) for key in sorted({key for _, key, _ in self.states})}

    def strangers(self) -> list[str]:
        """Return the fields in which nobody typed and that hold something they never held."""
        typed = {key for _, key, _ in self.states}
        found = self.recalled or {}
        return [key for key in found if key not in typed and key in self.begun and found[key] not in self._held(key)]

    def _held(self, key: str) -> list[Any]:
        return [self.begun[key], *(holds[key] for _, _, holds in self.states if key in holds)]

    def _loss(self, key: str, found: Any) -> float:
        moments = [(0.0, self.begun.get(key)), *((at, holds.get(key)) for at, _, holds in self.states)]
        for number in range(len(moments) - 1, -1, -1):
            if moments[number][1] == found:
                # All that came after it is missing, the first of it for the longest time.
                later = next((at for at, value in moments[number + 1 :] if value != found), None)
                return 0.0 if later is None else self.killed_at - later
        return float("inf")


class Typing:
    """A process of the program with a typist in it, and what it says."""

    def __init__(self, place: str, folder: Path, login: str, recall: Kill | None, scene: str, seed: int) -> None:
        given = {
            "place": place,
            "settings": str(folder / "settings.json"),
            "login": login,
            "seed": seed,
            "type": scene,
            "password": demo.PASSWORD,
        }
        given["recall"] = recall.scene if recall else ""
        own = {name: value for name, value in os.environ.items() if not name.startswith(("JOBBPUNKT_", "XDG_"))}
        home = {**own, "HOME": str(folder), "USERPROFILE": str(folder), "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "tests.soak.typist", json.dumps(given)]
        self._process = subprocess.Popen(command, cwd=ROOT, env=home, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # One that hangs is ended too, and then tells nothing.
        self._watch = threading.Timer(STARTED, self._process.kill)
        self._watch.start()

    def said(self) -> Iterator[dict[str, Any]]:
        """Yield what it says until it ends."""
        out: IO[bytes] | None = self._process.stdout
        assert out is not None
        for line in out:
            if line.endswith(b"\n"):
                yield json.loads(line)

    def kill(self) -> float:
        """End it as the system does, and return when."""
        now = time.monotonic()
        self._process.kill()
        return now

    def complaint(self) -> str:
        """Wait until it is gone, and return what it wrote besides."""
        _, said = self._process.communicate()
        self._watch.cancel()
        return said.decode(errors="replace").strip()


def run(
    template: Template, folder: Path, scenes: Sequence[str], rng: Random, *, shortest: float = SHORTEST, longest: float = LONGEST
) -> Iterator[Kill]:
    """Kill once in each scene, in order; each process looks after the one before it and is then killed itself."""
    folder.mkdir(parents=True, exist_ok=True)
    place = copy_file(template, folder / "demo.jobbpunkt")

    def sit(recall: Kill | None, scene: str) -> Kill:
        return _sit(place, folder, recall, scene, rng, rng.uniform(shortest, longest))

    before: Kill | None = None
    for scene in [*scenes, ""]:
        login = SCENES[scene].login if scene else ""
        if before is not None and (not scene or SCENES[before.scene].login != login):
            sit(before, "")
            yield before
            before = None
        if scene:
            now = sit(before, scene)
            if before is not None:
                yield before
            before = now


def _sit(place: str, folder: Path, before: Kill | None, scene: str, rng: Random, after: float) -> Kill:
    """Start a process that recalls the kill before and types in a scene until it is killed itself."""
    now = Kill(scene)
    login = SCENES[scene or (before.scene if before else "")].login
    typing = Typing(place, folder, login, before, scene, rng.randrange(10**6))
    killer: threading.Timer | None = None
    for said in typing.said():
        if "recalled" in said and before is not None:
            before.recalled = said["recalled"]
        if "begun" in said:
            now.begun = said["begun"]
            now.faults += [f"nothing is kept of the field {name}" for name in said["missing"]]
        if "at" in said:
            now.states.append((said["at"], said["key"], said["holds"]))
            if killer is None:
                killer = threading.Timer(after, lambda: setattr(now, "killed_at", typing.kill()))
                killer.start()
        now.faults += said.get("faults", ())
    if killer is not None:
        killer.join()
    told = typing.complaint()
    if now.killed_at == 0.0 and (scene or told):
        now.faults.append(f"it ended by itself: {told}")
    if not scene and before is not None:
        before.faults += now.faults
    return now


def faults_of(kill: Kill, may_be_lost: float = MAY_BE_LOST) -> list[str]:
    """Return what is wrong with a kill: words that are gone for too long, fields that hold what nobody typed."""
    lost = [f"{key}: {loss * 1000:.0f} ms are missing" for key, loss in kill.losses().items() if loss > may_be_lost]
    odd = [f"{key}: holds {(kill.recalled or {}).get(key)!r}, which nobody typed" for key in kill.strangers()]
    none = [] if kill.keys else ["nothing could be typed"]
    return [f"{kill.scene}: {fault}" for fault in (*kill.faults, *lost, *odd, *none)]


def chosen(kills: int, rng: Random) -> list[str]:
    """Return in which forms to type, in random order: each of them before any of them twice."""
    names: list[str] = []
    while len(names) < kills:
        again = list(SCENES)
        rng.shuffle(again)
        names += again
    # Those of one user together, so that one process can look after another.
    return sorted(names[:kills], key=lambda name: SCENES[name].login)


def told(kills: Sequence[Kill]) -> str:
    """Return what was done, and the longest time of typing that was missing afterwards."""
    worst = max(kills, key=lambda kill: max(kill.losses().values(), default=0.0))
    longest = max(worst.losses().values(), default=0.0) * 1000
    keys, forms = sum(kill.keys for kill in kills), len({kill.scene for kill in kills})
    return f"{len(kills)} kills in {forms} forms, {keys} keys typed; missing at most {longest:.0f} ms ({worst.scene})"


def line_of(kill: Kill) -> str:
    """Return one line for the one who watches, and one more for each fault."""
    missing, wrong = max(kill.losses().values(), default=0.0) * 1000, faults_of(kill)
    said = f"{kill.scene:34} {kill.keys:3} keys, missing {missing:4.0f} ms  {'FAULT' if wrong else 'ok'}"
    return "\n".join((said, *(f"  {fault}" for fault in wrong)))
