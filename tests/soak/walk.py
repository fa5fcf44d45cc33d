"""The whole walk: every role through every page, record, tab and dialog, in every look; each walk in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.registers import Template, copy_file
from tests.rules.tree import ROOT
from tests.soak.course import LOGINS, home_in

# Light or dark, language, size of the letters in percent, size of the window.
LOOKS = (
    ("light", "sv", "100", "1280x800"),
    ("dark", "sv", "100", "1280x800"),
    ("light", "sv", "200", "1280x800"),
    ("light", "sv", "100", "1024x700"),
    ("light", "en", "100", "1024x700"),
    ("dark", "en", "200", "1280x800"),
)
LONGEST = 1800


def walk_everywhere(template: Template, folder: Path, say: Callable[[str], None]) -> int:
    """Walk in every look as every role, with pictures in the folder; return 1 if anything did not fit or was not understood."""
    faults: list[str] = []
    for look in LOOKS:
        for login in LOGINS:
            found = _walk(template, folder / "-".join((*look, login)), (*look, login))
            say(f"{' '.join(look):26} {login:14} {'ok' if not found else f'{len(found)} FAULTS'}")
            faults += found
    say("\n".join(faults) if faults else "everything fits, and every word is in its language")
    return int(bool(faults))


def _walk(template: Template, place: Path, look: tuple[str, ...]) -> list[str]:
    place.mkdir(parents=True, exist_ok=True)
    copy_file(template, place / "look.jobbpunkt")
    command = [sys.executable, "-m", "tests.look", str(place), *look]
    ended = subprocess.run(
        command, cwd=ROOT, env=home_in(place), timeout=LONGEST, check=False, capture_output=True, encoding="utf-8"
    )
    report = place / "faults.txt"
    if report.exists():
        return [f"{' '.join(look)}: {line}" for line in report.read_text(encoding="utf-8").splitlines()]
    return [f"{' '.join(look)}: ended with {ended.returncode}: {ended.stderr[-2000:]}"]
