"""One participant at a time, for narrow windows and large text: a unit a row, its level in words, three boxes to press."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.training.noting import SCALE
from ui import theme
from ui.training.board import Board, Cell
from ui.training.cells import CellsView, Deed, Wish
from ui.training.said import word
from ui.widgets.buttons import icon_button
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import column, row

Index = QModelIndex | QPersistentModelIndex


class _Units(QAbstractListModel):
    """The units with the levels of one participant."""

    def __init__(self, board: Board, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._board, self._words = board, words
        self.person: UUID | None = None
        self.units: tuple[UUID, ...] = ()

    def refresh(self, person: UUID | None) -> None:
        """Show a participant."""
        units = tuple(one.id for one in self._board.units) if person else ()
        if (person, units) == (self.person, self.units):
            if units:
                self.dataChanged.emit(self.index(0), self.index(len(units) - 1))
            return
        self.beginResetModel()
        self.person, self.units = person, units
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """Return the cell of a row."""
        return (self.person, self.units[index.row()]) if self.person and index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of units."""
        return 0 if parent.isValid() else len(self.units)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the unit's name, and with its level for whoever cannot see it."""
        cell = self.cell(index)
        if cell is None:
            return None
        name = self._board.units[index.row()].data.name
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}: {word(self._words, self._board.level(cell))}"
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a unit's name, its level in words, and three boxes of which one is filled."""

    def __init__(self, view: PersonUnits, words: Words) -> None:
        super().__init__(view)
        self._view, self._words = view, words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        view, colours, room = self._view, theme.current(), QRectF(option.rect)
        cell = view.units.cell(index)
        level = view.board.level(cell) if cell else None
        here = index == view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            painter.setBrush(QColor(colours.accent_soft))
            painter.setPen(QPen(QColor(colours.ring if view.hasFocus() else colours.line_strong), 2 if view.hasFocus() else 1))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 7, 7)
        else:
            painter.setPen(QColor(colours.line))
            painter.drawLine(room.bottomLeft(), room.bottomRight())
        boxes = view.boxes(option.rect.toRectF())
        font = QFont(view.font())
        font.setWeight(QFont.Weight.DemiBold if here else QFont.Weight.Normal)
        painter.setFont(font)
        left = boxes[0].left() - 12
        told = word(self._words, level)
        wide = painter.fontMetrics().horizontalAdvance(told)
        painter.setPen(QColor(colours.muted if not here else colours.text))
        painter.drawText(QRectF(left - wide, room.top(), wide, room.height()), Qt.AlignmentFlag.AlignVCenter, told)
        painter.setPen(QColor(colours.text))
        name = QRectF(room.left() + 12, room.top(), max(1.0, left - wide - 24 - room.left()), room.height())
        said = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, int(name.width()))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, said)
        for number, box in enumerate(boxes):
            _box(painter, box, str(number + 1), is_filled=level is SCALE[number])
        painter.restore()


def _box(painter: QPainter, box: QRectF, digit: str, *, is_filled: bool) -> None:
    colours = theme.current()
    painter.setPen(QPen(QColor(colours.line_strong), 1))
    painter.setBrush(QColor(colours.accent if is_filled else colours.surface))
    painter.drawRect(box)
    painter.setPen(QColor(colours.on_accent if is_filled else colours.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)


class PersonUnits(CellsView):
    """The units of one participant; left and right turn to another."""

    turned = Signal(int)

    def __init__(self, board: Board, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(board, words("Training of one participant"), parent)
        self.units = _Units(board, words, self)
        self.setModel(self.units)
        self.setItemDelegate(_Delegate(self, words))
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)

    def boxes(self, room: QRectF) -> list[QRectF]:
        """Return where the three boxes of a row stand."""
        side = room.height() - 12
        left = room.right() - 10 - side * len(SCALE)
        return [QRectF(left + number * side, room.top() + 6, side, side) for number in range(len(SCALE))]

    def show_person(self, person: UUID | None) -> None:
        """Show a participant; the same unit keeps the keyboard."""
        kept = max(0, self.currentIndex().row())
        self.units.refresh(person)
        self.setCurrentIndex(self.units.index(min(kept, self.units.rowCount() - 1)))
        self._lay_out()
        self.viewport().update()

    def cell(self) -> Cell | None:
        """Return the cell that has the keyboard."""
        return self.units.cell(self.currentIndex())

    def go_to(self, cell: Cell) -> bool:
        """Give the keyboard's attention to a unit of the participant that is shown."""
        if cell[0] != self.units.person or cell[1] not in self.units.units:
            return False
        self.setCurrentIndex(self.units.index(self.units.units.index(cell[1])))
        return True

    def go_on(self) -> None:
        """Move to the next unit."""
        self.step(1, 0)

    def step(self, down: int, right: int) -> None:
        """Move between units, or turn to another participant."""
        if right:
            self.turned.emit(1 if right > 0 else -1)
            return
        where = min(max(0, self.currentIndex().row() + down), self.units.rowCount() - 1)
        self.setCurrentIndex(self.units.index(where))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set the level whose box was pressed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        cell = self.units.cell(index)
        if cell is not None and self.may:
            for number, box in enumerate(self.boxes(self.visualRect(index).toRectF())):
                if box.contains(QPointF(event.position())):
                    self.wished.emit(Wish(cell, Deed.LEVEL, number + 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep rows tall enough for the text."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 26)


class OnePerson(QWidget):
    """A participant's name with the way to the next one, and their units."""

    def __init__(self, board: Board, words: Words, *beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board, self._words = board, words
        self._person: UUID | None = None
        self.before = icon_button("chevron-left", words("Previous participant"), lambda: self.turn(-1))
        self.after = icon_button("chevron-right", words("Next participant"), lambda: self.turn(1))
        self.name, self.sum = heading(""), muted("")
        self.sum.setWordWrap(False)
        self.units = PersonUnits(board, words)
        self.units.turned.connect(self.turn)
        top = row(self.before, self.name, self.after, None, self.sum, *beside)
        self.setLayout(column(top, self.units, spacing=8))

    def show_board(self) -> None:
        """Show the board anew: the same participant, or the first."""
        people = self._board.people
        if self._person not in {one.id for one in people}:
            self._person = people[0].id if people else None
        self._show()

    def turn(self, by: int) -> None:
        """Turn to another participant."""
        ids = [one.id for one in self._board.people]
        if self._person in ids:
            self._person = ids[(ids.index(self._person) + by) % len(ids)]
            self._show()
            self.units.moved.emit()

    def go_to(self, cell: Cell) -> None:
        """Show the participant and the unit of a cell."""
        self._person = cell[0]
        self.show_board()
        self.units.go_to(cell)

    def _show(self) -> None:
        person = next((one for one in self._board.people if one.id == self._person), None)
        self.name.setText(person.name.shown(self._words) if person else "")
        done, of = self._board.alone(person.id) if person else (0, 0)
        self.sum.setText(self._words("{n} of {all}", n=done, all=of) if person else "")
        self.units.show_person(person.id if person else None)
