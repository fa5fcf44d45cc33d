"""The registers that the tests stand on: real, separate, and quick to get."""

import logging
import sqlite3
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from sqlalchemy import select

from jobbpunkt.base.clock import Clock
from jobbpunkt.register import keys
from jobbpunkt.register.founding import Founder
from jobbpunkt.register.opening import Credentials, Register
from models.account import User
from models.types import opens_with
from models.vocabulary import Role
from tests.registers import FOUNDER, PASSWORD, SIGN_IN, Template, opened
from tests.rules.tree import ROOT
from tests.thrift import remembering, statements_of


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
    Register.recover(sqlite_place, sqlite_template.recovery_key, "coach", "ett nytt långt lösenord", clock).register.close()
    Register.open(sqlite_place, Credentials("coach", "ett nytt långt lösenord"), clock).close()


def test_a_remembered_key_is_the_one_that_is_derived() -> None:
    worked: list[str] = []

    def derived(password: str, salt: bytes, cost: keys.KdfCost | None) -> bytes:
        worked.append(password)
        return password.encode() + salt

    derive = remembering(derived)
    given = [("a", b"1"), ("a", b"2"), ("b", b"1"), ("a", b"1"), ("", b"1"), ("", b"1")]
    assert [derive(password, salt, keys.CHEAPEST) for password, salt in given] == [b"a1", b"a2", b"b1", b"a1", b"1", b"1"]
    assert worked == ["a", "a", "b", "", ""], "remembered; but what is measured is worked out each time"


def test_registers_share_compiled_statements_and_nothing_else(sqlite_place: str, postgres_place: str, clock: Clock) -> None:
    for place in (sqlite_place, postgres_place, sqlite_place):
        with opened(place, clock) as register, register.reading() as uow:
            asked = select(User.name).where(User.login == FOUNDER.login).limit(1)
            assert str(asked.compile(uow.session.get_bind())).count("%(") == 2 * place.startswith("postgresql")
            assert uow.session.scalars(asked).all() == [FOUNDER.name]


def test_the_memory_of_statements_can_let_go_of_what_was_asked_before_somebody_signed_in(register: Register) -> None:
    """Its keys hold the dialect: one whose hash changed would never be found again, and the memory never be small enough."""
    dialect = register.engine.dialect
    opener, signed_in = dialect.opener, hash(dialect)  # type: ignore[attr-defined]  # `opens_with` put it there
    memory = statements_of(register.engine)
    opens_with(dialect, None)  # type: ignore[arg-type]  # as before anybody has
    before, other = hash(dialect), statements_of(register.engine)
    opens_with(dialect, opener)
    assert before == signed_in
    assert statements_of(register.engine) is memory
    assert other is not memory, "what is opened for whoever is signed in is remembered apart"


def test_a_test_that_hangs_fails_and_the_others_go_on(tmp_path: Path) -> None:
    hangs = tmp_path / "test_hangs.py"
    hangs.write_text("import time\ndef test_hangs():\n    time.sleep(600)\n\ndef test_other():\n    pass", encoding="utf-8")
    own = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    exits = f"faulthandler_exit_on_timeout={str(own['faulthandler_exit_on_timeout']).lower()}"
    hurried = [*("-o", "faulthandler_timeout=2"), *("-o", exits), *("-n", "1"), *("-p", "no:cacheprovider")]
    command = [sys.executable, "-m", "pytest", *hurried, "--rootdir", str(tmp_path), str(hangs)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 failed, 1 passed" in done.stdout
    assert "in test_hangs" in done.stderr
    assert 60 < own["faulthandler_timeout"] <= 900


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
