"""Passwords that the program makes itself: for a file that is handed over, shown once and kept nowhere."""

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # none that is taken for another
GROUPS, LENGTH = 5, 4


def new_password() -> str:
    """Return a password of 99 bits, in groups that can be read aloud."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(GROUPS))
