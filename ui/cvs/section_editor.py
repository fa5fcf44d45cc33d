"""One section of a CV: its posts as a list, and the form of the chosen one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.resume.editing import entry_of, item_of
from jobbpunkt.resume.entries import Entry
from ui.cvs.entry_form import EntryForm
from ui.cvs.entry_list import EntryList
from ui.cvs.shapes import Section
from ui.widgets.buttons import icon_button, secondary
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.labels import heading
from ui.widgets.layouts import row
from ui.widgets.page import scrolling

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept

LIST_ROWS = 5


class SectionEditor(Field[tuple[Entry, ...]]):
    """One section as one field: its value is the posts in their order."""

    def __init__(self, words: Words, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(words(section.title), parent=parent)
        # The heading below says the same, larger.
        self.label.hide()
        self.words, self.section = words, section
        self._entries: list[Entry] = []
        self.list = EntryList(words(section.title))
        self.form = EntryForm(words, section.shapes)
        self._build()
        self._connect()
        self.show_entries(())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Return the posts as they stand now, in order."""
        return tuple(self._entries)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show other posts, the first of them chosen."""
        self._entries = list(entries)
        self._show(0 if entries else -1)

    def value(self) -> tuple[Entry, ...]:
        """Return the posts as they stand now, in order."""
        return self.entries

    def set_value(self, value: tuple[Entry, ...]) -> None:
        """Show other posts."""
        self.show_entries(value)

    def editor(self) -> QWidget:
        """Return the list of posts."""
        return self.list

    def editors(self) -> Iterable[QWidget]:
        """Return the list of posts, and where the chosen one is typed."""
        return (self.list, *(editor for field in self.form.form.fields.values() for editor in field.editors()))

    def keep(self) -> Kept:
        """Return the posts as the document would hold them, also those that are not finished."""
        return [item_of(entry) for entry in self._entries]

    def bring_back(self, kept: Kept) -> None:
        """Show the posts that a draft kept."""
        self.show_entries(tuple(entry_of(self.section.kind, item) for item in kept))

    def as_text(self) -> str:
        """Return the posts as one reads them."""
        return "\n\n".join(self._read(entry) for entry in self._entries)

    def add(self) -> None:
        """Add an empty post first, where the latest belongs, and type in it."""
        self._entries.insert(0, self.section.kind())
        self._show(0)
        self.form.focus_first()
        self.changed.emit()

    def remove(self) -> None:
        """Take the chosen post away; it comes back if one leaves without saving."""
        number = self.list.currentRow()
        if number < 0:
            return
        del self._entries[number]
        self._show(min(number, len(self._entries) - 1))
        self.list.setFocus()
        self.changed.emit()

    def reorder(self, start: int, target: int) -> None:
        """Move a post to another place; it stays chosen."""
        self._entries.insert(target, self._entries.pop(start))
        self._show(target)
        self.changed.emit()

    def show_error(self, number: int, error: InvalidInput) -> None:
        """Choose a post and show what is wrong at its field."""
        self._show(number)
        self.form.show_error(error)

    def _build(self) -> None:
        words = self.words
        self.add_button = secondary(words("Add"), self.add, icon="plus")
        self.add_button.setAccessibleName(words(self.section.add))
        self.up = icon_button("arrow-up", words("Move up (Alt+Up)"), lambda: self._step(-1))
        self.down = icon_button("arrow-down", words("Move down (Alt+Down)"), lambda: self._step(1))
        self.remove_button = icon_button("trash-2", words("Remove (Delete)"), self.remove)
        self.tools = (self.up, self.down, self.remove_button)
        self.empty = EmptyState(
            "file-text", words("Nothing here yet"), words("Leave it empty if it does not matter for this CV.")
        )
        self.area = scrolling(self.form)
        column = self.column
        column.setSpacing(10)
        column.addLayout(row(heading(words(self.section.title)), None, self.add_button))
        column.addWidget(self.list)
        column.addLayout(row(None, *self.tools, spacing=2))
        column.addWidget(self.area, 1)
        column.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._choose)
        self.list.moved.connect(self.reorder)
        self.list.removing.connect(self.remove)
        self.list.opening.connect(self.form.focus_first)
        self.form.changed.connect(self._type)
        QShortcut(QKeySequence("Ctrl+N"), self, self.add)

    def _show(self, number: int) -> None:
        self.list.show_lines([self._line(entry) for entry in self._entries], number)
        rows = min(max(len(self._entries), 1), LIST_ROWS)
        self.list.setFixedHeight(rows * (self.list.fontMetrics().height() + 16) + 6)
        for widget in (self.list, self.area, *self.tools):
            widget.setVisible(bool(self._entries))
        self.empty.setVisible(not self._entries)
        self._choose(number)

    def _choose(self, number: int) -> None:
        if 0 <= number < len(self._entries):
            self.form.show_entry(self._entries[number])
        self.up.setEnabled(number > 0)
        self.down.setEnabled(number < len(self._entries) - 1)

    def _type(self) -> None:
        number = self.list.currentRow()
        if 0 <= number < len(self._entries):
            self._entries[number] = self.form.read_into(replace(self._entries[number]))
            self.list.item(number).setText(self._line(self._entries[number]))
            self.changed.emit()

    def _step(self, by: int) -> None:
        start = self.list.currentRow()
        self.reorder(start, start + by)

    def _read(self, entry: Entry) -> str:
        said = ((self.words(shape.label), getattr(entry, shape.name)) for shape in self.section.shapes)
        return "\n".join(f"{label}: {value if isinstance(value, str) else ', '.join(value)}" for label, value in said if value)

    def _line(self, entry: Entry) -> str:
        title = self.section.headline(entry) or self.words("(not filled in)")
        return "   ·   ".join(filter(None, [title, self.section.byline(entry).replace("\n", " ")]))
