"""A form: fields by name, in one or two columns, with each refusal shown at the field it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from ui.widgets.choice_fields import ChoiceField, SegmentField, TickField
from ui.widgets.field import Field
from ui.widgets.labels import heading
from ui.widgets.text_fields import LineField, LongTextField, NumberField, PasswordField, TextField
from ui.widgets.time_fields import DateField, TimeField

__all__ = [
    "ChoiceField",
    "DateField",
    "Field",
    "Form",
    "LineField",
    "LongTextField",
    "NumberField",
    "PasswordField",
    "SegmentField",
    "TextField",
    "TickField",
    "TimeField",
]

F = TypeVar("F", bound=Field[Any])


class Form(QWidget):
    """Fields under one another; `add(..., beside=True)` puts a field to the right of the one before."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._words = words
        self._fields: dict[str, Field[Any]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._row = -1
        self._last: QWidget | None = None
        self.dirty = False
        self.changed.connect(self._note_change)

    def add(self, name: str, field: F, *, beside: bool = False) -> F:
        """Put a field into the form under the name that services use for it in InvalidInput; return it."""
        field.name = name
        self._fields[name] = field
        if beside:
            self._narrow_the_one_before()
            self._grid.addWidget(field, self._row, 1)
        else:
            self.put(field)
        field.changed.connect(self.changed)
        return field

    def section(self, title: str) -> None:
        """Put a heading before the fields that follow."""
        self.put(heading(title))

    def end(self) -> None:
        """Let room that is left over stand below the last field instead of between the fields."""
        self._grid.setRowStretch(self._row + 1, 1)

    def put(self, widget: QWidget) -> None:
        """Put any other widget across the form."""
        self._row += 1
        self._last = widget
        self._grid.addWidget(widget, self._row, 0, 1, 2)

    @property
    def fields(self) -> Mapping[str, Field[Any]]:
        """Return every field by name."""
        return self._fields

    def __getitem__(self, name: str) -> Field[Any]:
        """Return the field of that name."""
        return self._fields[name]

    def values(self) -> dict[str, Any]:
        """Return every field's value by name; raises InvalidInput for the first that cannot be read."""
        return {name: field.value() for name, field in self._fields.items()}

    def check(self) -> None:
        """Raise InvalidInput for the first field that holds something it would not save."""
        for field in self._fields.values():
            field.check()

    def set_values(self, **values: Any) -> None:
        """Show values by name."""
        for name, value in values.items():
            self._fields[name].set_value(value)
        self.dirty = False

    def show_error(self, error: InvalidInput) -> bool:
        """Show a refusal at its field and go there; False if the form has no such field."""
        field = self._fields.get(error.field)
        if field is None:
            return False
        field.set_error(error.text(self._words))
        field.setFocus()
        return True

    def clear_errors(self) -> None:
        """Take back every refusal."""
        for field in self._fields.values():
            field.set_error("")

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        for field in self._fields.values():
            field.setFocus()
            return

    def _note_change(self) -> None:
        self.dirty = True

    def _narrow_the_one_before(self) -> None:
        if self._last is not None:
            self._grid.removeWidget(self._last)
            self._grid.addWidget(self._last, self._row, 0)
