"""The squares of a month: filled is present, half a part, a letter absence, dotted unmarked, a line not enrolled."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import Cell, Month
from jobbpunkt.shifts.data import TIMED
from models.vocabulary import AttendanceMark
from ui import theme
from ui.shifts import said
from ui.shifts.month_model import SQUARES, MonthModel
from ui.theme import scaled
from ui.widgets.row_delegate import draw_chip

ROW, SQUARE, GAP, WEEK_GAP, EDGE = 29, 12, 2, 6, 8
SHARE_LOW = 90  # per cent, below which the share is set in weight
NAME_LEAST, NAME_WIDE, NAME_MOST, WIDEST = 130, 190, 260, 28
CENTRE = Qt.AlignmentFlag.AlignCenter
START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MonthDelegate(QStyledItemDelegate):
    """Paints a square, a name, a sum or a chip."""

    def __init__(self, model: MonthModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.square = scaled(SQUARE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Paint one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, room = theme.current(), QRectF(option.rect)
        state = QStyle.StateFlag
        if option.state & state.State_Selected and not self._model.is_square(index.column()):
            painter.fillRect(room, QColor(colours.accent_soft))
        if self._model.is_square(index.column()):
            self._paint_square(painter, option, index)
        else:
            self._paint_words(painter, option, index)
        if option.state & state.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ring), 2))
            painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 4, 4)
        painter.restore()

    def _paint_square(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        room, cell = QRectF(option.rect), self._model.cell(index)
        tall = min(room.height() - 8, self.square * 1.35)
        side = QRectF(0, 0, self.square, tall)
        side.moveCenter(room.center())
        side.moveLeft(room.left() + 2)
        paint_cell(painter, side, option.font, cell)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        person = self._model.person(index.row())
        text = str(index.data() or "")
        after = index.column() - SQUARES - self._model.squares
        if person is None:
            return
        if after == 2:
            room = option.rect.adjusted(-option.rect.width(), 0, -scaled(EDGE), 0)  # a chip takes at most half of its room
            draw_chip(painter, option, text, self._model.sheet(person)[1], room)
            return
        font, ink = QFont(option.font), theme.current().text
        share = person.hours.share
        if after == 1 and share is not None and share < SHARE_LOW:
            font.setWeight(QFont.Weight.DemiBold)
            ink = theme.current().warn
        painter.setFont(font)
        painter.setPen(QColor(ink))
        room = option.rect.adjusted(scaled(EDGE), 0, -scaled(EDGE), 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, START if index.column() == 0 else END, shown)


def paint_cell(painter: QPainter, side: QRectF, font: QFont, cell: Cell | None) -> None:
    """Paint one square."""
    colours = theme.current()
    small = QFont(font)
    small.setPixelSize(max(8, round(side.width() * 0.8)))
    small.setWeight(QFont.Weight.DemiBold)
    if cell is None:
        middle = side.center().y()
        painter.setPen(QPen(QColor(colours.line_strong), 1))
        painter.drawLine(QPointF(side.left(), middle), QPointF(side.right(), middle))
    elif cell.mark is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dashed = QPen(QColor(colours.warn if cell.is_due else colours.line), 1, Qt.PenStyle.DashLine)
        painter.setPen(dashed)
        painter.drawRoundedRect(side.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    elif cell.mark is AttendanceMark.PRESENT or cell.mark in TIMED:
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if cell.mark in TIMED else QColor(colours.accent))
        painter.drawRoundedRect(side.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if cell.mark in TIMED:
            painter.fillRect(side.adjusted(1, side.height() / 2, -1, -1), QColor(colours.accent))
    else:
        tone = said.tone(cell.mark)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours, "neutral_soft" if tone == "neutral" else f"{tone}_soft")))
        painter.drawRoundedRect(side, 2, 2)
        painter.setFont(small)
        painter.setPen(QColor(getattr(colours, "muted" if tone == "neutral" else tone)))
        painter.drawText(side, CENTRE, said.letter(cell.mark))


class MonthGrid(QTableView):
    """The month; arrows go from square to square, Enter corrects the one that has the keyboard."""

    corrected = Signal(int, int)
    """The row, and the number of the shift."""
    moved = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month_model = MonthModel(words, self)
        self.setModel(self.month_model)
        self._painter = MonthDelegate(self.month_model, self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(words("The month, a square for each shift"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setProperty("role", "month")
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(4)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(END)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.moved.emit())

    def show_month(self, month: Month) -> None:
        """Show a month; the keyboard stays on its square where it is the same month."""
        now, before = self.currentIndex(), self.month_model.month
        kept = (now.row(), now.column()) if before and before.begins == month.begins and now.isValid() else None
        self.month_model.show_month(month)
        self._lay_out()
        row, column = kept or (0, SQUARES)
        if self.month_model.rowCount():
            wanted = self.month_model.index(min(row, self.month_model.rowCount() - 1), column)
            self.setCurrentIndex(self.month_model.index(wanted.row(), 0) if self.isColumnHidden(column) else wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Correct on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns; without room for squares say how many shifts instead."""
        super().resizeEvent(event)
        self._lay_out()

    def _open(self, index: QModelIndex) -> None:
        if self.month_model.is_square(index.column()):
            self.corrected.emit(index.row(), index.column() - SQUARES)

    def _lay_out(self) -> None:
        model, letters = self.month_model, self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(max(scaled(ROW), letters.height() + 8))
        last = [letters.horizontalAdvance(text) + scaled(24) for text in ("1 000,5 h", "Present, %", "underskrivet oo")]
        month = model.month
        days = [row.data.day for row in month.shifts] if month else []
        room = self.viewport().width() - sum(last) - scaled(NAME_WIDE)
        square = self._painter.square = max(scaled(SQUARE), min(scaled(WIDEST), room // max(1, len(days)) - scaled(GAP + 2)))
        widths = [square + _gap(day, later) for day, later in zip(days, [*days[1:], None], strict=False)]
        needed = sum(widths) + sum(last) + scaled(NAME_LEAST)
        narrow = needed > self.viewport().width()
        counted = letters.horizontalAdvance("22 av 22") + scaled(24)
        for number, width in enumerate(widths):
            self.setColumnHidden(SQUARES + number, narrow)
            self.setColumnWidth(SQUARES + number, width)
        self.setColumnHidden(1, not narrow)
        self.setColumnWidth(1, counted)
        taken = sum(last) + (counted if narrow else sum(widths))
        room = self.viewport().width() - taken
        # The squares stand beside the names; what is left over keeps the sums apart from one another.
        spare = 0 if narrow else max(0, room - scaled(NAME_MOST)) // len(last)
        self.setColumnWidth(0, max(scaled(60), room - spare * len(last)))
        for number, width in enumerate(last):
            self.setColumnWidth(SQUARES + len(widths) + number, width + spare)


def _gap(day: date, later: date | None) -> int:
    """Return the gap after a square, wider after the last shift of a week."""
    ends = later is not None and later.isocalendar().week != day.isocalendar().week
    return scaled(GAP) + (scaled(WEEK_GAP) if ends else 0)
