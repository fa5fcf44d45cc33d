"""How a cell is painted: text, text with weight, or a chip."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from ui import theme
from ui.widgets.labels import plain_tip
from ui.widgets.row_model import STRONG_ROLE, TONE_ROLE

# The style sheet's cell padding, and the three pixels that Qt keeps around text.
PADDING = 13


class RowDelegate(QStyledItemDelegate):
    """Paints a row's cells; the current row of a focused table carries a mark, for those who use the keyboard."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Give weight to the columns that ask for it."""
        super().initStyleOption(option, index)
        if index.data(STRONG_ROLE):
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one cell."""
        tone = index.data(TONE_ROLE)
        if tone is None:
            super().paint(painter, option, index)
        else:
            self._paint_chip(painter, option, index, tone)
        self._mark(painter, option, index)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell the whole of what a narrow cell shows the beginning of."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        self.initStyleOption(option, index)
        cut = option.fontMetrics.horizontalAdvance(text) > option.rect.width() - PADDING * 2
        if not index.data(Qt.ItemDataRole.ToolTipRole) and cut:
            QToolTip.showText(event.globalPos(), plain_tip(text), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_chip(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, tone: str
    ) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text = cell.text
        cell.text = ""
        cell.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        if text:
            _draw_chip(painter, option, text, tone)

    def _mark(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        state = QStyle.StateFlag.State_Selected
        if index.column() != 0 or not option.state & state:
            return
        edge = QRectF(option.rect)
        edge.setWidth(3)
        painter.fillRect(edge, QColor(theme.current().accent))


def draw_chip(painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str, room: QRect) -> int:
    """Paint a chip at the right of a room, and return where it begins."""
    painter.save()
    metrics = _in_chip(painter, option)
    width = min(room.width() // 2, metrics.horizontalAdvance(text) + 18)
    pill = QRectF(room.right() - width, room.center().y() - metrics.height() / 2 - 2, width, metrics.height() + 5.0)
    _paint_pill(painter, pill, text, tone)
    painter.restore()
    return room.right() - width


def _draw_chip(painter: QPainter, option: QStyleOptionViewItem, text: str, tone: str) -> None:
    painter.save()
    metrics = _in_chip(painter, option)
    cell = QRectF(option.rect)
    width = min(cell.width() - PADDING * 2, metrics.horizontalAdvance(text) + 18.0)
    height = metrics.height() + 5.0
    _paint_pill(painter, QRectF(cell.left() + PADDING, cell.center().y() - height / 2, width, height), text, tone)
    painter.restore()


def _in_chip(painter: QPainter, option: QStyleOptionViewItem) -> QFontMetrics:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(option.font)
    font.setPixelSize(max(9, round(font.pixelSize() * 0.86)))
    font.setWeight(QFont.Weight.Medium)
    painter.setFont(font)
    return painter.fontMetrics()


def _paint_pill(painter: QPainter, pill: QRectF, text: str, tone: str) -> None:
    colours = theme.current()
    ground, ink = (
        ("neutral_soft", "muted") if tone == "neutral" else (f"{tone}_soft", "accent_text" if tone == "accent" else tone)
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(colours, ground)))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(QColor(getattr(colours, ink)))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(pill.width() - 12))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
