"""The command line in the test's own process, signed in as the founder; a subprocess where the process itself matters."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jobbpunkt.base.clock import Clock
from jobbpunkt.base.words import Words
from jobbpunkt.cli.program import _program, run
from jobbpunkt.people.details import PersonData, create
from tests.registers import FOUNDER, PASSWORD, opened
from tests.rules.tree import ROOT


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)


Command = Callable[..., Answer]


def no_window(*_: str) -> int:
    raise AssertionError("a command must not open the window")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run a command and return its answer; the language is English unless the test says otherwise."""
    monkeypatch.setenv("JOBBPUNKT_USER", FOUNDER.login)
    monkeypatch.setenv("JOBBPUNKT_PASSWORD", PASSWORD)
    monkeypatch.setenv("JOBBPUNKT_LANGUAGE", "en")

    def running(*args: object) -> Answer:
        capsys.readouterr()
        code = run([str(arg) for arg in args], no_window)
        heard = capsys.readouterr()
        return Answer(code, heard.out, heard.err)

    return running


def commands() -> dict[str, Any]:
    """Return every command by its whole name."""
    return dict(_leaves(_program(Words("en")), ""))


def _leaves(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    if not hasattr(command, "commands"):
        yield name, command
        return
    for own, inner in command.commands.items():
        yield from _leaves(inner, f"{name} {own}".strip())


def in_a_process(*args: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as its own process, without a terminal."""
    known = {name: value for name, value in os.environ.items() if not name.startswith("JOBBPUNKT")}
    known |= {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | environment
    line = [sys.executable, "-m", "jobbpunkt", *map(str, args)]
    return subprocess.run(
        line, capture_output=True, text=True, env=known, stdin=subprocess.DEVNULL, check=False, encoding="utf-8"
    )


def pages_of(path: Path) -> int:
    from pypdf import PdfReader

    return len(PdfReader(path).pages)


def refused(answer: Answer) -> str:
    """Return the one sentence of a refusal."""
    assert answer.code == 1
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    return answer.err.strip()


@pytest.fixture
def person(place: str, clock: Clock) -> str:
    with opened(place, clock) as register, register.writing() as uow:
        return str(create(uow, PersonData(given_name="Åsa", family_name="Öberg")).record)
