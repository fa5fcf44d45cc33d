"""The list of who is at a shift: one key for each person, and no key is lost however fast they come."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QMenu, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.shifts import LETTERS, Marked
from jobbpunkt.shifts.data import THERE, TIMED
from models.vocabulary import AttendanceMark
from ui.shifts.hours_line import HoursLine
from ui.shifts.roll_delegate import RollDelegate
from ui.shifts.roll_model import RollModel

_BY_LETTER = {letter: mark for mark, letter in LETTERS.items()}
ENTER, REST, NOTE, CLEAR = "enter", "rest", "note", "clear"
_LETTERS_ASIDE = {"R": REST, "N": NOTE}
_KEYS = {Qt.Key.Key_Return: ENTER, Qt.Key.Key_Enter: ENTER, Qt.Key.Key_Backspace: CLEAR, Qt.Key.Key_Delete: CLEAR}
Deed = AttendanceMark | str


class RollView(QListView):
    """Marks by key while it has the keyboard.

    While people are loaded (`wait`), keys are held and done in order when they are there. `minutes` is how long the shift is.
    """

    marked = Signal(object, object)
    """How a person stood and how they stand now."""
    rest_wanted = Signal()
    note_wanted = Signal(object)
    finished = Signal()
    """Enter where everybody is marked."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.people = RollModel(words, self)
        self.minutes, self.may_mark = 0, False
        self._waiting = True
        self._held: list[QKeyEvent] = []
        self._asked: tuple[UUID, AttendanceMark] | None = None  # of whom hours are asked, not of which row
        self.setModel(self.people)
        self.setItemDelegate(RollDelegate(words, self))
        self.setProperty("role", "plain")
        self.setAccessibleName(words("Who is at the shift"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.hours = HoursLine(words, self.viewport())
        self.hours.taken.connect(self._take_hours)
        self.hours.left.connect(self._leave_hours)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place_hours())

    def wait(self) -> None:
        """Hold the keys: others are to stand here."""
        self._waiting = True
        if self._asked is not None:
            self._leave_hours()

    def show_people(self, people: list[Marked], minutes: int, *, anew: bool) -> None:
        """Show the people of a shift; `anew` puts the mark on the first who is not marked. Keys that waited are done now."""
        self.minutes, before = minutes, self.current()
        self.people.show_people(people)
        self._stay(None if anew else before)
        self._waiting = False
        held, self._held = self._held, []
        for key in held:
            # One of them may ask for hours, which those after it write, or for the next day, for which they wait anew.
            QApplication.sendEvent(self if self._asked is None else self.hours.line, key)

    def _stay(self, before: Marked | None) -> None:
        """Keep the mark on who it stood on, in whichever row they are now, otherwise on the first who is not marked."""
        number = self.people.number_of(before.person_id) if before is not None else None
        if number is None and self._asked is not None:
            self._leave_hours()
        if number is None and self.people.people:
            number = self.people.first_unmarked() or 0
        if number is not None and number != self.currentIndex().row():
            self.go_to(number)
        self._place_hours()

    def forget_keys(self) -> None:
        """Do nothing of what waits: there is nobody to mark."""
        self._waiting = False
        self._held.clear()

    def go_to(self, number: int) -> None:
        """Put the mark on a person, in sight; half-way down where the list is longer than its room."""
        index = self.people.index(number)
        self.setCurrentIndex(index)
        tight = self.viewport().height() < 8 * self.sizeHintForRow(0)
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(index, hint.PositionAtCenter if tight else hint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark, or move."""
        deed = _deed(event)
        if deed is None and not self._held:
            super().keyPressEvent(event)
            return
        event.accept()
        # A key that is held down is one wish: nobody else is marked by it.
        if event.isAutoRepeat():
            return
        if self._waiting:
            self._held.append(QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        elif deed is not None:
            self._do(deed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the marks to who uses the mouse."""
        person = self.current()
        if person is None or not self.may_mark or self._waiting:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mark, letter in LETTERS.items():
            menu.addAction("\t".join((self._words(mark.label), letter))).triggered.connect(partial(self._chosen, mark))
        menu.addSeparator()
        menu.addAction(self._words("Note to the person") + "\tN").triggered.connect(partial(self._chosen, NOTE))
        if person.mark is not None:
            menu.addAction(self._words("Take the mark away")).triggered.connect(partial(self._chosen, CLEAR))
        menu.popup(event.globalPos())

    def keyboardSearch(self, search: str) -> None:
        """Seek nobody by letters: they mark."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep in sight who is next, and the line for hours in its row."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        self._place_hours()

    def currentChanged(self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex) -> None:
        """Give up asking for hours when another person is chosen."""
        super().currentChanged(current, previous)
        person = self.current()
        if self._asked is not None and (person is None or person.person_id != self._asked[0]):
            self._leave_hours()

    def current(self) -> Marked | None:
        """Return the person that the mark stands on."""
        number = self.currentIndex().row()
        return self.people.people[number] if 0 <= number < len(self.people.people) else None

    def do(self, deed: Deed) -> None:
        """Do what a key would, for who presses a button of the legend instead."""
        self.setFocus()
        if not self._waiting:
            self._do(deed)

    def _chosen(self, deed: Deed, *_: object) -> None:
        self.do(deed)

    def _do(self, deed: Deed) -> None:
        if deed == ENTER and self.people.first_unmarked() is None:
            self.finished.emit()
            return
        person = self.current()
        if person is None or not self.may_mark:
            return
        if deed == ENTER:
            self._enter(person)
        elif deed == REST:
            self.rest_wanted.emit()
        elif deed == NOTE:
            self.note_wanted.emit(person)
        elif deed == CLEAR:
            self._put(None, 0)
        elif isinstance(deed, AttendanceMark):
            self._mark(person, deed)

    def _enter(self, person: Marked) -> None:
        """Mark as present who is not marked; who is stays as they are."""
        if person.mark is None:
            self._mark(person, AttendanceMark.PRESENT)
        else:
            self._down()

    def _mark(self, person: Marked, mark: AttendanceMark) -> None:
        if mark in TIMED:
            self._asked = person.person_id, mark
            self._place_hours()
            self.hours.ask(self.minutes, person.minutes if person.mark in TIMED else 0)
            return
        self._put(mark, self.minutes if mark in THERE else 0)
        self._down()

    def _put(self, mark: AttendanceMark | None, minutes: int) -> None:
        before, now = self.people.put(self.currentIndex().row(), mark, minutes)
        if before != now:
            self.marked.emit(before, now)

    def _down(self) -> None:
        """Go to the next person; from the last one to the first who is still not marked."""
        number = self.currentIndex().row()
        following = number + 1 if number + 1 < len(self.people.people) else self.people.first_unmarked()
        if following is not None:
            self.go_to(following)

    def _take_hours(self, minutes: int) -> None:
        if self._asked is not None:
            (person, mark), self._asked = self._asked, None
            self.hours.hide()
            self.setFocus()
            number = self.people.number_of(person)
            if number is not None:
                self.setCurrentIndex(self.people.index(number))
                self._put(mark, minutes)
                self._down()

    def _leave_hours(self) -> None:
        self._asked = None
        had_it = self.hours.isVisible() and self.hours.isAncestorOf(self.focusWidget() or self)
        self.hours.hide()
        if had_it or not self.hasFocus():
            self.setFocus()

    def _place_hours(self) -> None:
        if self._asked is None:
            return
        number = self.people.number_of(self._asked[0])
        if number is None:
            return
        row = self.visualRect(self.people.index(number))
        width = min(row.width(), max(row.width() * 2 // 3, self.hours.minimumSizeHint().width()))
        self.hours.setGeometry(QRect(row.right() - width, row.top(), width, row.height()))


def _deed(event: QKeyEvent) -> Deed | None:
    """Return what a key asks for here; None leaves it to the list."""
    if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
        return None
    known = _KEYS.get(Qt.Key(event.key()))
    if known is not None:
        return known
    letter = event.text().upper()
    return _LETTERS_ASIDE.get(letter) or _BY_LETTER.get(letter)
