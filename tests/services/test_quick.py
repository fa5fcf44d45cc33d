"""The short code: three tries, one day, one program, and nothing of it in any file."""

import pickle
from datetime import date, timedelta

import pytest

from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.register.opening import Register
from jobbpunkt.register.passwords import demand_own
from jobbpunkt.register.quick import TRIES, QuickUnlock
from tests.registers import PASSWORD

DAY = date(2020, 6, 15)
CODE = "k7m2"


def test_the_code_gives_the_password_as_often_as_one_locks() -> None:
    quick = QuickUnlock(CODE, PASSWORD, DAY)
    for _ in range(TRIES + 1):
        assert quick.password(f" {CODE} ", DAY) == PASSWORD


def test_three_wrong_codes_and_it_is_gone() -> None:
    quick = QuickUnlock(CODE, PASSWORD, DAY)
    for _ in range(TRIES):
        assert quick.is_ready(DAY)
        with pytest.raises(UserError):
            quick.password("9999", DAY)
    assert not quick.is_ready(DAY)
    with pytest.raises(UserError):
        quick.password(CODE, DAY)


def test_a_right_code_gives_the_tries_back() -> None:
    quick = QuickUnlock(CODE, PASSWORD, DAY)
    for _ in range(3):
        for _ in range(TRIES - 1):
            with pytest.raises(UserError):
                quick.password("9999", DAY)
        assert quick.password(CODE, DAY) == PASSWORD


def test_at_midnight_it_is_gone_for_good() -> None:
    quick = QuickUnlock(CODE, PASSWORD, DAY)
    assert not quick.is_ready(DAY + timedelta(days=1))
    assert not quick.is_ready(DAY)


@pytest.mark.parametrize("code", ["", "123", "123456789", "kod!", "1111", "1234", "4321", "abcd", "12 34"])
def test_a_code_that_anybody_tries_first_is_refused(code: str) -> None:
    with pytest.raises(InvalidInput):
        QuickUnlock(code, PASSWORD, DAY)


def test_what_is_held_tells_neither_password_nor_code_and_another_program_opens_it_with_neither() -> None:
    """The attack: all that is held but the program's own chance is copied, and every code tried."""
    quick = QuickUnlock("4711", PASSWORD, DAY)
    held = pickle.dumps({name: value for name, value in vars(quick).items() if name != "_own"})
    assert PASSWORD.encode() not in held
    assert b"4711" not in held
    copied = QuickUnlock("8520", "another", DAY)
    for name in ("_salt", "_nonce", "_sealed"):
        setattr(copied, name, getattr(quick, name))
    with pytest.raises(UserError):
        copied.password("4711", DAY)


def test_a_code_is_chosen_with_ones_own_password_only(register: Register) -> None:
    demand_own(register, PASSWORD)
    with pytest.raises(InvalidInput) as refused:
        demand_own(register, "fel lösenord här")
    assert refused.value.field == "password"
