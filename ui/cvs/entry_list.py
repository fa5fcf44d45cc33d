"""The posts of a section as a list that is reordered with Alt and the arrows, or by dragging."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget


class EntryList(QListWidget):
    """Shows one line per post. It moves no data itself: it says which post is wanted where."""

    moved = Signal(int, int)
    """A post was moved from one place to another."""
    removing = Signal()
    """The chosen post is to be taken away."""
    opening = Signal()
    """The chosen post is to be typed in."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.model().rowsMoved.connect(self._on_drag)

    def show_lines(self, lines: list[str], current: int) -> None:
        """Show these lines, one of them chosen."""
        self.blockSignals(True)
        while self.count() > len(lines):
            self.takeItem(self.count() - 1)
        for number, text in enumerate(lines):
            if number >= self.count():
                self.addItem(QListWidgetItem())
            self.item(number).setText(text)
        self.setCurrentRow(current)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen post with Alt and the arrows, remove it with Delete, type in it on Enter."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            target = self.currentRow() + steps[key]
            if 0 <= target < self.count():
                self.moved.emit(self.currentRow(), target)
        elif key is Qt.Key.Key_Delete and self.currentRow() >= 0:
            self.removing.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opening.emit()
        else:
            super().keyPressEvent(event)

    def _on_drag(self, _from: QModelIndex, start: int, _end: int, _to: QModelIndex, row: int) -> None:
        # Qt counts the target before the row is taken away.
        self.moved.emit(start, row - 1 if row > start else row)
