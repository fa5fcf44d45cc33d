"""What docs/commands.md promises is what the program has: every command, every option, every key of a report, and no other."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jobbpunkt.base.words import Words
from jobbpunkt.cli import program
from jobbpunkt.measures.catalogue import CATALOGUE

CONTRACT = (Path(__file__).parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, set[str]]]:
    """Yield each command that does something, with its options as one types them in full."""
    subs = getattr(command, "commands", None)
    if subs:
        for name, sub in subs.items():
            yield from commands(sub, (*path, name))
    else:
        options = (parameter.opts for parameter in command.params if parameter.param_type_name == "option")
        yield " ".join(path), {max(names, key=len) for names in options}


def promised(columns: int) -> dict[str, list[str]]:
    """Return what stands in code in each column of the lines of the tables with so many columns, by the first."""
    lines = [line.strip("| ").split(" | ") for line in CONTRACT.splitlines() if line.startswith("| `")]
    return {row[0].strip("`"): row[1:] for row in lines if len(row) == columns}


def test_every_command_and_option_stands_in_the_contract_and_no_other() -> None:
    told = {name: set(re.findall("`(--[a-z-]+)`", row[0])) for name, row in promised(3).items()}
    assert told == dict(commands(program._program(Words("en"))))


def test_every_key_of_a_report_stands_in_the_contract_in_its_order() -> None:
    told = {name: re.findall("`([a-z0-9_]+)`", row[0]) for name, row in promised(2).items()}
    reports = ("annual", "caseload", "programme", "key-figures", "kolada", "board")
    assert told == {name: [one.key for one in CATALOGUE if name in one.reports] for name in reports}
