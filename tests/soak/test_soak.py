"""A short sitting: the program survives some seconds of random hands, and what watches it does see a fault."""

import os
from pathlib import Path

import pytest

from tests.registers import Template
from tests.soak.course import Outcome, sit

LEAST = 11


def played(template: Template, folder: Path, login: str, seconds: float) -> Outcome:
    return sit(template, folder / login, login, int.from_bytes(os.urandom(3), "big"), seconds, least=LEAST)


@pytest.mark.parametrize("login", ["coach", "projektledare"])
def test_some_seconds_of_random_hands_end_in_peace(tmp_path: Path, sqlite_demo_template: Template, login: str) -> None:
    outcome = played(sqlite_demo_template, tmp_path, login, 8)
    assert outcome.fault == ""
    assert outcome.deeds >= LEAST, outcome.line


def test_plans_can_be_opened_and_left_again_and_again(tmp_path: Path, sqlite_demo_template: Template) -> None:
    outcome = sit(sqlite_demo_template, tmp_path / "flips", "coach", 7, 300, flips=8)
    assert outcome.fault == ""
    assert outcome.deeds >= 8


@pytest.mark.parametrize(
    ("ill", "told"), [(1, ["killed by SIGSEGV"]), (2, ["QLayout", "LookupError: gone", "LookupError: far", "old", "odd"])]
)
def test_what_goes_wrong_is_seen_and_told(tmp_path: Path, sqlite_demo_template: Template, ill: int, told: list[str]) -> None:
    outcome = sit(sqlite_demo_template, tmp_path / "ill", "coach", ill, 30, module="tests.soak.ill")
    assert [word for word in told if word not in outcome.fault] == []
    assert "the wrong thing" in outcome.fault
