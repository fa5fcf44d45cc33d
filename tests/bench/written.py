"""What was measured, written into the documents: between two comments, so that what stands there is what was printed."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.entry import Result
from tests.bench.table import GROWN, grown, printed, table_of
from tests.rules.tree import ROOT

SPEED, README = ROOT / "docs" / "speed.md", ROOT / "README.md"
GROWTH, WHOLE = "growth", "measured"


def from_json(listed: Sequence[dict[str, Any]]) -> list[Result]:
    """Return the results that `out/bench.json` has."""
    fields = ("name", "people", "ours_ms", "floor", "floor_ms", "bound")
    return [Result(**{field: one[field] for field in fields}) for one in listed]


def write(kept: Path, only: str = "") -> None:
    """Put the tables of a run into the documents; with `only`, its rows with that in their names, and the others stay."""
    results = [one for one in from_json(json.loads(kept.read_text(encoding="utf-8"))) if only in one.name]
    stood = between(SPEED.read_text(encoding="utf-8"), WHOLE) if only else ""
    table = merged(stood, printed(results))
    _replace(SPEED, WHOLE, table)
    for document in (SPEED, README):
        _replace(document, GROWTH, grown(from_table(table)))


def merged(stood: str, fresh: str) -> str:
    """Return a table with the rows that stood there and the fresh ones in their places, or after those of as many people."""
    rows = {tuple(row[:2]): row for row in (*cells(stood), *cells(fresh))}
    return table_of(sorted(rows.values(), key=lambda row: (int(row[0]), row[1].endswith(GROWN))))


def from_table(table: str) -> list[Result]:
    """Return the results that a table has, as far as it tells them."""
    return [Result(row[1], int(row[0]), float(row[2]), row[3], float(row[4]), float(row[6])) for row in cells(table)]


def cells(table: str) -> list[list[str]]:
    """Return the rows of a table, without its head."""
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]


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
