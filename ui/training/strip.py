"""The strip below the matrix: what stands in the cell with the keyboard, since when, and which keys act on it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from jobbpunkt.base.words import Words
from ui.training.board import Board, Cell
from ui.training.said import KEYS, since, word
from ui.widgets.chips import chip, set_tone
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel, muted, strong
from ui.widgets.layouts import boxed, column, row


class Strip(QFrame):
    """Tells what stands in a cell."""

    def __init__(self, words: Words, *, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._words, self._may = words, may
        self.name, self.unit, self.level = strong(""), muted(""), chip("")
        self.name.setWordWrap(False)
        self.unit.setWordWrap(False)
        self.told = muted("")
        left = column(row(self.name, self.unit, self.level, None), self.told, spacing=4)
        line = row(left, spacing=20)
        line.setStretch(0, 3)
        if may:
            line.addWidget(boxed(key_words(words)), 2)
        line.setContentsMargins(20, 10, 20, 10)
        self.setLayout(line)

    def show_cell(self, board: Board, cell: Cell | None) -> None:
        """Tell what stands in a cell of the board."""
        person = next((one for one in board.people if cell and one.id == cell[0]), None)
        unit = next((one for one in board.units if cell and one.id == cell[1]), None)
        self.setVisible(person is not None and unit is not None)
        if cell is None or person is None or unit is None:
            return
        stands = board.standing(cell)
        self.name.setText(person.name.shown(self._words))
        self.unit.setText(unit.data.name)
        self.level.setText(word(self._words, stands.level if stands else None))
        set_tone(self.level, "accent" if stands else "neutral")
        self.told.setText(since(self._words, stands) if stands or self._may else "")


def key_words(words: Words) -> FlowLayout:
    """Return the keys with what they do."""
    keys = FlowLayout(spacing=8)
    for key, does in KEYS:
        label = PlainLabel(words(does), "small", wrap=False)
        keys.addWidget(boxed(row(PlainLabel(key, "keycap", wrap=False), label, spacing=5)))
    return keys
