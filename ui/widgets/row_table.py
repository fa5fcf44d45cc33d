"""A table declared by its columns; it keeps selection, order and scroll when its rows are replaced."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from jobbpunkt.base.words import Words
from ui.theme import scaled
from ui.tokens import TYPE_SCALE
from ui.widgets.column_widths import LEAST, share
from ui.widgets.empty import EmptyState
from ui.widgets.row_delegate import RowDelegate
from ui.widgets.row_model import Column, RowModel

R = TypeVar("R")

ROW_HEIGHT = 42
# What stands above and below two lines in a row.
AROUND_LINES = 10
MEASURED_ROWS = 60
WIDEST = 420
# Padding on both sides, and the round ends of a chip.
AROUND = 28
AROUND_CHIP = 42
SORT_ARROW = 18

__all__ = ["Column", "RowTable"]


class RowTable(QTableView, Generic[R]):
    """Shows rows of one kind. `key` tells rows apart when they are loaded anew; `empty` stands where there are none.

    `opened` is emitted with a row on Enter or double click; `chosen` with the current row, or None, when it changes.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        words: Words,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        *,
        empty: EmptyState | None = None,
        name: str = "",
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._columns, self._key = words, tuple(columns), key
        self._empty = empty
        self._menu: Callable[[QMenu, R], None] | None = None
        self._restoring = False
        self._wanted: list[int] = []
        self._least: list[int] = []
        self._laying_out = self._two_lines = False
        self._spared: set[int] = set()
        self.rows_model: RowModel[R] = RowModel(words, columns, self)
        self.setModel(self.rows_model)
        self.setItemDelegate(RowDelegate(self))
        self.setAccessibleName(name)
        self._dress(many=many)
        self._connect()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows; those that were selected and are still there stay selected, in view as before."""
        chosen = [self._key(row) for row in self.selected()]
        now = self.current()
        current = None if now is None else self._key(now)
        scrolled = self.verticalScrollBar().value()
        self._restoring = True
        self.rows_model.replace(rows)
        self._select_keys(chosen, current)
        self.verticalScrollBar().setValue(scrolled)
        self._restoring = False
        self._measure()
        self._place_empty()
        self.chosen.emit(self.current())

    @property
    def rows(self) -> tuple[R, ...]:
        """Return the rows in the order shown."""
        return self.rows_model.rows

    def current(self) -> R | None:
        """Return the row with the keyboard's attention, if it is selected."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            return None
        return self.rows_model.rows[index.row()]

    def selected(self) -> list[R]:
        """Return all selected rows, in the order shown."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows_model.rows[number] for number in numbers]

    def select(self, key: Hashable) -> bool:
        """Select the row with `key` and scroll to it; False if there is none."""
        for number, row in enumerate(self.rows_model.rows):
            if self._key(row) == key:
                index = self.rows_model.index(number, 0)
                flags = QItemSelectionModel.SelectionFlag
                # `selectRow` would extend the selection if a Shift key happened to be down.
                self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                self.scrollTo(index)
                return True
        return False

    def set_menu(self, fill: Callable[[QMenu, R], None]) -> None:
        """Offer a menu on a right click or the menu key; `fill` adds the actions for the row."""
        self._menu = fill

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the row's menu."""
        row = self.current()
        if self._menu is None or row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menu(menu, row)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty state over the rows' place."""
        super().resizeEvent(event)
        self._lay_out()
        self._place_empty()

    def changeEvent(self, event: QEvent) -> None:
        """Keep rows tall enough for another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._set_row_height()
            self._wanted, self._least = [], []
            self._measure()

    def _dress(self, *, many: bool) -> None:
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        # Where there is little room words go on in a second line, for which each row is tall enough.
        self.setWordWrap(True)
        # Tab leaves the table; the arrows move within it.
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self._set_row_height()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setSortIndicatorClearable(False)
        header.setStretchLastSection(not any(column.stretch for column in self._columns))
        header.setMinimumSectionSize(48)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if self._empty is not None:
            self._empty.setParent(self.viewport())
            self._empty.hide()

    def _connect(self) -> None:
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.horizontalHeader().customContextMenuRequested.connect(self._offer_columns)
        self.horizontalHeader().sectionResized.connect(self._on_resized)

    def _set_row_height(self) -> None:
        lines = self.fontMetrics().height() * 2
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, lines + AROUND_LINES if self._two_lines else lines))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self.rows_model.rows[index.row()])

    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._restoring:
            self.chosen.emit(self.current())

    def _select_keys(self, keys: list[Hashable], current: Hashable | None) -> None:
        wanted = set(keys)
        selection = QItemSelection()
        flags = QItemSelectionModel.SelectionFlag
        for number, row in enumerate(self.rows_model.rows if wanted else ()):
            key = self._key(row)
            if key not in wanted:
                continue
            left = self.rows_model.index(number, 0)
            selection.select(left, self.rows_model.index(number, len(self._columns) - 1))
            if key == current:
                self.selectionModel().setCurrentIndex(left, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def _measure(self) -> None:
        """Measure what is in the first rows, once; measuring thousands would take longer than reading them."""
        if self._wanted or not self.rows_model.rows:
            return
        self.ensurePolished()  # the style sheet decides the size of the letters
        header = self.horizontalHeader()
        for number, column in enumerate(self._columns):
            texts = [self.rows_model.shown(row, column) for row in self.rows_model.rows[:MEASURED_ROWS]]
            letters = self._letters(column)
            widest = max((letters.horizontalAdvance(text) for text in texts), default=0)
            heading = header.sectionSizeHint(number)
            around = AROUND if column.tone is None else AROUND_CHIP
            full = max(heading, widest + around)
            # A day, a number or a chip stands on one line; of words each has to fit, and half of all of them.
            whole = column.tone is not None or any(
                isinstance(column.value(row), date | int | float | Decimal) for row in self.rows_model.rows[:MEASURED_ROWS]
            )
            parts = texts if whole else [word for text in texts for word in text.split()]
            longest = max((letters.horizontalAdvance(part) for part in parts), default=0)
            # One word is not broken, so it may be wider than a column of many; past that it is no word any more.
            needs = min(full, scaled(WIDEST), max(LEAST, longest + around, self._heading_needs(number)))
            self._wanted.append(max(min(WIDEST, full), needs))
            self._least.append(min(self._wanted[-1], max(needs, widest // 2 + around)))
        self._lay_out()

    def _heading_needs(self, number: int) -> int:
        """Return how narrow a heading may be: it goes on in a second line, but no word of it is cut."""
        text = str(self.rows_model.headerData(number, Qt.Orientation.Horizontal) or "")
        font = QFont(self.font())
        font.setPixelSize(scaled(TYPE_SCALE["small"]))
        font.setWeight(QFont.Weight.DemiBold)
        letters = QFontMetrics(font)
        return max((letters.horizontalAdvance(word) for word in text.split()), default=0) + AROUND + SORT_ARROW

    def _lay_out(self) -> None:
        if not self._wanted:
            return
        self._spare()
        shown = [number for number in range(len(self._columns)) if not self.isColumnHidden(number)]
        stretched = [place for place, number in enumerate(shown) if self._columns[number].stretch]
        wanted, least = [self._wanted[number] for number in shown], [self._least[number] for number in shown]
        self._laying_out = True
        for number, width in zip(shown, share(wanted, least, stretched, self.viewport().width()), strict=True):
            self.setColumnWidth(number, width)
        self._laying_out = False
        self._make_tall(shown)

    def _spare(self) -> None:
        """Leave out what can be spared, the first of it first, until there is room; what the person hid stays hidden."""
        hidden = {number for number in range(len(self._columns)) if self.isColumnHidden(number)} - self._spared
        needed = sum(least for number, least in enumerate(self._least) if number not in hidden)
        for number, column in enumerate(self._columns):
            if not column.spare or number in hidden:
                continue
            gone = needed > self.viewport().width()
            needed -= self._least[number] if gone else 0
            self.setColumnHidden(number, gone)
            (self._spared.add if gone else self._spared.discard)(number)

    def _make_tall(self, shown: Sequence[int]) -> None:
        """Give rows and headings a second line where a column is narrower than its words."""
        two_lines = any(self.columnWidth(number) < self._wanted[number] for number in shown)
        if two_lines != self._two_lines:
            self._two_lines = two_lines
            self._set_row_height()
        header = self.horizontalHeader()
        cut = any(self.columnWidth(number) < header.sectionSizeHint(number) for number in shown)
        header.setFixedHeight(header.sizeHint().height() + (header.fontMetrics().lineSpacing() if cut else 0))

    def _on_resized(self, number: int, _before: int, width: int) -> None:
        # A width that the person chose is what this column wants from now on.
        if not self._laying_out and self._wanted and width:
            self._wanted[number] = width
            self._least[number] = min(self._least[number], width)

    def _on_column_chosen(self, action: QAction) -> None:
        self.setColumnHidden(int(action.data()), not action.isChecked())
        self._lay_out()

    def _letters(self, column: Column[R]) -> QFontMetrics:
        font = QFont(self.font())
        font.setBold(bool(column.strong))
        return QFontMetrics(font)

    def _place_empty(self) -> None:
        if self._empty is None:
            return
        # Headings of columns without anything in them say nothing.
        self.horizontalHeader().setVisible(bool(self.rows_model.rows))
        self._empty.setGeometry(self.viewport().rect())
        self._empty.setVisible(not self.rows_model.rows)

    def _offer_columns(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, column in enumerate(self._columns):
            action = QAction(self._words(column.title).replace("&", "&&"), menu, checkable=True)
            action.setChecked(not self.isColumnHidden(number))
            # One column always stays, or there would be no header to bring the others back from.
            action.setEnabled(number > 0)
            action.setData(number)
            menu.addAction(action)
        menu.triggered.connect(self._on_column_chosen)
        menu.popup(self.horizontalHeader().mapToGlobal(where))
