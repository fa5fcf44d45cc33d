"""The registers that the tests stand on: real, separate, and quick to get."""

import logging
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from jobbpunkt.clock import Clock
from jobbpunkt.register import Credentials, Founder, Register
from models.account import User
from models.vocabulary import Role
from tests.registers import FOUNDER, PASSWORD, SIGN_IN, Template
from tests.rules.tree import ROOT


def test_a_test_is_signed_in_as_coach_and_administrator(register: Register, clock: Clock) -> None:
    assert register.user.login == FOUNDER.login
    assert register.user.roles == {Role.ADMINISTRATOR, Role.COACH}
    assert register.clock.now() == clock.now()


def test_what_one_test_writes_stays_in_its_register(place: str, clock: Clock, tmp_path: Path) -> None:
    first = Register.open(place, SIGN_IN, clock)
    with first.writing() as uow:
        uow.get(User, first.user.id).name = "Någon Annan"
    first.close()
    again = Register.open(place, SIGN_IN, clock)
    assert again.user.name == "Någon Annan"
    again.close()


def test_the_template_is_untouched_by_the_tests_before(register: Register) -> None:
    assert register.user.name == FOUNDER.name


def test_a_new_register_fits_into_an_empty_place(empty_place: str, clock: Clock) -> None:
    created = Register.create(empty_place, Founder("ny", "Ny Person", PASSWORD), clock)
    created.register.close()
    Register.open(empty_place, Credentials("ny", PASSWORD), clock).close()


def test_the_copied_file_is_encrypted(sqlite_place: str) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(sqlite_place).execute("SELECT * FROM sqlite_master")


def test_the_recovery_key_of_the_template_opens_its_copies(sqlite_place: str, sqlite_template: Template, clock: Clock) -> None:
    Register.recover(sqlite_place, sqlite_template.recovery_key, "coach", "ett nytt långt lösenord", clock).close()
    Register.open(sqlite_place, Credentials("coach", "ett nytt långt lösenord"), clock).close()


@pytest.mark.logs_warnings
def test_a_warning_may_be_logged_where_it_is_expected() -> None:
    logging.getLogger("jobbpunkt").warning("expected")


def test_an_unexpected_warning_in_the_log_fails_the_test(tmp_path: Path) -> None:
    loud = tmp_path / "test_loud.py"
    loud.write_text("import logging\ndef test_loud():\n    logging.getLogger('x').warning('oops')", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.loud",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        str(loud),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "logged without being expected: ['x: oops']" in done.stdout
