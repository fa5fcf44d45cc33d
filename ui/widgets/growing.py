"""Text boxes that are as tall as their text."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QPlainTextEdit

from ui.widgets.text_fields import LongTextField

FRAME = 22


class _Growth(QObject):
    """Sets a text box's height whenever its lines change: by typing, by another width or by another text size."""

    def __init__(self, box: QPlainTextEdit, least: int, most: int) -> None:
        super().__init__(box)
        self._box, self._least, self._most = box, least, most
        box.document().documentLayout().documentSizeChanged.connect(self._fit)
        box.textChanged.connect(self._fit)
        box.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again to another width or other letters, once the box has taken note of them itself."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._fit)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        lines = self._lines()
        policy = Qt.ScrollBarPolicy
        self._box.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff)
        shown = max(self._least, min(self._most, lines))
        self._box.setFixedHeight(shown * self._box.fontMetrics().lineSpacing() + FRAME)

    def _lines(self) -> int:
        """Return how many lines the text takes; the document itself counts only those it has drawn."""
        document = self._box.document()
        lines, block = 0, document.begin()
        while block.isValid():
            document.documentLayout().blockBoundingRect(block)  # lays the block out at the width of the moment
            lines += block.layout().lineCount()
            block = block.next()
        return lines


def growing(field: LongTextField, *, least: int = 2, most: int = 14) -> LongTextField:
    """Let a field grow with its text from `least` to `most` lines, and return it."""
    _Growth(field.text, least, most)
    return field
