"""The code of a paper: six signs that are not mistaken for each other, the last of which tells a slip from another paper's."""

import secrets
from collections.abc import Callable, Sequence

# No vowels, so that no word comes about; no sign that is read or typed as another one of them. As many as a prime number.
SIGNS = "23456789CDFGHJKMNPRTVWX"
_LENGTH, _GROUP = 6, 3
_ALIKE = str.maketrans("BSZUY", "852VV")  # what is typed where one read one of ours
_BETWEEN = str.maketrans("", "", "-–— .")


def fresh(choose: Callable[[Sequence[str]], str] = secrets.choice) -> str:
    """Return a new code, of chance alone: it says nothing of what it stands for."""
    signs = "".join(choose(SIGNS) for _ in range(_LENGTH - 1))
    return signs + _check(signs)


def read(typed: str) -> str:
    """Return the code that somebody typed or scanned, however they wrote it; nothing for what is none."""
    signs = typed.strip().upper().translate(_BETWEEN).translate(_ALIKE)
    if len(signs) != _LENGTH or any(sign not in SIGNS for sign in signs) or signs[-1] != _check(signs[:-1]):
        return ""
    return signs


def shown(code: str) -> str:
    """Return a code as paper shows it: K7M-42P."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def _check(signs: str) -> str:
    """Return the sign by which a code adds up, each sign weighed by its place: with one wrong, or two exchanged, it does not."""
    weighed = sum(place * SIGNS.index(sign) for place, sign in enumerate(signs, 2))
    return SIGNS[-weighed % len(SIGNS)]
