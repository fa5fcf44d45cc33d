"""How hard a password is to guess: the one measure of the meter that is shown and of what is refused."""

import math
import string
from enum import IntEnum
from functools import cache
from itertools import pairwise

import resources

SHORTEST = 10
CLASSES = (string.ascii_lowercase, string.ascii_uppercase, string.digits)


class Strength(IntEnum):
    """How a password would stand against somebody who holds the register file and has time."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


def strength(password: str) -> Strength:
    """Return a careful estimate: length counts, repetition, sequences and common words do not."""
    if len(password) < SHORTEST:
        return Strength.TOO_SHORT
    bits = len(_unpredictable(password)) * math.log2(_alphabet(password))
    steps = ((45, Strength.WEAK), (60, Strength.FAIR), (80, Strength.GOOD))
    return next((grade for below, grade in steps if bits < below), Strength.STRONG)


def _unpredictable(password: str) -> str:
    """Return the signs that do not follow from those before them."""
    plain = password.casefold()
    for word in _common():
        plain = plain.replace(word, word[0])
    kept = plain[:1]
    for before, sign in pairwise(plain):
        if ord(sign) - ord(before) not in (-1, 0, 1):
            kept += sign
    # Whoever repeats a few signs over and over has only those few.
    return kept if len(set(kept)) * 3 >= len(kept) else "".join(sorted(set(kept)))


@cache
def _common() -> tuple[str, ...]:
    """Return what people choose first, in Sweden and elsewhere, longest first."""
    listed = resources.path("common_passwords.txt").read_text(encoding="utf-8").split()
    return tuple(sorted(listed, key=len, reverse=True))


def _alphabet(password: str) -> int:
    used = sum(len(signs) for signs in CLASSES if any(sign in signs for sign in password))
    others = any(all(sign not in signs for signs in CLASSES) for sign in password)
    return max(2, used + (20 if others else 0))
