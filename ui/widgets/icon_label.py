"""An icon that stands alone, painted anew in the colours of the moment."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import icon
from ui.theme import scaled


class IconLabel(QWidget):
    """Shows one icon; it says nothing to a screen reader, so words must stand beside it."""

    def __init__(self, name: str, colour: str = "muted", pixels: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._colour = name, colour
        self.setFixedSize(QSize(scaled(pixels), scaled(pixels)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon, or the same in another colour."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the icon over the whole widget."""
        painter = QPainter(self)
        icon(self._name, self._colour).paint(painter, self.rect())
        painter.end()
