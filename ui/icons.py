"""Line icons by name, drawn at any size in the colours that are on the screen."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

import resources
from ui import theme


class _LineIcon(QIconEngine):
    """Paints one SVG in a token's colour, looked up at each painting so that it follows light and dark."""

    def __init__(self, source: bytes, colour: str) -> None:
        super().__init__()
        self._source = source
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002 - Qt's signature
        name = "line_strong" if mode is QIcon.Mode.Disabled else self._colour
        colour = QColor(getattr(theme.current(), name))
        # An icon that is given more width than height keeps the rest as air before the words beside it.
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        drawing = self._source.replace(b"currentColor", colour.name().encode())
        QSvgRenderer(QByteArray(drawing)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        return _LineIcon(self._source, self._colour)


@cache
def icon(name: str, colour: str = "text") -> QIcon:
    """Return the icon `resources/icons/<name>.svg` in the colour of that name in `ui.tokens.Colours`."""
    return QIcon(_LineIcon(resources.path("icons", f"{name}.svg").read_bytes(), colour))
