"""No command tells whoever may not see health of a health plan: in words, in files or in their names.

Every command that reads is run, with the plan's id and its person's, at a register with a planted plan and at its twin without.
"""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from jobbpunkt.register.index import fold
from tests.cli.conftest import Command, commands
from tests.exported import PASSWORD, opened
from tests.permissions.desk import Desk, one
from tests.permissions.planted import WORD
from tests.permissions.told import alike, of_bytes
from tests.permissions.twins import MORE, Twins, keys, twins
from tests.registers import Template, copy_file

# What makes, moves or brings in something, or tells of the register as a whole (tests/permissions/test_planted.py).
NOT_ASKED = frozenset(
    {
        *("demo", "init", "check", "migrate", "backup", "restore", "import people", "import cv"),
        *("recover", "new-recovery-key", "password", "rotate", "server prepare"),
    }
)

OFTEN = frozenset({"register", "out", "id", "person", "year"})


@pytest.fixture(scope="module")
def both(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twins]:
    """The register with the planted plan, and its twin."""
    folders = [tmp_path_factory.mktemp(name) for name in ("with", "without")]
    places = [copy_file(sqlite_template, folder / "register.opening.jobbpunkt") for folder in folders]
    with twins(places, folders) as made:
        yield made


def _given(command: Any, made: Desk, record: UUID, out: Path) -> list[object]:
    """Return what a command is called with: all that it cannot do without, and what a file needs."""
    known: dict[str, object] = {
        "register": made.registers["C"].location.text,
        "out": out,
        "id": record,
        "person": record,
        "year": 2020,
        "campaign": one("campaign"),
        "from": "2020-01-01",
        "to": "2020-12-31",
        "why": "Leverans",
        "day": "2020-03-02",
    }
    found: list[object] = []
    for option in command.params:
        long = next((text for text in option.opts if text.startswith("--")), option.opts[0])
        name = long.lstrip("-")
        if name in known and (name in OFTEN or option.required):
            found += [long, known[name]]
    return found


@pytest.mark.parametrize("who", MORE)
def test_no_command_tells_of_a_health_plan(
    both: Twins, command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, who: str
) -> None:
    traces = []
    for name, found in commands().items():
        if name in NOT_ASKED:
            continue
        for record in ("plan", "person"):
            said = [_run(command, monkeypatch, made, who, name, found, record, tmp_path / made.folder.name) for made in both]
            if WORD in fold(said[0]) or any(key in said[0] for key in keys(both[0]) - {str(both[0].made["health_plan"])}):
                traces.append(f"{name} of the {record}")
            first, second = (alike(text).split("\n") for text in said)
            traces += [f"{name} of the {record}: {line}" for line in unified_diff(first, second, n=0)]
    assert traces == []


def _run(
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    made: Desk,
    who: str,
    name: str,
    found: Any,
    record: str,
    folder: Path,
) -> str:
    out = folder / f"{name} {record}"
    out.mkdir(parents=True)
    monkeypatch.setenv("JOBBPUNKT_USER", made.registers[who].user.login)
    wanted = made.made["health_plan"] if record == "plan" else one("person")
    target = out / ("all" if name in {"print plans", "print sessions"} else "one.zip" if "everything" in name else "one.pdf")
    answer = command(*name.split(), *_given(found, made, wanted, target))
    if (password := PASSWORD.search(answer.out)) and target.exists():
        return f"{answer.code}\n{answer.err}\n" + "\n".join(
            f"{name}\n{of_bytes(one)}" for name, one in opened(target, password[0]).items()
        )
    files = [f"{file.relative_to(out)}\n{of_bytes(file.read_bytes())}" for file in sorted(out.rglob("*")) if file.is_file()]
    said = "\n".join((str(answer.code), answer.out, answer.err, *files))
    return said.replace(str(folder), "").replace(made.registers[who].location.text, "")
