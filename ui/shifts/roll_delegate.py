"""How a person at a shift is painted: the mark's square, the name, the mark in words, a note, the hours."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import Marked
from ui import theme
from ui.shifts import said
from ui.shifts.tile import SIDE, paint_tile
from ui.theme import scaled

ROW, EDGE, GAP = 33, 10, 12
NAME_SHARE, HOURS = 0.34, 64
# Below this width, at 100 %, the words stand at the end, before the hours.
WIDE = 560
START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RollDelegate(QStyledItemDelegate):
    """Paints one person; the current one of a list that has the keyboard is ringed and says which keys mark them."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Return a row that grows with the text."""
        return QSize(0, max(scaled(ROW), option.fontMetrics.height() + scaled(10)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one row."""
        person = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(person, Marked):
            return
        painter.save()
        state, kind = option.state, QStyle.StateFlag
        chosen = bool(state & kind.State_Selected)
        self._ground(painter, option, chosen=chosen, ringed=chosen and bool(state & kind.State_HasFocus))
        room = option.rect.adjusted(scaled(EDGE), 0, -scaled(EDGE), 0)
        side = min(scaled(SIDE), room.height() - 4)
        square = QRectF(room.left(), room.center().y() - side / 2 + 0.5, side, side)
        paint_tile(painter, square, option.font, person.mark)
        room.setLeft(room.left() + side + scaled(GAP))
        self._words_of(painter, option, room, person, chosen=chosen)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool, ringed: bool) -> None:
        colours, row = theme.current(), QRectF(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(QPen(QColor(colours.ring), 2) if ringed else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 7, 7)
            return
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, QColor(colours.hover))
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), QColor(colours.line))

    def _words_of(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, person: Marked, *, chosen: bool) -> None:
        words, colours = self._words, theme.current()
        hours = "–" if person.mark is None else said.hours(words, person.minutes)
        at_end = QRect(room.right() - scaled(HOURS), room.top(), scaled(HOURS), room.height())
        _write(painter, at_end, option.font, colours.text if person.minutes else colours.muted, hours, END)
        room.setRight(at_end.left() - scaled(GAP) // 2)
        wide = room.width() >= scaled(WIDE)
        name = QFont(option.font)
        if person.mark is None:
            name.setWeight(QFont.Weight.DemiBold)
        shown = person.name.shown(words)
        told = self._told(person, chosen=chosen)
        needed = min(QFontMetrics(name).horizontalAdvance(shown) + scaled(GAP), room.width())
        width = max(round(room.width() * NAME_SHARE), needed) if wide else needed
        _write(painter, QRect(room.left(), room.top(), width, room.height()), name, colours.text, shown, START)
        room.setLeft(room.left() + width)
        if person.mark is None and QFontMetrics(option.font).horizontalAdvance(told) > room.width():
            told = words("Enter: present")
        _write(painter, room, option.font, colours.muted, told, START if wide else END)

    def _told(self, person: Marked, *, chosen: bool) -> str:
        words = self._words
        if person.mark is None:
            return words("Enter: present, or a letter") if chosen else ""
        return "  ·  ".join(filter(None, (words(person.mark.label), person.note)))


def _write(painter: QPainter, room: QRect, font: QFont, ink: str, text: str, side: Qt.AlignmentFlag) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(room, side, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width()))
