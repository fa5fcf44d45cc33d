"""A row that can be opened: a button with whatever is laid out on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.widgets.buttons import Button


class RowButton(Button):
    """Opens on a click, on Enter and on Space; the arrows go to the row above or below. `name` is what a screen reader says."""

    def __init__(self, name: str, content: QLayout, opened: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("kind", "row")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        content.setContentsMargins(10, 8, 10, 8)
        self.setLayout(content)
        self._content = content
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: opened())

    def sizeHint(self) -> QSize:
        """Return what the layout wants: a button by itself knows only of its text."""
        return self._content.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Say that words which wrap make a narrow row taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the layout needs at a width."""
        inner = self._content
        return inner.totalHeightForWidth(width) if inner.hasHeightForWidth() else inner.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """Return the least that the layout can do with."""
        return self._content.minimumSize()
