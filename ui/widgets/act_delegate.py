"""How a line of the palette is painted: what it is, under it in small print what to know, and a mark at its end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.acts.act import Act
from ui.theme import scaled
from ui.widgets.row_delegate import draw_chip

EDGE, GAP = 14, 10
HEADING = Qt.ItemDataRole.UserRole + 1


class ActDelegate(QStyledItemDelegate):
    """Paints an Act; what is too long for its line is cut with dots, and the tooltip has it whole."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave room for the second line where there is one."""
        if index.data(HEADING):
            return QSize(0, QFontMetrics(_heading(option.font)).height() + scaled(12))
        lines = QFontMetrics(option.font).height()
        act = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(act, Act) and act.detail:
            lines += QFontMetrics(_small(option.font)).height() + 2
        return QSize(0, lines + scaled(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one line."""
        act, colours = index.data(Qt.ItemDataRole.UserRole), theme.current()
        painter.save()
        if index.data(HEADING):
            room = option.rect.adjusted(EDGE, scaled(9), -EDGE, 0)
            _write(painter, room, _heading(option.font), colours.muted, str(index.data(Qt.ItemDataRole.DisplayRole)))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), QColor(colours.accent))
        room = option.rect.adjusted(EDGE, scaled(7), -EDGE, -scaled(7))
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QIcon):
            side = scaled(18)
            picture.paint(painter, QRect(room.left(), room.top() + 1, side, side))
            room.setLeft(room.left() + side + GAP)
        if isinstance(act, Act) and act.mark:
            room.setRight(draw_chip(painter, option, act.mark, act.tone, room) - GAP)
        detail = act.detail if isinstance(act, Act) else ""
        _write(painter, room, option.font, colours.text, str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        if detail:
            room.setTop(room.top() + QFontMetrics(option.font).height() + 2)
            _write(painter, room, _small(option.font), colours.muted, detail)
        painter.restore()


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(9, round(font.pixelSize() * 0.86)))
    return made


def _heading(font: QFont) -> QFont:
    made = _small(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _write(painter: QPainter, room: QRect, font: QFont, ink: str, text: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(ink))
    metrics = painter.fontMetrics()
    line = QRect(room.left(), room.top(), room.width(), metrics.height())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
