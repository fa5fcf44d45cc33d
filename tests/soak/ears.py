"""What counts as a fault while the program is handled: a Qt warning, a Python warning, a log entry, an error nobody caught."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
import warnings
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

# What the screenless platform cannot do, and says so.
EXPECTED = ("This plugin does not support ",)


class Ears(logging.Handler):
    """Hears everything that may go wrong, and keeps it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.faults: list[str] = []

    def open(self) -> None:
        """Begin to listen."""
        warnings.simplefilter("error")
        qInstallMessageHandler(self._on_qt)
        logging.getLogger().addHandler(self)
        sys.excepthook = self._on_error
        threading.excepthook = lambda given: self.on_crash(given.exc_value)
        sys.unraisablehook = lambda given: self.on_crash(given.exc_value)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what Python logs as a warning or worse."""
        self.faults.append(f"log {record.name}: {record.getMessage()}")

    def on_crash(self, error: BaseException | None) -> None:
        """Keep an error that nobody caught, with its places."""
        if error is not None:
            self.faults.append("".join(traceback.format_exception(error)))

    def _on_error(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.on_crash(error)

    def _on_qt(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and kind is not QtMsgType.QtInfoMsg and not text.startswith(EXPECTED):
            self.faults.append(f"Qt: {text}")
