"""Choosing people for a meeting: type a part of the name, go down with the arrows, Enter takes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from jobbpunkt.people import PersonName, details, lookup
from jobbpunkt.people.caseload import CaseloadRow, caseload
from ui import asking, threads
from ui.context import Context
from ui.widgets.buttons import icon_button
from ui.widgets.chips import chip
from ui.widgets.field import Field
from ui.widgets.layouts import boxed, clear, row

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept
    from jobbpunkt.register.unit_of_work import Reading

WAIT_MS = 120
LIMIT = 6
ROW_HEIGHT = 34


class PersonPicker(Field[tuple[UUID, ...]]):
    """The people of a meeting as chips, and a line that finds more of them."""

    def __init__(self, context: Context, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self.context, self.words = context, context.words
        self._chosen: dict[UUID, PersonName] = {}
        self._asked = threads.Latest()
        self.interpreter = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.words("Type a part of the name"))
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.hide()
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._holder = boxed(self._chips)
        self._holder.hide()
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._search)
        self.line.textEdited.connect(lambda _text: self._timer.start())
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.finish(self._holder, self.line, self.list)

    def editor(self) -> QWidget:
        """Return the line that searches."""
        return self.line

    def keep(self) -> Kept:
        """Return who was chosen."""
        return [str(person) for person in self._chosen]

    def bring_back(self, kept: Kept) -> None:
        """Choose whom a draft kept; their names are loaded."""
        self.set_value(tuple(map(UUID, kept)))

    def as_text(self) -> str:
        """Return their names."""
        return ", ".join(name.shown(self.words) for name in self._chosen.values())

    def value(self) -> tuple[UUID, ...]:
        """Return the chosen people, in the order they were chosen."""
        return tuple(self._chosen)

    def set_value(self, value: tuple[UUID, ...]) -> None:
        """Choose people; their names are loaded."""
        asking.read(self, self.context, lambda uow: lookup.called(uow, value), self._set_names)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types in the line."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Backspace and not self.line.text() and self._chosen:
            self._drop(list(self._chosen)[-1])
            return True
        if self.list.isHidden():
            return False
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if key in steps:
            wanted = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, wanted)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.list.hide()
            return True
        return False

    def _search(self) -> None:
        typed = self.line.text().strip()
        if not typed:
            self._asked.drop()
            self.list.hide()
            return
        # An answer to what one has already typed over would make the list jump.
        self._asked.keep(asking.read(self, self.context, lambda uow: caseload(uow, words=typed, limit=LIMIT), self._found))

    def _found(self, found: Sequence[CaseloadRow]) -> None:
        self.list.clear()
        for person in found:
            item = QListWidgetItem(self._described(person))
            item.setData(Qt.ItemDataRole.UserRole, person)
            self.list.addItem(item)
        if not found:
            item = QListWidgetItem(self.words("Nothing was found. Try fewer letters."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(self.list.count() * ROW_HEIGHT + 4)
        self.list.show()

    def _described(self, person: CaseloadRow) -> str:
        status = self.words(person.status.label) if person.status else self.words("Not enrolled")
        return "  ·  ".join(filter(None, (person.name.shown(self.words), status, person.coach)))

    def _take(self, item: QListWidgetItem | None) -> None:
        person = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        if not isinstance(person, CaseloadRow):
            return
        self.list.hide()
        self.line.clear()
        self._asked.drop()
        self._add(person.id, person.name)
        asking.read(self, self.context, partial(_interpreter, person_id=person.id), self._know_interpreter)

    def _add(self, person_id: UUID, name: PersonName) -> None:
        self._chosen[person_id] = name
        self._show_chosen()
        self.changed.emit()

    def _know_interpreter(self, language: str) -> None:
        if language:
            self.interpreter = language
            self.changed.emit()

    def _set_names(self, found: dict[UUID, PersonName]) -> None:
        self._chosen = dict(found)
        self._show_chosen()
        for person_id in found:
            asking.read(self, self.context, partial(_interpreter, person_id=person_id), self._know_interpreter)

    def _drop(self, person_id: UUID) -> None:
        del self._chosen[person_id]
        self._show_chosen()
        self.changed.emit()
        self.line.setFocus()

    def _show_chosen(self) -> None:
        clear(self._chips)
        for person_id, name in self._chosen.items():
            shown = name.shown(self.words)
            take_away = icon_button("x", self.words("Take away {name}", name=shown), partial(self._drop, person_id))
            self._chips.addLayout(row(chip(shown, "accent"), take_away, spacing=0))
        self._chips.addStretch(1)
        self._holder.setVisible(bool(self._chosen))


def _interpreter(uow: Reading, person_id: UUID) -> str:
    return details.details(uow, person_id).data.interpreter
