"""The form for who the person is and how they are reached."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.resume.editing import Sheet
from jobbpunkt.resume.entries import Address, Basics
from ui.cvs.entry_form import EntryForm
from ui.cvs.shapes import ADDRESS, BASICS
from ui.widgets.labels import heading
from ui.widgets.layouts import boxed, column
from ui.widgets.page import scrolling


class BasicsForm(QWidget):
    """Name, line under the name, contact, profile and address of a CV."""

    changed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.person, self.address = EntryForm(words, BASICS), EntryForm(words, ADDRESS)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addWidget(heading(words("About me")))
        outer.addWidget(scrolling(boxed(column(self.person, self.address, None))), 1)
        self.person.changed.connect(self.changed)
        self.address.changed.connect(self.changed)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show who a sheet is about."""
        self.person.show_entry(sheet.basics)
        self.address.show_entry(sheet.address)

    def read_into(self, sheet: Sheet) -> tuple[Basics, Address]:
        """Return what is typed, with all else as the sheet has it."""
        return self.person.read_into(sheet.basics), self.address.read_into(sheet.address)
