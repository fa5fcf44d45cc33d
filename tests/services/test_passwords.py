"""Passwords: a careful estimate of their strength, and changing one's own."""

import pytest

from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.register.accounts import reset_password
from jobbpunkt.register.founding import Founder
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.register.passwords import change_own
from jobbpunkt.register.strength import Strength, strength
from tests.registers import PASSWORD, SIGN_IN

NEW = "en helt annan mening 2020"


@pytest.mark.parametrize(
    ("password", "grade"),
    [
        ("", Strength.TOO_SHORT),
        ("kort", Strength.TOO_SHORT),
        ("lösenord123", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("1234567890123", Strength.WEAK),
        ("abcabcabcabcabcabc", Strength.WEAK),
        ("Sommar2020!", Strength.WEAK),
        ("korrekt häst batteri häftstift", Strength.STRONG),
        ("grå katt på cykel", Strength.GOOD),
    ],
)
def test_what_is_easy_to_guess_is_weak(password: str, grade: Strength) -> None:
    assert strength(password) <= grade if grade <= Strength.WEAK else strength(password) >= grade


def test_longer_is_never_weaker() -> None:
    grades = [strength("grå katt på cykel i regn"[:length]) for length in range(10, 24)]
    assert grades == sorted(grades)


def test_the_new_password_opens_and_the_old_one_does_not(register: Register) -> None:
    place = register.location.text
    change_own(register, PASSWORD, NEW)
    register.close()
    with pytest.raises(UserError):
        Register.open(place, SIGN_IN)
    again = Register.open(place, Credentials(SIGN_IN.login, NEW))
    assert again.user.holds_health
    again.close()


def test_the_old_password_must_be_right(register: Register) -> None:
    with pytest.raises(InvalidInput) as refused:
        change_own(register, "något annat", NEW)
    assert refused.value.field == "old"
    Register.open(register.location.text, SIGN_IN).close()


def test_a_short_new_password_is_refused(register: Register) -> None:
    with pytest.raises(InvalidInput) as refused:
        change_own(register, PASSWORD, "kort")
    assert refused.value.field == "new"
    Register.open(register.location.text, SIGN_IN).close()


@pytest.mark.parametrize("weak", ["password12", " " * 10, "lösenord123", "qwertyuiop12", "aaaaaaaaaaaaaaaa"])
def test_a_weak_password_is_refused_wherever_one_is_chosen(register: Register, weak: str) -> None:
    assert strength(weak) < Strength.FAIR
    with pytest.raises(InvalidInput) as refused:
        change_own(register, PASSWORD, weak)
    assert refused.value.field == "new"
    assert "four words" in refused.value.sentence
    with pytest.raises(InvalidInput), register.writing() as uow:
        reset_password(uow, register.user.id, weak)
    with pytest.raises(InvalidInput):
        Register.create("unused.jobbpunkt", Founder("anna", "Anna", weak))
