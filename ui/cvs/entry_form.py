"""The form of one post: its fields as the shapes declare them, read back without ever refusing what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.resume.entries import Entry
from ui.cvs.fields import EndField, LinesField, field_for
from ui.cvs.shapes import Shape
from ui.widgets.forms import Form

E = TypeVar("E", bound=Entry)


class EntryForm(QWidget):
    """Shows one entry at a time; `changed` tells that the person typed something."""

    changed = Signal()

    def __init__(self, words: Words, shapes: Sequence[Shape], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._shapes = tuple(shapes)
        self.form = Form(words)
        for shape in self._shapes:
            self.form.add(shape.name, field_for(shape, words), beside=shape.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 8, 8)
        column.addWidget(self.form)
        column.addStretch(1)
        self.form.changed.connect(self.changed)

    def show_entry(self, entry: Entry) -> None:
        """Show an entry's values."""
        self.form.clear_errors()
        for shape in self._shapes:
            field, value = self.form[shape.name], getattr(entry, shape.name)
            if isinstance(field, LinesField):
                field.set_items(value)
            elif isinstance(field, EndField) and not value and self._begun(entry):
                field.show_ongoing()
            else:
                field.set_value(value)

    def read_into(self, entry: E) -> E:
        """Return the entry with what is typed; dates as typed, whether they can be or not."""
        typed: dict[str, Any] = {}
        for shape in self._shapes:
            field = self.form[shape.name]
            typed[shape.name] = field.items() if isinstance(field, LinesField) else field.value()
        return replace(entry, **typed)

    def _begun(self, entry: Entry) -> bool:
        return bool(getattr(entry, "start_date", ""))

    def show_error(self, error: InvalidInput) -> None:
        """Show what is wrong at its field and go there."""
        self.form.show_error(error)

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self.form.focus_first()
