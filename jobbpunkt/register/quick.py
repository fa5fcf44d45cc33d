"""A short code that opens the lock of this running program for the rest of the day, and nothing else.

What it opens is the password, kept sealed in this program's memory alone. The key is made by Argon2id of the code and of
chance that the program made for itself, so that no file of this computer helps to guess the code, and a program that was
ended has forgotten it. After the code the register is opened by the password, as ever: who was shut out meanwhile is refused.
"""

import hashlib
import os
import unicodedata
from datetime import date
from itertools import pairwise

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.register.keys import KdfCost

SHORTEST, LONGEST, TRIES = 4, 8, 3


class QuickUnlock:
    """One user's password under a code, until the day is over, three wrong codes, or `forget`."""

    def __init__(self, code: str, password: str, today: date) -> None:
        tidy = _checked(code)
        self._day, self._left = today, TRIES
        self._own, self._salt, self._nonce = os.urandom(32), os.urandom(16), os.urandom(12)
        self._sealed = AESGCM(self._key(tidy)).encrypt(self._nonce, password.encode("utf-8", "surrogatepass"), None)

    def is_ready(self, today: date) -> bool:
        """Tell whether the code still opens anything; on another day it never does again."""
        if today != self._day:
            self.forget()
        return self._left > 0

    def password(self, code: str, today: date) -> str:
        """Return the password; after the third wrong code there is none any more, until a new code is chosen."""
        if not self.is_ready(today):
            raise UserError("The short code is not valid any more. Type your password.")
        self._left -= 1
        try:
            opened = AESGCM(self._key(_tidy(code))).decrypt(self._nonce, self._sealed, None)
        except InvalidTag:
            if self._left == 0:
                self.forget()
                raise UserError("Three wrong codes. Type your password.") from None
            raise UserError("The code is wrong. Codes left to try: {left}.", left=self._left) from None
        self._left = TRIES
        return opened.decode("utf-8", "surrogatepass")

    def forget(self) -> None:
        """Forget everything: what is left opens nothing."""
        self._left, self._own, self._sealed = 0, b"", b""

    def _key(self, code: str) -> bytes:
        cost = KdfCost()
        slow = hash_secret_raw(code.encode(), self._salt, cost.time, cost.memory_kib, cost.lanes, 32, Type.ID)
        return hashlib.blake2b(slow, key=self._own or os.urandom(32), digest_size=32).digest()


def _tidy(code: str) -> str:
    return unicodedata.normalize("NFC", code.strip())


def _checked(code: str) -> str:
    tidy = _tidy(code)
    if not (SHORTEST <= len(tidy) <= LONGEST and tidy.isalnum()):
        raise InvalidInput("A code has 4 to 8 letters or digits. Choose another.", field="code")
    steps = {ord(sign) - ord(before) for before, sign in pairwise(tidy)}
    if steps in ({0}, {1}, {-1}):
        raise InvalidInput("This code is the first that anybody tries. Choose another.", field="code")
    return tidy
