"""A programme's month as a table knows it: a row for each person, a square for each shift, and the sums."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import Cell, Month, PersonMonth, Sheet
from ui.shifts import said
from ui.tokens import Tone

Index = QModelIndex | QPersistentModelIndex
SQUARES = 2  # the first column of squares; before it the name, and for where it is narrow how many shifts
LAST = 3  # columns after the squares: hours, share, sheet


class MonthModel(QAbstractTableModel):
    """Rows are people, by name; the last three columns are hours, attendance and how the sheet stands."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.month: Month | None = None

    def show_month(self, month: Month) -> None:
        """Show a month."""
        self.beginResetModel()
        self.month = month
        self.endResetModel()

    @property
    def squares(self) -> int:
        """Return how many shifts the month has."""
        return len(self.month.shifts) if self.month else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many people there are."""
        return 0 if parent.isValid() or self.month is None else len(self.month.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else SQUARES + self.squares + LAST

    def person(self, row: int) -> PersonMonth | None:
        """Return the person of a row."""
        return self.month.people[row] if self.month and 0 <= row < len(self.month.people) else None

    def cell(self, index: Index) -> Cell | None:
        """Return the square at an index; None where there is none, or the person was not enrolled."""
        person, number = self.person(index.row()), index.column() - SQUARES
        return person.cells[number] if person and 0 <= number < self.squares else None

    def is_square(self, column: int) -> bool:
        """Tell whether a column is one of squares."""
        return SQUARES <= column < SQUARES + self.squares

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is told of a cell."""
        person = self.person(index.row())
        if person is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if self.is_square(index.column()) else self._text(person, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(person, index)
        if role == Qt.ItemDataRole.ToolTipRole and self.is_square(index.column()):
            return self._told(person, index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a column is called; squares have their days in the first one."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words, after = self._words, section - SQUARES - self.squares
        if after >= 0:
            return (words("Hours"), words("Present, %"), words("Sheet"))[after]
        return {0: words("Person"), 1: words("Shifts")}.get(section, "")

    def sheet(self, person: PersonMonth) -> tuple[str, Tone]:
        """Return how a sheet stands, in a word with a tone."""
        return sheet_said(self._words, person.sheet)

    def _text(self, person: PersonMonth, column: int) -> str:
        words, hours = self._words, person.hours
        after = column - SQUARES - self.squares
        if after == 0:
            return said.hours(words, hours.minutes)
        if after == 1:
            return "–" if hours.share is None else words("{share} %", share=words.number(round(hours.share)))
        if after == 2:
            return self.sheet(person)[0]
        if column == 1:
            cells = [cell for cell in person.cells if cell is not None and cell.is_due]
            return words("{there} of {all}", there=sum(bool(cell.minutes) for cell in cells), all=len(cells))
        return hours.name.shown(words)

    def _told(self, person: PersonMonth, index: Index) -> str:
        if not self.is_square(index.column()) or self.month is None:
            return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {self._text(person, index.column())}"
        words, cell = self._words, self.cell(index)
        day = said.short_day(words, self.month.shifts[index.column() - SQUARES].data.day)
        if cell is None:
            return ": ".join((day, words("not enrolled")))
        if cell.mark is None:
            return ": ".join((day, words("not marked") if cell.is_due else words("to come")))
        told = (words(cell.mark.label), said.hours(words, cell.minutes), cell.note)
        return ": ".join((day, ", ".join(filter(None, told))))


def sheet_said(words: Words, sheet: Sheet) -> tuple[str, Tone]:
    """Return how a sheet stands, in a word with a tone."""
    if sheet.signed_on is not None and sheet.has_changed:
        return words("changed since"), "bad"
    if sheet.signed_on is not None:
        return words("signed"), "good"
    if sheet.is_waiting:
        return words("waiting"), "warn"
    return words("to print"), "accent"
