"""A button with words laid out inside it, as tall as they need."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from ui.widgets.buttons import Button
from ui.widgets.labels import PlainLabel


class Tile(Button):
    """A button that holds labels; `inside` is the layout to fill through `put`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setAccessibleName(name)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(11, 9, 8, 10)
        self.inside.setSpacing(1)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, label: PlainLabel) -> PlainLabel:
        """Add a label that lets presses through to the button; return it."""
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.inside.addWidget(label)
        return label

    def sizeHint(self) -> QSize:
        """Return what the labels want."""
        return self.inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the labels need."""
        return self.inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Say that wrapped labels make a narrow button taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the labels need at a width."""
        return self.inside.totalHeightForWidth(width) if self.inside.hasHeightForWidth() else self.inside.sizeHint().height()
