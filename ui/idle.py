"""Notices when nobody has touched the program for a while."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
LOOK_EVERY_MS = 5000


class IdleWatch(QObject):
    """Emits `idle` once when `minutes` have passed without a key, a click or a movement in any of our windows.

    It goes by the wall clock, so that a computer that slept counts as left alone.
    """

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._last = time.time()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(lambda: self.look())
        # Only windows see what the person does; an application-wide filter would be asked about every event there is.
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
            self._follow(QGuiApplication.focusWindow())

    def start(self) -> None:
        """Count from now."""
        self._last = time.time()
        self._timer.start()

    def stop(self) -> None:
        """Stop counting, while the program is locked."""
        self._timer.stop()

    def set_minutes(self, minutes: int) -> None:
        """Wait for another number of minutes."""
        self._minutes = minutes

    def quiet(self) -> float:
        """Return for how many seconds nobody has touched the program."""
        return time.time() - self._last

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in TOUCHES:
            self._last = time.time()
        return super().eventFilter(watched, event)

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def look(self, later: float = 0) -> None:
        """Say `idle` if enough time has passed, as it would stand `later` seconds from now."""
        if time.time() + later - self._last >= self._minutes * 60:
            self._timer.stop()
            self.idle.emit()
