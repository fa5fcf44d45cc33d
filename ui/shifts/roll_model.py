"""The people of a shift as a list knows them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import Marked
from models.vocabulary import AttendanceMark
from ui.shifts import said

Index = QModelIndex | QPersistentModelIndex


class RollModel(QAbstractListModel):
    """One row for each person; a screen reader hears the name, the mark and the hours."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.people: list[Marked] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many people there are."""
        return 0 if parent.isValid() else len(self.people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what is told of a person."""
        if not 0 <= index.row() < len(self.people):
            return None
        person = self.people[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return person
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name.shown(self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(person)
        return None

    def show_people(self, people: list[Marked]) -> None:
        """Show these people; where they are the same as before, only what changed of them."""
        if [one.person_id for one in people] != [one.person_id for one in self.people]:
            self.beginResetModel()
            self.people = people
            self.endResetModel()
            return
        for number, (before, now) in enumerate(zip(self.people, people, strict=True)):
            if before != now:
                self.people[number] = now
                self.dataChanged.emit(self.index(number), self.index(number))

    def put(self, number: int, mark: AttendanceMark | None, minutes: int) -> tuple[Marked, Marked]:
        """Mark a person here and return how they stood and how they stand now."""
        before = self.people[number]
        now = replace(before, mark=mark, minutes=minutes, note=before.note if mark is not None else "")
        self.people[number] = now
        self.dataChanged.emit(self.index(number), self.index(number))
        return before, now

    def number_of(self, person_id: UUID) -> int | None:
        """Return the row of a person; None where they are not in the list."""
        return next((number for number, person in enumerate(self.people) if person.person_id == person_id), None)

    def first_unmarked(self, after: int = -1) -> int | None:
        """Return the first person without a mark after a row, else the first of all; None when everybody is marked."""
        unmarked = [number for number, person in enumerate(self.people) if person.mark is None]
        return next((number for number in unmarked if number > after), next(iter(unmarked), None))

    def _told(self, person: Marked) -> str:
        words = self._words
        if person.mark is None:
            return ", ".join((person.name.shown(words), words("not marked")))
        told = (person.name.shown(words), words(person.mark.label), said.hours(words, person.minutes), person.note)
        return ", ".join(filter(None, told))
