"""The last resort: an error nobody foresaw becomes one calm dialog, and never carries personal data out."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from jobbpunkt.base import traces
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import Words
from ui import messages
from ui.dress import dress

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

NAME = "jobbpunkt-support.txt"


class CrashReporter(QObject):
    """Takes errors from any thread and shows one dialog at a time on the window's thread."""

    happened = Signal(object)
    """An error was reported: whoever keeps a trace of it can do so, on the thread where it arose."""
    _arrived = Signal(str)

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._open: QMessageBox | None = None
        self._arrived.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become what Python calls for errors that nobody caught."""
        sys.excepthook = self._on_error
        threading.excepthook = lambda given: self.report(given.exc_value) if given.exc_value is not None else None

    def report(self, error: BaseException) -> None:
        """Show an error; safe to call from any thread."""
        self.happened.emit(error)
        self._arrived.emit(traces.outline(error))

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _show(self, details: str) -> None:
        if self._open is not None:
            return
        # Nobody needs this to start.
        from PySide6.QtWidgets import QMessageBox

        over = QApplication.activeWindow() or next((one for one in QApplication.topLevelWidgets() if one.isVisible()), None)
        box = QMessageBox(over)
        dress(box)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle(self._words("Something went wrong"))
        box.setText(
            self._words(
                "Something went wrong in the program. What was saved before is safe, and what you typed is still on the page."
            )
        )
        box.setInformativeText(
            self._words(
                "You can go on working. If it happens again, send the support file to support; it holds no personal data."
            )
        )
        close = box.addButton(self._words("Go on"), QMessageBox.ButtonRole.AcceptRole)
        copy = box.addButton(self._words("Copy technical details"), QMessageBox.ButtonRole.ActionRole)
        keep = box.addButton(self._words("Save support file"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        keep.clicked.connect(lambda: self._save(over))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        box.finished.connect(self._forget)
        self._open = box
        box.open()

    def _save(self, over: QWidget | None) -> None:
        from ui.widgets import saving

        if over is None or not isValid(over):
            return

        def refused(error: UserError) -> None:
            messages.tell(over, error.text(self._words), self._words, "bad")

        saving.ask_and_save(over, self._words, saving.SUPPORT, traces.support_file(), NAME, lambda _path: None, refused)

    def _forget(self) -> None:
        self._open = None
