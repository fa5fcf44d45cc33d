"""The numbers of `make trust` as they stand in docs/trust.md, between two marks."""

import re
from pathlib import Path

from tests.trust.row import Row
from tests.trust.table import ROWS

BEGIN, END = "<!-- numbers -->", "<!-- end of numbers -->"
NOT_RUN = "not run yet"


def write(page: Path, seen: dict[str, str]) -> None:
    """Put what was seen into the page; a row that was not run keeps what stands there."""
    text = page.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    kept, _, after = rest.partition(END)
    known = {**numbers(kept), **seen}
    page.write_text(f"{before}{BEGIN}\n{table(known)}\n{END}{after}", encoding="utf-8")


def numbers(text: str) -> dict[str, str]:
    """Return what a table says was seen, by row."""
    return {found[1]: found[2] for found in re.finditer(r"^\| .* \| .* \| `([a-z-]+)` \| (.*) \|$", text, re.MULTILINE)}


def table(seen: dict[str, str]) -> str:
    """Return the table as Markdown."""
    head = "| fault | what holds | row | seen |\n|---|---|---|---|"
    return "\n".join([head, *(_line(row, seen.get(row.key, NOT_RUN)) for row in ROWS)])


def _line(row: Row, seen: str) -> str:
    return f"| {row.fault} | {row.holds} | `{row.key}` | {seen} |"
