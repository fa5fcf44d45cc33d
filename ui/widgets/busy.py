"""A thin line that moves while something takes longer than one would notice."""

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme

PERIOD_MS = 1400
HEIGHT = 3


class BusyLine(QWidget):
    """Takes its few pixels always, so that nothing jumps when it appears."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._name = name
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=33)
        self._timer.timeout.connect(self.update)

    @property
    def running(self) -> bool:
        """Say whether the line moves."""
        return self._timer.isActive()

    def run(self, busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Begin or end the movement."""
        if busy:
            self._clock.start()
            self._timer.start()
        else:
            self._timer.stop()
        self.setAccessibleName(self._name if busy else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint a stretch of line that wanders from left to right."""
        if not self.running:
            return
        painter = QPainter(self)
        share = (self._clock.elapsed() % PERIOD_MS) / PERIOD_MS
        length = self.width() // 4
        left = round(share * (self.width() + length)) - length
        painter.fillRect(left, 0, length, HEIGHT, QColor(theme.current().accent))
        painter.end()
