"""Hears when somebody asks everybody to sign out of a register file, because its keys or the file itself are to be exchanged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from jobbpunkt.register.opening import Register

LOOK_EVERY_MS = 2000


class LeavingWatch(QObject):
    """Looks for the note beside the open register file, and emits the user name of who asks."""

    asked = Signal(str)

    def __init__(self, register: Callable[[], Register | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register = register
        timer = QTimer(self, interval=LOOK_EVERY_MS)
        timer.timeout.connect(lambda: self.look())
        timer.start()

    def look(self) -> None:
        """Say so if somebody asks; it takes as long as finding that a file is not there."""
        register = self._register()
        by = register.hold.asker() if register is not None else None
        if by is not None:
            self.asked.emit(by)
