"""What was measured, written into the documents: between two comments, so that what stands there is what was printed."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.entry import Result
from tests.bench.table import grown, printed
from tests.rules.tree import ROOT

SPEED, README = ROOT / "docs" / "speed.md", ROOT / "README.md"
GROWTH, WHOLE = "growth", "measured"


def from_json(listed: Sequence[dict[str, Any]]) -> list[Result]:
    """Return the results that `out/bench.json` has."""
    fields = ("name", "people", "ours_ms", "floor", "floor_ms", "bound")
    return [Result(**{field: one[field] for field in fields}) for one in listed]


def write(kept: Path) -> None:
    """Put the tables of a run into the documents."""
    results = from_json(json.loads(kept.read_text(encoding="utf-8")))
    _replace(SPEED, WHOLE, printed(results))
    for document in (SPEED, README):
        _replace(document, GROWTH, grown(results))


def between(text: str, name: str) -> str:
    """Return what stands between the two comments of that name."""
    found = _marked(name).search(text)
    if found is None:
        raise ValueError(name)
    return found[2].strip()


def _replace(document: Path, name: str, table: str) -> None:
    text = document.read_text(encoding="utf-8")
    document.write_text(_marked(name).sub(lambda found: f"{found[1]}\n{table}\n{found[3]}", text), encoding="utf-8")


def _marked(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- bench: {name} -->)\n(.*?)(<!-- end -->)", re.DOTALL)
