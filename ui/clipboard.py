"""What was copied in the program does not stay on the clipboard: it goes after a while, with the lock and at the end."""

from __future__ import annotations

from hashlib import blake2b

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLEAR_AFTER_MS = 120_000


class ClipboardCare(QObject):
    """Knows by a digest what was copied while one of our windows had the keyboard, and clears only that."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours = b""
        self._timer = QTimer(self, singleShot=True, interval=CLEAR_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)

    def clear(self) -> None:
        """Empty the clipboard if what we put there is still there."""
        self._timer.stop()
        if self._ours and self._ours == self._digest():
            self._clipboard.clear()
        self._ours = b""

    def _changed(self) -> None:
        copied = QGuiApplication.focusWindow() is not None
        self._ours = self._digest() if copied else b""
        if self._ours:
            self._timer.start()

    def _digest(self) -> bytes:
        text = self._clipboard.text()
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest() if text else b""
