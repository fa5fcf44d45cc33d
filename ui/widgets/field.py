"""What all fields of a form share: a label above, the place to type, and a line below for a hint or what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.labels import PlainLabel, error, small

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept

T = TypeVar("T")
STRIPE, BESIDE_STRIPE = 3, 11


def token(value: object) -> Kept:
    """Return a chosen value as JSON can say it."""
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, UUID) else value


class Field(QWidget, Generic[T]):
    """One labelled field. `changed` is emitted when the person changes it, not when a program does."""

    changed = Signal()
    secret = False
    """Whether what is typed here may never be kept as a draft."""

    def __init__(self, label: str = "", *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.name = ""
        self._brought_back = False
        self.label = PlainLabel(label, "field")
        self._hint = small(hint)
        self._error = error()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(5)
        self.column.addWidget(self.label)
        self.label.setVisible(bool(label))
        # Kept from the label's own policy: that it is taller where its words wrap.
        policy = self.label.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self.label.setSizePolicy(policy)
        if not hint:  # showing it before it has a place would open a window of its own
            self._hint.hide()

    def value(self) -> T:
        """Return what is in the field; raises InvalidInput for what cannot be read."""
        raise NotImplementedError

    def check(self) -> None:
        """Raise InvalidInput for what `value` would pass over in silence; asked before a form is saved."""

    def set_value(self, value: T) -> None:
        """Show a value."""
        raise NotImplementedError

    def editor(self) -> QWidget:
        """Return the widget that takes the keyboard."""
        raise NotImplementedError

    def editors(self) -> Iterable[QWidget]:
        """Return every widget in which one types."""
        return (self.editor(),)

    def keep(self) -> Kept:
        """Return what stands in the field for a draft, as JSON: also what cannot be read yet."""
        editor = self.editor()
        if isinstance(editor, QLineEdit):
            return editor.text()
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        raise NotImplementedError(type(self).__name__)

    def bring_back(self, kept: Kept) -> None:
        """Show what a draft kept, with the cursor where one goes on writing."""
        editor = self.editor()
        if isinstance(editor, QLineEdit):
            editor.setText(str(kept))
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(kept))
            editor.moveCursor(editor.textCursor().MoveOperation.End)
        else:
            raise NotImplementedError(type(self).__name__)

    def as_text(self) -> str:
        """Return what stands in the field as one reads it."""
        return str(self.keep())

    def mark_brought_back(self, *, marked: bool) -> None:
        """Show by a stripe at the side that the field holds what a draft brought back."""
        if marked != self._brought_back:
            self._brought_back = marked
            self.column.setContentsMargins(BESIDE_STRIPE if marked else 0, 0, 0, 0)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the stripe."""
        super().paintEvent(event)
        if self._brought_back:
            painter = QPainter(self)
            painter.fillRect(0, 0, STRIPE, self.height(), QColor(current().accent))
            painter.end()

    def set_error(self, sentence: str) -> None:
        """Say below the field what is wrong with it; an empty sentence takes that back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._hint.setVisible(bool(self._hint.text()) and not sentence)
        editor = self.editor()
        editor.setAccessibleDescription(sentence or self._hint.text())
        editor.setProperty("invalid", "true" if sentence else "false")
        editor.style().unpolish(editor)
        editor.style().polish(editor)

    @property
    def error_text(self) -> str:
        """Return the sentence that is shown below the field."""
        return self._error.text()

    def set_hint(self, text: str) -> None:
        """Say below the field how to fill it."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def set_enabled(self, *, enabled: bool) -> None:
        """Open or close the field."""
        self.editor().setEnabled(enabled)

    def finish(self, *widgets: QWidget) -> None:
        """Put the widgets under the label; every field calls it once, at the end of its making."""
        for widget in widgets:
            self.column.addWidget(widget)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._error)
        # In a row of two, the lower field keeps its label at the top.
        self.column.addStretch(0)
        editor = self.editor()
        self.label.setBuddy(editor)
        self.setFocusProxy(editor)
        editor.setAccessibleName(self.label.text())
        editor.setAccessibleDescription(self._hint.text())
        self.changed.connect(self._forget_error)

    def _forget_error(self) -> None:
        if self.error_text:
            self.set_error("")
