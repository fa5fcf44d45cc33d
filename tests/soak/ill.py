"""A sitting in which the program goes wrong in a chosen way: `python -m tests.soak.ill`, to see that the soak notices."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.soak.hands import Deed
from tests.soak.player import Player
from tests.soak.sitting import main


def _thread() -> None:
    thread = threading.Thread(target=_far_error)
    thread.start()
    thread.join()


def _error() -> None:
    raise LookupError("gone")


def _far_error() -> None:
    raise LookupError("far")


def _qt() -> None:
    holder = QWidget()
    QVBoxLayout(holder)
    QVBoxLayout(holder)


ILLS: tuple[Callable[[], object], ...] = (
    _qt,
    _error,
    _thread,
    lambda: warnings.warn("old", DeprecationWarning, stacklevel=1),
    lambda: logging.getLogger("any").warning("odd"),
)


class Ill(Player):
    """Ends at once as a crash does when the seed is 1; else everything else goes wrong, one after the other."""

    def chosen(self) -> Deed | None:
        """Return the wrong thing."""
        return Deed("the wrong thing", self._die if self.seed == 1 else self._ail)

    def _die(self) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)

    def _ail(self) -> None:
        for ill in ILLS:
            QTimer.singleShot(0, self.program, ill)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Ill))
