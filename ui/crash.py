"""The last resort: an error nobody foresaw becomes one calm dialog, and never carries personal data out."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from jobbpunkt.i18n import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class CrashReporter(QObject):
    """Takes errors from any thread and shows one dialog at a time on the window's thread."""

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
        self._arrived.emit(outline(error))

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

        box = QMessageBox(QApplication.activeWindow())
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
                "You can go on working. If it happens again, send the technical details to support; they hold no personal data."
            )
        )
        close = box.addButton(self._words("Go on"), QMessageBox.ButtonRole.AcceptRole)
        copy = box.addButton(self._words("Copy technical details"), QMessageBox.ButtonRole.ActionRole)
        box.setDefaultButton(close)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        box.finished.connect(self._forget)
        self._open = box
        box.open()

    def _forget(self) -> None:
        self._open = None


def outline(error: BaseException) -> str:
    """Return the kind of error and the places it passed, without its message, which may hold what people typed."""
    import traceback

    places = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in places]
    return "\n".join([type(error).__name__, *lines])
