"""Lets the program be locked from within a dialog as well, whose window keeps the shortcuts of the one below from acting."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

LOCK_KEYS = "Ctrl+L"
_NAME = "lock"


class LockKey(QObject):
    """Emits `pressed` for the key in any dialog that comes to the front; the key goes with its dialog."""

    pressed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)

    def _follow(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.findChild(QShortcut, _NAME) is None:
            QShortcut(QKeySequence(LOCK_KEYS), dialog, self.pressed.emit).setObjectName(_NAME)
