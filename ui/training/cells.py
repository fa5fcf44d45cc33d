"""What the matrix and the list of one person share: one cell at a time has the keyboard, and a key acts on that cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.training.board import Board, Cell

Index = QModelIndex | QPersistentModelIndex


class Deed(Enum):
    """What a key asks for in a cell."""

    LEVEL = auto()
    NOT_RELEVANT = auto()
    DAY = auto()
    CLEAR = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """One key in one cell: the cell is that which had the keyboard when the key came, however much later it is written."""

    cell: Cell
    deed: Deed
    number: int = 0


_KEYS = {
    Qt.Key.Key_Minus: Deed.NOT_RELEVANT,
    Qt.Key.Key_D: Deed.DAY,
    Qt.Key.Key_Return: Deed.DAY,
    Qt.Key.Key_Enter: Deed.DAY,
    Qt.Key.Key_Backspace: Deed.CLEAR,
    Qt.Key.Key_Delete: Deed.CLEAR,
}
_GOES_ON = frozenset({Deed.LEVEL, Deed.NOT_RELEVANT})


class CellsView(QTableView):
    """A table in which the arrows move between cells, and digits, D and Backspace act on the one that has the keyboard."""

    wished = Signal(object)
    moved = Signal()

    def __init__(self, board: Board, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = board
        self.may = False
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.doubleClicked.connect(lambda _: self._wish(Deed.DAY))

    def cell(self) -> Cell | None:
        """Return the cell that has the keyboard."""
        raise NotImplementedError

    def go_to(self, cell: Cell) -> bool:
        """Give the keyboard's attention to a cell; False if it is not here."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Move to what comes next."""
        raise NotImplementedError

    def step(self, down: int, right: int) -> None:
        """Move by so many cells, as far as there are any."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the cell, or move."""
        if not self._moves(event) and not self._acts(event):
            event.ignore()

    def _moves(self, event: QKeyEvent) -> bool:
        far = 1_000
        ways = {
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Home: (0, -far),
            Qt.Key.Key_End: (0, far),
            Qt.Key.Key_PageUp: (-far, 0),
            Qt.Key.Key_PageDown: (far, 0),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self.step(*way)
        return True

    def _acts(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if event.text().isdecimal():
            return self._wish(Deed.LEVEL, int(event.text()))
        deed = _KEYS.get(Qt.Key(event.key()))
        return deed is not None and self._wish(deed)

    def _wish(self, deed: Deed, number: int = 0) -> bool:
        cell = self.cell()
        if cell is None or not self.may:
            return False
        self.wished.emit(Wish(cell, deed, number))
        if deed in _GOES_ON:
            self.go_on()
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell that another cell has the keyboard; its row and column are painted anew."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.moved.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()
