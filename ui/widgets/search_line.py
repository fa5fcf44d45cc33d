"""The line that narrows a list: Escape empties it before it does anything else."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.theme import scaled

NARROWEST = 150


class SearchLine(QLineEdit):
    """Takes words; `name` is what a screen reader says, `width` the pixels that it takes where there is room."""

    def __init__(self, placeholder: str, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setToolTip(placeholder)
        self.setClearButtonEnabled(True)
        self._wide = scaled(width)
        self.setMinimumWidth(min(width, NARROWEST))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the width that is wanted."""
        return QSize(self._wide, super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Take Escape from the page around it as long as there are words to take away."""
        if event.type() is QEvent.Type.ShortcutOverride and self._empties(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the line on Escape."""
        if self._empties(event):
            self.clear()
            self.textEdited.emit("")
            return
        super().keyPressEvent(event)

    def _empties(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and bool(self.text())
