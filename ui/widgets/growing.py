"""Text boxes that are as tall as their text."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPlainTextEdit

from ui.widgets.text_fields import LongTextField

FRAME = 22


class _Growth(QObject):
    """Sets a text box's height whenever its lines change, by typing, by another width or by another text size."""

    def __init__(self, box: QPlainTextEdit, least: int, most: int) -> None:
        super().__init__(box)
        self._box, self._least, self._most = box, least, most
        box.document().documentLayout().documentSizeChanged.connect(self._fit)
        box.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again to other letters."""
        if event.type() is QEvent.Type.FontChange:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        lines = round(self._box.document().size().height())
        shown = max(self._least, min(self._most, lines))
        policy = Qt.ScrollBarPolicy
        self._box.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff)
        self._box.setFixedHeight(shown * self._box.fontMetrics().lineSpacing() + FRAME)


def growing(field: LongTextField, *, least: int = 2, most: int = 14) -> LongTextField:
    """Let a field grow with its text from `least` to `most` lines, and return it."""
    _Growth(field.text, least, most)
    return field
