"""The rows behind a table, and the declaration of what each column shows of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jobbpunkt.base.words import Words
from ui.tokens import Tone
from ui.widgets.collation import swedish
from ui.widgets.labels import plain_tip

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

TONE_ROLE = Qt.ItemDataRole.UserRole + 1
STRONG_ROLE = Qt.ItemDataRole.UserRole + 2
_TEXT = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})
_ANSWERED = _TEXT | {Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ToolTipRole, TONE_ROLE, STRONG_ROLE}

ALIGNMENT = {"left": Qt.AlignmentFlag.AlignLeft, "right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its English source title and what it shows of a row.

    `value` gives text, a number, a day, an instant or None; they are written the Swedish way. Sorting goes by
    `sort_key`, else by the value; None comes last. With `tone` the value is drawn as a chip;
    `strong` gives weight to all, or to some. A `spare` column goes where there is no room for all, as nothing scrolls sideways.
    """

    title: str
    value: Callable[[R], object]
    sort_key: Callable[[R], Any] | None = None
    align: Literal["left", "right", "center"] = "left"
    stretch: bool = False
    tone: Callable[[R], Tone] | None = None
    strong: bool | Callable[[R], bool] = False
    tip: Callable[[R], str] | None = None
    spare: bool = False


class RowModel(QAbstractTableModel, Generic[R]):
    """Rows for Qt; sorts them itself, by keys computed once per sorting."""

    def __init__(self, words: Words, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._columns = words, tuple(columns)
        self._loaded: tuple[R, ...] = ()
        self._shown: list[R] = []
        self._by: int | None = None
        self._order = Qt.SortOrder.AscendingOrder

    @property
    def rows(self) -> tuple[R, ...]:
        """Return the rows in the order shown."""
        return tuple(self._shown)

    def replace(self, rows: Sequence[R]) -> None:
        """Show other rows, in the order chosen before."""
        self.beginResetModel()
        self._loaded = tuple(rows)
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one means the order the rows came in. Selected rows stay selected."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self._shown[index.row()] for index in before]
        self._by, self._order = (column, order) if column >= 0 else (None, order)
        self._arrange()
        place = {id(row): number for number, row in enumerate(self._shown)}
        after = [self.index(place[id(row)], index.column()) for row, index in zip(held, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of rows; a table has no children."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of columns; a table has no children."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what Qt asks about one cell."""
        if role not in _ANSWERED:  # what Qt asks of each cell is mostly none of these
            return None
        row, column = self._shown[index.row()], self._columns[index.column()]
        if role in _TEXT:
            return self.shown(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGNMENT[column.align] | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.tip(row) if column.tip else "") or None
        if role == TONE_ROLE:
            return column.tone(row) if column.tone else None
        return column.strong(row) if callable(column.strong) else column.strong

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's title and how it is aligned."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(ALIGNMENT[column.align] | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        return self._words(column.title) if role == Qt.ItemDataRole.DisplayRole else None

    def shown(self, row: R, column: Column[R]) -> str:
        """Return the text of one cell, on one line."""
        value = column.value(row)
        if value is None:
            return ""
        if isinstance(value, datetime):
            return self._words.moment(value)
        if isinstance(value, date):
            return self._words.day(value)
        if isinstance(value, int | Decimal):
            return self._words.number(value)
        if isinstance(value, float):
            return self._words.number(value, 1)
        return " ".join(str(value).split())

    def _arrange(self) -> None:
        if self._by is None:
            self._shown = list(self._loaded)
            return
        column = self._columns[self._by]
        keyed = [(_comparable((column.sort_key or column.value)(row)), row) for row in self._loaded]
        known = [pair for pair in keyed if pair[0] is not None]
        unknown = [row for key, row in keyed if key is None]
        known.sort(key=lambda pair: pair[0], reverse=self._order is Qt.SortOrder.DescendingOrder)
        self._shown = [row for _, row in known] + unknown


def _comparable(value: Any) -> Any:
    if isinstance(value, str):
        return swedish(value) or None
    if isinstance(value, tuple):
        return tuple(swedish(part) if isinstance(part, str) else part for part in value)
    return value
