"""The lines of a sheet, a switch for each, so that one that does not belong there is left out before it is printed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.activities_data import ActivitiesDocument, Activity, Category
from ui.widgets.labels import muted
from ui.widgets.switched_lines import SwitchedLines


class Lines(SwitchedLines):
    """What is recorded of a month, part by part."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.boxes: dict[UUID, QCheckBox] = {}

    def show_lines(self, data: ActivitiesDocument) -> None:
        """Show what is recorded of a month; all of it goes in until it is switched off."""
        self.begin()
        self.boxes = {}
        for category in Category:
            found = data.of(category)
            if found:
                self.add_heading(self._words(category.value))
            for one in found:
                self.boxes[one.id] = self.add_line(self._said(one), on=True)
        if not self.boxes:
            empty = self._words("Nothing is recorded of this month. The paper has lines to write on by hand.")
            self.column.addWidget(muted(empty))
        self.column.addStretch(1)

    def left_out(self) -> frozenset[UUID]:
        """Return the lines that are switched off."""
        return frozenset(key for key, box in self.boxes.items() if not box.isChecked())

    def _said(self, one: Activity) -> str:
        words = self._words
        what = words(one.what.label) if one.what is not None and one.category is not Category.APPLIED else ""
        return ", ".join(filter(None, (words.day(one.on, "long"), what, one.text, one.place)))
