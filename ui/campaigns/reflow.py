"""A grid that puts as many items beside each other as there is room for, at any size of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from ui.widgets.layouts import boxed


class Reflow(QWidget):
    """Lays items out in rows; each needs room for `letters` letters, and at most `across` stand in a row."""

    def __init__(self, *, letters: int, across: int, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._letters, self._most = letters, across
        self._items: list[QWidget] = []
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)

    def show_items(self, items: Sequence[QWidget | QLayout], across: int | None = None) -> None:
        """Show other items; those before are deleted."""
        for old in self._items:
            old.hide()
            old.deleteLater()
        self._most = across or self._most
        self._items = [item if isinstance(item, QWidget) else boxed(item) for item in items]
        self._across = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put more or fewer beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        room = self._letters * self.fontMetrics().averageCharWidth() + self._grid.spacing()
        across = max(1, min(self._most, (self.width() + self._grid.spacing()) // room))
        if across == self._across:
            return
        self._across = across
        for place, item in enumerate(self._items):
            self._grid.addWidget(item, place // across, place % across)
        for number in range(self._most):
            self._grid.setColumnStretch(number, 1 if number < across else 0)
