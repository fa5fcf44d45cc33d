"""Every page and dialog of a coach fits at 200 %: the walk of which docs/looks.md tells, in the look that is hardest."""

import subprocess
import sys
from pathlib import Path

from tests.registers import Template, copy_file
from tests.rules.tree import ROOT
from tests.soak.course import home_in

# A brief walk sees more than this; far fewer would mean that it no longer comes in somewhere.
LEAST_VIEWS = 120
# The walk takes half a minute by itself; among many others on a busy machine it gets a tenth of that.
AT_MOST_S = 900


def test_every_view_of_a_coach_fits_at_200_percent(tmp_path: Path, sqlite_demo_template: Template) -> None:
    """Past what only repeats a view, in a process of its own: it dresses the whole program.

    Each line is a place and what is wrong there. A walk that stands still tells where, as does one that breaks.
    """
    copy_file(sqlite_demo_template, tmp_path / "look.jobbpunkt")
    command = [sys.executable, "-m", "tests.look", str(tmp_path), "light", "sv", "200", "1280x800", "coach", "brief"]
    ended = subprocess.run(
        command, cwd=ROOT, env=home_in(tmp_path), timeout=AT_MOST_S, check=False, capture_output=True, encoding="utf-8"
    )
    report = tmp_path / "faults.txt"
    assert report.exists(), ended.stderr
    assert report.read_text(encoding="utf-8").splitlines() == []
    seen = int(ended.stdout.split()[0])
    assert seen > LEAST_VIEWS, "the walk has lost its way"
