"""Do every fault as often as the table says and write what was seen into docs/trust.md: `python -m tests.trust [KEY ...]`."""

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime

from tests.rules.tree import ROOT
from tests.thrift import thrift
from tests.trust.row import Row


def main(arguments: Sequence[str]) -> int:
    """Run the rows that are named, or all; 1 when something did not hold."""
    # Only here: the processes that the rows begin load this module once more.
    from tests.trust.table import ROWS
    from tests.trust.written import write

    parser = argparse.ArgumentParser(prog="make trust", description="The long proofs behind docs/trust.md.")
    parser.add_argument("rows", nargs="*", help=f"which: {', '.join(row.key for row in ROWS)}; all unless said")
    parser.add_argument("--part", type=float, default=1.0, help="do each fault this part of its number, to try the table itself")
    parser.add_argument("--write", action="store_true", help="put what was seen into docs/trust.md")
    chosen = parser.parse_args(arguments)
    unknown = set(chosen.rows) - {row.key for row in ROWS}
    if unknown:
        parser.error(f"no such row: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    seen: dict[str, str] = {}
    failed = False
    for row in ROWS:
        if chosen.rows and row.key not in chosen.rows:
            continue
        said, held = _run(row, max(1, round(row.full * chosen.part)))
        failed |= not held
        if held:
            seen[row.key] = said
        if held and chosen.write and chosen.part == 1:
            write(ROOT / "docs" / "trust.md", {row.key: f"{said} ({datetime.now(UTC):%Y-%m-%d})"})
    return int(failed)


def _run(row: Row, count: int) -> tuple[str, bool]:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as state, thrift():
        os.environ["XDG_STATE_HOME"] = state  # what a register leaves on a computer is not left on this one
        try:
            said, held = row.run(count), True
        except Exception as error:  # noqa: BLE001 - whatever went wrong, it did not hold
            traceback.print_exc()
            said, held = f"DID NOT HOLD: {error}", False
    sys.stderr.write(f"{row.key}: {said} ({time.monotonic() - began:.0f} s)\n")
    return said, held


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
