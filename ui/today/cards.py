"""Cards beside one another where there is room for their words, else under one another, scrolled together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.labels import muted
from ui.widgets.layouts import boxed, column
from ui.widgets.page import scrolling
from ui.widgets.row_list import Row, RowList


class ListCard(Card):
    """A card whose rows scroll by themselves, so that the cards beside it stay where they are."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.rows = RowList()
        self.area = scrolling(boxed(column(self.rows, None)))
        self.add(self.area, 1)

    def fill(self, rows: Sequence[Row], none: str) -> None:
        """Show rows, or a sentence where there are none."""
        self.rows.show_rows(rows, [] if rows else [muted(none)])


# Where each of three cards and what is below them lie, row, column, rows and columns, by how many stand beside one another.
PLACES = {
    3: ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1), (1, 0, 1, 3)),
    2: ((0, 0, 1, 1), (0, 1, 2, 1), (1, 0, 1, 1), (2, 0, 1, 2)),
    1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1), (3, 0, 1, 1)),
}
# The one in the middle holds the most words.
SHARES = {3: (5, 6, 5), 2: (5, 6, 0), 1: (1, 0, 0)}
# How many letters must have room, and how many lines of a card are at least seen.
LETTERS = {3: 108, 2: 72}
LINES = {3: 6, 2: 7}


class Cards(QWidget):
    """Lays three list cards and one wide card out: side by side, two and one, or all under one another."""

    def __init__(self, cards: Sequence[ListCard], below: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._cards, self._below, self._across = tuple(cards), below, 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._place(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put more or fewer beside one another."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Make room for another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._across = 0
            self._arrange()

    def _arrange(self) -> None:
        letters = self.width() // max(1, self.fontMetrics().averageCharWidth())
        self._place(next((across for across, least in LETTERS.items() if letters >= least), 1))

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for card in self._cards:
            # Under one another the page scrolls, and no card by itself.
            card.area.spread(self, wanted=across == 1)
            if across > 1:
                card.area.setMinimumHeight(LINES[across] * self.fontMetrics().height())
        for widget, (top, left, rows, columns) in zip((*self._cards, self._below), PLACES[across], strict=True):
            self._grid.addWidget(widget, top, left, rows, columns)
        for number, share in enumerate(SHARES[across]):
            self._grid.setColumnStretch(number, share)
        for number in range(4):
            self._grid.setRowStretch(number, int(number < 4 - across))
