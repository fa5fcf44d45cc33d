"""Counting without a network on the command line: a field file is made, counted in, and brought home with its sentences."""

from datetime import date
from pathlib import Path

import pytest

from jobbpunkt import campaigns
from jobbpunkt.base.clock import Clock, fixed, instant
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.register.opening import Credentials, Register
from tests.cli.conftest import Command, refused
from tests.registers import FOUNDER, opened

PASSWORD = "mulen morgon torg kaffe"


@pytest.fixture
def made(place: str, clock: Clock, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a field file in which one was counted."""
    monkeypatch.setenv("JOBBPUNKT_FIELD_PASSWORD", PASSWORD)
    with opened(place, clock) as register, register.writing() as uow:
        frame = CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 7, 5))
        campaigns.create(uow, frame, measures=cv_box_measures())
    where = tmp_path / "dator.jobbpunkt"
    answer = command("field", "make", "--campaign", "cv-boxen", "--out", where, "--name", "Entrance", "--register", place)
    assert (answer.code, answer.err) == (0, "")
    assert "has been made" in answer.out
    field = Register.open(str(where), Credentials(FOUNDER.login, PASSWORD), fixed(instant(date(2020, 6, 9))))
    with field.writing() as uow:
        campaigns.count(uow, campaigns.get(uow, campaigns.find(uow, "CV-boxen")).measures[0].id)
    field.close()
    return where


def test_it_comes_home_once(place: str, made: Path, command: Command) -> None:
    told = [command("field", "home", made, "--register", place).out.splitlines() for _ in range(2)]
    clock = "1 was counted while the clock of that computer was wrong: look at its day and week, and correct it."
    assert told == [["1 new entry from Entrance.", clock], ["0 new entries from Entrance.", "1 was here already."]]


def test_a_wrong_password_is_one_sentence(place: str, made: Path, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOBBPUNKT_FIELD_PASSWORD", "fel losenord helt")
    assert "password" in refused(command("field", "home", made, "--register", place))
