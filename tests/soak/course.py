"""Starts one sitting in a process of its own and reads how it ended: in peace, with faults, or killed by a signal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.registers import Template, copy_file
from tests.rules.tree import ROOT

LOGINS = ("coach", "projektledare", "handledare", "admin")
# A sitting that has not ended this long after its time hangs.
GRACE = 90
LAST_DEEDS = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sitting did, and what was wrong with it; an empty fault is a good end."""

    login: str
    seed: int
    deeds: int
    windows: tuple[str, ...]
    stalls: tuple[tuple[float, str], ...]
    fault: str

    @property
    def line(self) -> str:
        """One line for the one who watches."""
        end = "FAULT" if self.fault else "ok"
        return f"{self.login:14} seed {self.seed:<8} {self.deeds:5} deeds, {len(self.windows):3} windows  {end}"


def sit(
    template: Template,
    folder: Path,
    login: str,
    seed: int,
    seconds: float,
    *,
    flips: int = 0,
    least: int = 0,
    module: str = "tests.soak.sitting",
) -> Outcome:
    """Let hands play with a copy of the demo register for some seconds, and for `least` deeds, as one of its users.

    Where the folder holds a register already, they go on with that.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file, report = folder / "demo.jobbpunkt", folder / "report.json"
    place = str(file) if file.exists() else copy_file(template, file)
    report.unlink(missing_ok=True)
    command = [sys.executable, "-m", module, place, login, str(seed), str(seconds), str(report), "--least", str(least)]
    if flips:
        command += ["--flips", str(flips)]
    try:
        ended = subprocess.run(
            command, cwd=ROOT, env=home_in(folder), timeout=seconds + GRACE, check=False, capture_output=True, text=True
        )
        return _outcome(login, seed, report, ended.returncode, ended.stderr)
    except subprocess.TimeoutExpired:
        return _outcome(login, seed, report, 1, "it did not end: the window's thread hangs")


def home_in(folder: Path) -> dict[str, str]:
    """Return surroundings in which everything that is saved or remembered lands in the folder."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("JOBBPUNKT_", "XDG_"))}
    return {**own, "HOME": str(folder), "USERPROFILE": str(folder), "PYTHONPATH": str(ROOT)}


def _outcome(login: str, seed: int, report: Path, code: int, said: str) -> Outcome:
    told = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
    stalls = tuple((float(waited), str(deed)) for waited, deed in told.get("stalls", ()))
    fault = "" if code == 0 and told else _fault(login, seed, report, code, [*told.get("faults", ()), said])
    return Outcome(login, seed, told.get("deeds", 0), tuple(told.get("windows", ())), stalls, fault)


def _fault(login: str, seed: int, report: Path, code: int, said: list[str]) -> str:
    diary = report.with_suffix(".diary")
    deeds = diary.read_text(encoding="utf-8").splitlines()[-LAST_DEEDS:] if diary.exists() else []
    end = f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    return "\n".join([f"{login}, seed {seed}: {end}", *(text.strip() for text in said if text), "the last deeds:", *deeds])
