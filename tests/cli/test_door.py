"""The door: help, version, variables, completion, and a register in the place of a command."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jobbpunkt import __version__
from jobbpunkt.base.words import Words
from jobbpunkt.cli import program
from tests.cli.conftest import Command, in_a_process
from tests.rules.tree import ROOT, is_product, read_sources


def test_the_help_is_swedish_throughout(command: Command) -> None:
    names = {"--help", "--language", "--version"}
    for words in _commands():
        swedish, english = (set(command(*words, "--help", "--language", language).out.splitlines()) for language in ("sv", "en"))
        same = {line.strip() for line in swedish & english if line.strip()}
        assert {line for line in same if not line.startswith(("--", "-"))} <= names | {""}, words
        assert not re.findall(r"\b(TEXT|PATH|FILE|NAME|INTEGER|UUID|OPTIONS|ARGS|COMMAND)\b", "\n".join(swedish)), words


def _commands(group: Any = None, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words that lead to each command and group of commands."""
    yield path
    for name, sub in getattr(group or program._program(Words("sv")), "commands", {}).items():
        yield from _commands(sub, (*path, name))


def test_every_variable_stands_in_the_help_and_in_the_readme(command: Command) -> None:
    named = {
        name for source in read_sources() if is_product(source) for name in re.findall(r"\bJOBBPUNKT_[A-Z_]+\b", source.text)
    }
    told = command("--help", "--language", "sv").out
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert named
    assert [name for name in sorted(named) if name not in told or f"`{name}`" not in readme] == []


def test_the_shell_is_helped_to_finish_a_word() -> None:
    asked = {"_JOBBPUNKT_COMPLETE": "complete_bash", "COMP_WORDS": "jobbpunkt rep", "COMP_CWORD": "1"}
    assert in_a_process(**asked).stdout.split() == ["report"]


def test_a_register_in_place_of_a_command_opens_the_window_there(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBBPUNKT_USER", "coach")
    opened_at: list[str] = []

    def window(*at: str) -> int:
        opened_at.extend(at)
        return 0

    assert program.run([place], window) == 0
    assert opened_at == [place, "coach"]
    for wrong in (tmp_path / "none.jobbpunkt", tmp_path):
        assert program.run([str(wrong)], lambda *_: 0) == 1


def test_the_version_is_told() -> None:
    done = in_a_process("--version")
    assert (done.returncode, done.stdout) == (0, f"jobbpunkt {__version__}\n")
