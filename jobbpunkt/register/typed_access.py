"""What people type to get in: user names and passwords, checked and spelled in one way."""

import unicodedata

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.register.strength import Strength, strength

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 1000


def tidy_login(login: str) -> str:
    """Return a user name as it is stored: without case, blanks around it, or two ways to write one letter."""
    return unicodedata.normalize("NFC", login).strip().casefold()


def check_login(login: str) -> None:
    """Refuse a user name that could be mistaken or that cannot be typed on a command line."""
    tidy = tidy_login(login)
    if not 1 <= len(tidy) <= 60 or not all(sign.isalnum() or sign in "._-" for sign in tidy):
        raise InvalidInput("A user name has 1 to 60 letters, digits, dots or hyphens. Choose another.", field="login")


def check_password(password: str) -> None:
    """Refuse a password that is too short, or too easy to guess, to protect what is in the register."""
    if len(password) < SHORTEST_PASSWORD:
        raise InvalidInput(
            "The password must have at least 10 characters. A sentence of four words is easy to remember.", field="password"
        )
    if len(password) > LONGEST_PASSWORD:
        raise InvalidInput("The password must have at most 1000 characters. Choose a shorter one.", field="password")
    if strength(password) < Strength.FAIR:
        raise InvalidInput(
            "This password is easy to guess. Choose a sentence of four words that do not belong together.", field="password"
        )
