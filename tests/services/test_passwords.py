"""Passwords: a careful estimate of their strength, and changing one's own."""

import pytest

from jobbpunkt.errors import InvalidInput, UserError
from jobbpunkt.passwords import Strength, change_own, strength
from jobbpunkt.register import Credentials, Register
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
