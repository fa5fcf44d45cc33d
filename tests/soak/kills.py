"""Killed in the middle of a word: what stood in the fields and when, what was found again, and what is missing.

At most the last second may be missing; what is there stands in its field, as it stood at one moment, and nothing else does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from random import Random
from typing import Any

from tests.soak.drafted import SCENES

MAY_BE_LOST = 1.0


@dataclass(frozen=True, slots=True)
class Press:
    """One key: when it was pressed and in which field, what stood everywhere afterwards, and `queued` as in `Missing`."""

    at: float
    key: str
    holds: dict[str, Any]
    queued: float = 0.0


@dataclass(frozen=True, slots=True, order=True)
class Missing:
    """How many seconds of typing are gone, and for how many of them the program wanted to run and the machine did not let it.

    The second is the system's own count of the time that the two threads of the way to the disk stood in line for a processor;
    waiting for the disk is not in it. Where the system does not count it, it is 0.
    """

    seconds: float
    queued: float = 0.0

    @property
    def own(self) -> float:
        """Return for how long the program itself was behind."""
        return self.seconds - self.queued


@dataclass(slots=True)
class Kill:
    """One process that was ended while somebody typed: what stood in the fields when, and what was found again."""

    scene: str
    begun: dict[str, Any] = field(default_factory=dict)
    presses: list[Press] = field(default_factory=list)
    killed_at: float = 0.0
    queued: float = 0.0
    recalled: dict[str, Any] | None = None
    faults: list[str] = field(default_factory=list)

    @property
    def keys(self) -> int:
        """How many keys were pressed."""
        return len(self.presses)

    def losses(self) -> dict[str, Missing]:
        """Return by field how much is missing of what was typed there; infinite for a text that never stood there."""
        if self.recalled is None:
            return {"everything": Missing(inf)}
        return {key: self._loss(key, self.recalled.get(key)) for key in sorted({press.key for press in self.presses})}

    def worst(self) -> Missing:
        """Return the most that is missing in any field."""
        return max(self.losses().values(), default=Missing(0.0))

    def strangers(self) -> list[str]:
        """Return the fields in which nobody typed and that hold something they never held."""
        typed = {press.key for press in self.presses}
        found = self.recalled or {}
        return [key for key in found if key not in typed and key in self.begun and found[key] not in self._held(key)]

    def _held(self, key: str) -> list[Any]:
        return [self.begun[key], *(press.holds[key] for press in self.presses if key in press.holds)]

    def _loss(self, key: str, found: Any) -> Missing:
        moments = [Press(0.0, key, self.begun), *self.presses]
        for number in range(len(moments) - 1, -1, -1):
            if moments[number].holds.get(key) == found:
                # All that came after it is missing, the first of it for the longest time.
                later = next((press for press in moments[number + 1 :] if press.holds.get(key) != found), None)
                return Missing(0.0) if later is None else self._since(later)
        return Missing(inf)

    def _since(self, press: Press) -> Missing:
        return Missing(self.killed_at - press.at, max(0.0, self.queued - press.queued))


def faults_of(kill: Kill, may_be_lost: float = MAY_BE_LOST) -> list[str]:
    """Return what is wrong with a kill: words that are gone for too long, fields that hold what nobody typed."""
    lost = [f"{key}: {_said(loss)}" for key, loss in kill.losses().items() if loss.own > may_be_lost]
    odd = [f"{key}: holds {(kill.recalled or {}).get(key)!r}, which nobody typed" for key in kill.strangers()]
    none = [] if kill.keys else ["nothing could be typed"]
    return [f"{kill.scene}: {fault}" for fault in (*kill.faults, *lost, *odd, *none)]


def chosen(kills: int, rng: Random, scenes: Sequence[str] = tuple(SCENES)) -> list[str]:
    """Return in which forms to type, in random order: each of them before any of them twice."""
    names: list[str] = []
    while len(names) < kills:
        again = list(scenes)
        rng.shuffle(again)
        names += again
    # Those of one user together, so that one process can look after another.
    return sorted(names[:kills], key=lambda name: SCENES[name].login)


def told(kills: Sequence[Kill]) -> str:
    """Return what was done, and the longest time of typing that was missing afterwards."""
    keys, forms = sum(kill.keys for kill in kills), len({kill.scene for kill in kills})
    worst = max(kills, key=Kill.worst)
    late = sum(kill.worst().seconds > MAY_BE_LOST for kill in kills)
    lines = [f"{len(kills)} kills in {forms} forms, {keys} keys typed; at most {_said(worst.worst())} ({worst.scene})"]
    lines += [f"{late} of them lost more than a second on the clock"] if late else []
    return "\n".join(lines)


def line_of(kill: Kill) -> str:
    """Return one line for the one who watches, and one more for each fault."""
    wrong = faults_of(kill)
    said = f"{kill.scene:34} {kill.keys:3} keys, {_said(kill.worst())}  {'FAULT' if wrong else 'ok'}"
    return "\n".join((said, *(f"  {fault}" for fault in wrong)))


def _said(missing: Missing) -> str:
    queued = f", {missing.queued * 1000:.0f} of them in line for a processor" if missing.queued >= MOMENT else ""
    return f"{missing.seconds * 1000:.0f} ms are missing{queued}"


MOMENT = 0.01
