"""The matrix: a row for each participant, a column for each unit, one cell with the keyboard."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jobbpunkt.base.words import Words
from ui import theme
from ui.theme import scaled
from ui.tokens import TYPE_SCALE
from ui.training.board import Board, Cell
from ui.training.cells import CellsView
from ui.training.painting import paint_level
from ui.training.said import since, word
from ui.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NAME, COUNT, UNIT, WIDE, ROW = 124, 66, 58, 92, 29
BESIDE = 6


class GridModel(QAbstractTableModel):
    """People and units for Qt; the last row sums up each unit."""

    def __init__(self, board: Board, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._board, self._words = board, words
        self._shape: tuple[tuple[UUID, ...], tuple[UUID, ...]] = ((), ())
        self.names: tuple[str, ...] = ()

    def refresh(self) -> bool:
        """Show the board anew; True where people or units have changed, and cells stand elsewhere than before."""
        shape = (tuple(one.id for one in self._board.people), tuple(one.id for one in self._board.units))
        names = tuple(one.data.name for one in self._board.units)
        if (shape, names) == (self._shape, self.names):
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return False
        self.beginResetModel()
        self._shape, self.names = shape, names
        self.endResetModel()
        return True

    def cell(self, index: Index) -> Cell | None:
        """Return the cell at an index; None for names and sums."""
        people, units = self._shape
        inside = index.isValid() and index.row() < len(people) and 0 < index.column() <= len(units)
        return (people[index.row()], units[index.column() - 1]) if inside else None

    def place(self, cell: Cell) -> QModelIndex:
        """Return where a cell stands, or no index."""
        people, units = self._shape
        if cell[0] in people and cell[1] in units:
            return self.index(people.index(cell[0]), units.index(cell[1]) + 1)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of participants, and the row that sums up."""
        return 0 if parent.isValid() or not self._shape[0] else len(self._shape[0]) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of units, and the columns for names and sums."""
        return 0 if parent.isValid() else len(self._shape[1]) + 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only the cells of a participant have the keyboard."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if self.cell(index) else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands above a column."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return self._words("Participant")
        if section > len(self.names):
            return self._words("Alone")
        return self.names[section - 1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell, in words for whoever cannot see it."""
        cell = self.cell(index)
        if cell is not None:
            return self._in_cell(cell, role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        people, row, column = self._shape[0], index.row(), index.column()
        if row == len(people):
            return self._words("At least with support") if column == 0 else self._share(column)
        if column == 0:
            return self._board.people[row].name.shown(self._words)
        done, of = self._board.alone(people[row])
        return self._words("{n} of {all}", n=done, all=of)

    def _share(self, column: int) -> str:
        units = self._shape[1]
        if column > len(units):
            return ""
        done, of = self._board.helped(units[column - 1])
        return self._words("{n} of {all}", n=done, all=of)

    def _in_cell(self, cell: Cell, role: int) -> Any:
        level = self._board.level(cell)
        if role == Qt.ItemDataRole.DisplayRole:
            return level
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return word(self._words, level)
        if role == Qt.ItemDataRole.ToolTipRole and (stands := self._board.standing(cell)):
            return plain_tip(f"{word(self._words, level)}, {since(self._words, stands)}")
        return None


class _Delegate(QStyledItemDelegate):
    """Paints levels, names and sums; the row and the column of the cell with the keyboard are tinted."""

    def __init__(self, view: MatrixGrid) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        view, now = self._view, self._view.currentIndex()
        room, colours = QRectF(option.rect), theme.current()
        painter.save()
        painter.setFont(view.font())
        is_sum = index.row() == view.grid.rowCount() - 1
        if now.isValid() and (index.row() == now.row() or index.column() == now.column()) and not is_sum:
            painter.fillRect(room, QColor(colours.hover))
        if view.grid.cell(index) is not None:
            here = now == index
            inner = room.adjusted(4, 3, -4, -3)
            paint_level(painter, inner, index.data(), ring=here and view.hasFocus(), marked=here and not view.hasFocus())
        else:
            self._text(painter, room, index, is_sum=is_sum)
        painter.restore()

    def _text(self, painter: QPainter, room: QRectF, index: Index, *, is_sum: bool) -> None:
        view, colours = self._view, theme.current()
        font = QFont(view.font())
        if is_sum:
            painter.setPen(QColor(colours.line_strong))
            painter.drawLine(room.topLeft(), room.topRight())
            font.setPixelSize(scaled(TYPE_SCALE["small"]))
        if is_sum or (index.column() == 0 and index.row() == view.currentIndex().row()):
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.text if index.column() == 0 and not is_sum else colours.muted))
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignHCenter
        )
        inner = room.adjusted(12 if index.column() == 0 else 0, 0, -4, 0)
        said = painter.fontMetrics().elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, align, said)


class _Header(QHeaderView):
    """Names of units above their columns, in two lines where they need it; that of the cell with the keyboard is tinted."""

    def __init__(self, view: MatrixGrid) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def letters(self) -> QFont:
        """Return how a heading is set."""
        font = QFont(self._view.font())
        font.setPixelSize(scaled(TYPE_SCALE["small"]))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """Return room for the tallest heading."""
        lines = QFontMetrics(self.letters())
        tall = max((self._tall(lines, number) for number in range(self.count())), default=lines.height())
        return QSize(super().sizeHint().width(), tall + 14)

    def paintSection(self, painter: QPainter, rect: QRect, number: int) -> None:
        """Paint one heading at the foot of its room."""
        colours, now = theme.current(), self._view.currentIndex()
        painter.save()
        painter.fillRect(rect, QColor(colours.hover if now.isValid() and now.column() == number else colours.surface))
        painter.setPen(QColor(colours.line_strong))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self.letters())
        painter.setPen(QColor(colours.text if now.column() == number else colours.muted))
        align = Qt.AlignmentFlag.AlignBottom | (Qt.AlignmentFlag.AlignLeft if number == 0 else Qt.AlignmentFlag.AlignHCenter)
        inner = rect.adjusted(12 if number == 0 else 2, 4, -2, -6)
        painter.drawText(inner, int(align | Qt.TextFlag.TextWordWrap), str(self._said(number)))
        painter.restore()

    def _said(self, number: int) -> str:
        return str(self.model().headerData(number, Qt.Orientation.Horizontal) or "")

    def _tall(self, lines: QFontMetrics, number: int) -> int:
        room = QRect(0, 0, max(1, self.sectionSize(number) - 4), 1_000)
        return lines.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self._said(number)).height()


class MatrixGrid(CellsView):
    """The matrix itself."""

    def __init__(self, board: Board, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(board, words("Training, level by level"), parent)
        self.grid = GridModel(board, words, self)
        self.setModel(self.grid)
        self.setItemDelegate(_Delegate(self))
        self._header = _Header(self)
        self.setHorizontalHeader(self._header)
        self._header.show()

    def show_board(self) -> None:
        """Show the board anew; the same cell keeps the keyboard."""
        kept = self.cell()
        if self.grid.refresh():
            self._lay_out()
            if kept is None or not self.go_to(kept):
                self.setCurrentIndex(self.grid.index(0, 1))
        self.viewport().update()

    def cell(self) -> Cell | None:
        """Return the cell that has the keyboard."""
        return self.grid.cell(self.currentIndex())

    def go_to(self, cell: Cell) -> bool:
        """Give the keyboard's attention to a cell; False if it is not here."""
        place = self.grid.place(cell)
        if place.isValid():
            self.setCurrentIndex(place)
        return place.isValid()

    def go_on(self) -> None:
        """Move to the next participant."""
        self.step(1, 0)

    def step(self, down: int, right: int) -> None:
        """Move by so many cells, as far as there are any."""
        now = self.currentIndex()
        row = min(max(0, now.row() + down), self.grid.rowCount() - 2)
        column = min(max(1, now.column() + right), self.grid.columnCount() - 2)
        self.setCurrentIndex(self.grid.index(row, column))

    def least_width(self) -> int:
        """Return the width below which headings would be cut: then one participant is shown at a time."""
        return scaled(NAME) + scaled(COUNT) + len(self.grid.names) * max(scaled(UNIT), self._widest()) + 16

    def _of_names(self, most: int) -> int:
        """Return what the names need, as far as the headings leave it."""
        letters, grid = self.fontMetrics(), self.grid
        names = [str(grid.index(row, 0).data() or "") for row in range(grid.rowCount())]
        longest = max((letters.horizontalAdvance(name) for name in names), default=0) + BESIDE * 2
        return max(scaled(NAME), min(longest, most))

    def _widest(self) -> int:
        """Return what the longest word of a heading needs."""
        letters = QFontMetrics(self._header.letters())
        words = [part for name in self.grid.names for part in name.split()]
        return max((letters.horizontalAdvance(part) for part in words), default=0) + BESIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room between the units."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        units = len(self.grid.names)
        if not units:
            return
        room = self.viewport().width()
        rest = room - self._of_names(room - scaled(COUNT) - units * self._widest()) - scaled(COUNT)
        each = max(1, min(rest // units, max(scaled(WIDE), self._widest())))
        header = self._header
        header.setMinimumSectionSize(1)
        self.setColumnWidth(0, room - scaled(COUNT) - each * units)
        for number in range(units):
            self.setColumnWidth(number + 1, each)
        self.setColumnWidth(units + 1, scaled(COUNT))
        self.verticalHeader().setDefaultSectionSize(max(scaled(ROW), self.fontMetrics().height() + 8))
        header.setFixedHeight(header.sizeHint().height())
