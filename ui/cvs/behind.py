"""What a CV's document holds that no field of the editor shows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.resume import editing
from jobbpunkt.resume.editing import Sheet
from ui.widgets.field import Field

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept


class Behind(Field[Sheet]):
    """The sheet upon which one types, never seen: a file that is taken in brings another, and a draft must keep that too."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words("The rest of the file"), parent=parent)
        self._sheet = Sheet()
        self.hide()

    def value(self) -> Sheet:
        """Return the sheet."""
        return self._sheet

    def set_value(self, value: Sheet) -> None:
        """Take another sheet."""
        self._sheet = value

    def editor(self) -> QWidget:
        """Return this: nothing is typed here."""
        return self

    def keep(self) -> Kept:
        """Return the document without its sections; those are fields of their own."""
        return editing.closed(replace(self._sheet, sections={}))

    def bring_back(self, kept: Kept) -> None:
        """Take the document that a draft kept."""
        self._sheet = editing.opened(kept)

    def as_text(self) -> str:
        """Return which parts there are."""
        return ", ".join(sorted(self._sheet.rest))
