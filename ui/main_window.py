"""The one window: the welcome views before signing in, the workspace after, each in its place."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from jobbpunkt.base import settings
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words

SIZE = (1280, 800)
LEAST = (880, 600)


class MainWindow(QMainWindow):
    """Holds one view at a time above the others, and remembers its own size and place."""

    closing = Signal()

    def __init__(self, words: Words, chosen: Settings) -> None:
        super().__init__()
        self._settings = chosen
        self.setWindowTitle(words("Jobbpunkt Mimer"))
        self.setMinimumSize(*LEAST)
        self._layers = QStackedWidget()
        self.setCentralWidget(self._layers)
        self._restore()

    def put_on_top(self, view: QWidget) -> None:
        """Show a view over those that are there; they stay as they are."""
        self._layers.addWidget(view)
        self._layers.setCurrentWidget(view)

    def take_off(self, view: QWidget) -> None:
        """Remove a view for good and show the one beneath it."""
        self._layers.removeWidget(view)
        view.deleteLater()
        self._layers.setCurrentIndex(self._layers.count() - 1)

    @property
    def top(self) -> QWidget | None:
        """Return the view that is seen; None before the first."""
        return self._layers.currentWidget()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place, then let the program end what it has open."""
        self._settings.set(settings.WINDOW, bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self.closing.emit()
        super().closeEvent(event)

    def _restore(self) -> None:
        stored = self._settings.get(settings.WINDOW)
        if not (stored and self.restoreGeometry(QByteArray.fromBase64(stored.encode("ascii", "replace")))):
            self.resize(*SIZE)
