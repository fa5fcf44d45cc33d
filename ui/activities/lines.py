"""The lines of a sheet, a switch for each, so that one that does not belong there is left out before it is printed."""

from __future__ import annotations

from textwrap import fill
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.activities_data import ActivitiesDocument, Activity, Category
from ui.widgets.labels import muted, strong
from ui.widgets.layouts import clear

LETTERS = 36  # as many have room in a line of the panel


class Lines(QWidget):
    """The lines under the headings that the paper has; `changed` when one is switched on or off."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._words = words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self.boxes: dict[UUID, QCheckBox] = {}

    def show_lines(self, data: ActivitiesDocument) -> None:
        """Show what is recorded of a month; all of it goes in until it is switched off."""
        clear(self._column)
        self.boxes = {}
        for category in Category:
            found = data.of(category)
            if found:
                self._column.addWidget(strong(self._words(category.value)))
            for one in found:
                self._add(one)
        if not self.boxes:
            empty = self._words("Nothing is recorded of this month. The paper has lines to write on by hand.")
            self._column.addWidget(muted(empty))
        self._column.addStretch(1)

    def left_out(self) -> frozenset[UUID]:
        """Return the lines that are switched off."""
        return frozenset(key for key, box in self.boxes.items() if not box.isChecked())

    def _add(self, one: Activity) -> None:
        said = self._said(one)
        # A box does not break its own words.
        box = QCheckBox(fill(said, LETTERS).replace("&", "&&"))
        box.setAccessibleName(said)
        box.setChecked(True)
        box.toggled.connect(lambda _: self.changed.emit())
        self.boxes[one.id] = box
        self._column.addWidget(box)

    def _said(self, one: Activity) -> str:
        words = self._words
        what = words(one.what.label) if one.what is not None and one.category is not Category.APPLIED else ""
        return ", ".join(filter(None, (words.day(one.on, "long"), what, one.text, one.place)))
