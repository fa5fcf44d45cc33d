"""Fields of their own that a CV needs: one item per line, partial dates, and an end that may not have come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.resume import dates
from ui.cvs.shapes import Shape
from ui.widgets.field import Field
from ui.widgets.forms import LineField, LongTextField

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept


class LinesField(LongTextField):
    """Several items, one per line; its texts are a tuple."""

    def items(self) -> tuple[str, ...]:
        """Return the lines that hold something."""
        return tuple(line.strip() for line in self.value().split("\n") if line.strip())

    def set_items(self, items: tuple[str, ...]) -> None:
        """Show one item per line; a line break within an item becomes a blank."""
        self.set_value("\n".join(" ".join(item.split()) for item in items))


class PartialDateField(LineField):
    """A year, a year and month, or a day; written out when one leaves the field, kept as typed when it is none."""

    def __init__(self, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.line.setMaximumWidth(190)
        self.line.editingFinished.connect(self._tidy)

    def _tidy(self) -> None:
        self.line.setText(tidy_or_same(self.value()))


class EndField(Field[str]):
    """Like a partial date, with a tick for what still goes on."""

    def __init__(self, words: Words, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.line = QLineEdit()
        self.line.setMaximumWidth(190)
        self.ongoing = QCheckBox(words("Ongoing"))
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.line.editingFinished.connect(self._tidy)
        self.ongoing.clicked.connect(self._tick)
        self.finish(self.line, self.ongoing)

    def editor(self) -> QWidget:
        """Return the line."""
        return self.line

    def value(self) -> str:
        """Return what was typed; nothing for what goes on."""
        return "" if self.ongoing.isChecked() else self.line.text().strip()

    def set_value(self, value: str) -> None:
        """Show an end."""
        self.line.setText(value)
        self.ongoing.setChecked(False)
        self.line.setEnabled(True)

    def keep(self) -> Kept:
        """Return what was typed, or that it goes on."""
        return None if self.ongoing.isChecked() else self.line.text()

    def bring_back(self, kept: Kept) -> None:
        """Show what a draft kept."""
        if kept is None:
            self.show_ongoing()
        else:
            self.set_value(str(kept))

    def as_text(self) -> str:
        """Return the end as one reads it."""
        return self.ongoing.text() if self.ongoing.isChecked() else self.line.text()

    def show_ongoing(self) -> None:
        """Show that it goes on."""
        self.line.clear()
        self.ongoing.setChecked(True)
        self.line.setEnabled(False)

    def _tick(self, ticked: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.line.setEnabled(not ticked)
        if not ticked:
            self.line.setFocus()
        self.changed.emit()

    def _tidy(self) -> None:
        self.line.setText(tidy_or_same(self.line.text()))


def tidy_or_same(typed: str) -> str:
    """Return a date as the format wants it, or what was typed when it is none."""
    try:
        return dates.tidy(typed)
    except ValueError:
        return typed


def field_for(shape: Shape, words: Words) -> Field[Any]:
    """Return the field in which a shape is typed."""
    label, hint = words(shape.label), words(shape.hint)
    if shape.manner == "long":
        return LongTextField(label, hint=hint, lines=5, snug=True)
    if shape.manner == "lines":
        return LinesField(label, hint=hint, lines=4, snug=True)
    if shape.manner == "date":
        return PartialDateField(label, hint=hint)
    if shape.manner == "end":
        return EndField(words, label, hint=hint)
    return LineField(label, hint=hint)
