"""Waiting as long as a busy machine needs: what must happen must happen, and how soon is not what these tests are about."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from ui.dress import dress

PATIENCE_MS = 60_000


class PatientBot(QtBot):
    """Waits for a minute where pytest-qt gives up after five seconds, and dresses what is shown by itself."""

    def addWidget(self, widget: Any, **how: Any) -> None:
        super().addWidget(widget, **how)
        dress(widget)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE_MS) -> Any:
        return super().waitExposed(widget, timeout=timeout)
