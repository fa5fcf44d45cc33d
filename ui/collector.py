"""Frees what refers to itself on the window's thread, and nowhere else.

Python looks for such garbage on whatever thread happens to make an object, also on one that reads the register. A dialog that
is freed there is taken down by Qt on the wrong thread while the window draws, and the program ends with it. So Python's own
looking is off wherever there is a window (see `ui/__init__.py`), and this looks instead, often and shortly; all there is only
when nobody touches the window.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 250
# So many new objects are looked through in some milliseconds.
YOUNG = 5_000
# So many young collections make a middle one worth its while, and so many middle ones a full one.
MIDDLE_AFTER, FULL_AFTER = 10, 3
QUIET_SECONDS = 3.0


class Collector(QObject):
    """Collects on the thread it lives on, while the event loop of that thread runs."""

    def __init__(self, quiet: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(lambda: self.look())

    def start(self) -> None:
        """Look from now on, and let Python not look by itself."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Collect what is worth it now: the young, sometimes the middle, and all when nobody touches the window."""
        young, middle, old = gc.get_count()
        if old >= FULL_AFTER and self._quiet() >= QUIET_SECONDS:
            gc.collect()
        elif middle >= MIDDLE_AFTER:
            gc.collect(1)
        elif young >= YOUNG:
            gc.collect(0)
