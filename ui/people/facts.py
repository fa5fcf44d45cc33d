"""The details tab: what is known of a person, in short groups; a protected person's only after a reason is given."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jobbpunkt.people import details, facts
from jobbpunkt.people.details import PersonDetails
from jobbpunkt.register.permissions import Permission
from ui.context import Context
from ui.people.person_form import edit_person_dialog
from ui.people.reveal import RevealDialog
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.labels import muted, small, text
from ui.widgets.layouts import clear, column, row
from ui.widgets.live import Live
from ui.widgets.page import scrolling


class FactsTab(QWidget):
    """Shows a person's details and opens the form to change them."""

    def __init__(self, context: Context, person: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words, self.person = context, context.words, person
        self._shown: PersonDetails | None = None
        self.live = Live(self, context, self.refresh)
        may_edit = context.user.may(Permission.EDIT_PEOPLE)
        self.edit = secondary(self.words("Change details"), self._edit, icon="pencil")
        self.reveal = secondary(self.words("Show protected details"), self._reveal, icon="eye")
        if not may_edit:
            self.edit.hide()
        self.reveal.hide()
        holder = QWidget()
        self.groups = QVBoxLayout(holder)
        self.groups.setContentsMargins(0, 0, 8, 0)
        self.groups.setSpacing(14)
        self.setLayout(column(row(None, self.reveal, self.edit), scrolling(holder), spacing=10))

    def refresh(self) -> None:
        """Load the details anew; what was revealed is hidden again."""
        self.live.read(lambda uow: details.details(uow, self.person), self._show)

    def asking(self) -> RevealDialog:
        """Return the dialog that asks why the details are wanted, and then shows them here."""
        dialog = RevealDialog(self, self.context, self.person)
        dialog.revealed.connect(lambda found: self._show(cast("PersonDetails", found)))
        return dialog

    def _show(self, found: PersonDetails) -> None:
        self._shown = found
        words = self.words
        may_reveal = self.context.user.may(Permission.SEE_PROTECTED) and self.context.user.holds_protected
        self.reveal.setVisible(not found.revealed and may_reveal)
        self.edit.setEnabled(found.revealed)
        clear(self.groups)
        if not found.revealed:
            self.groups.addWidget(muted(words("The details are protected. Who opens them, and why, is written down.")))
        for group in facts.groups(found.data, words):
            filled = [(label, value) for label, value in group.facts if value]
            if filled:
                self.groups.addWidget(_card(group.title, filled))
        self.groups.addStretch(1)

    def _edit(self) -> None:
        if self._shown is not None:
            edit_person_dialog(self, self.context, self._shown).open()

    def _reveal(self) -> None:
        self.asking().open()


def _card(title: str, told: list[tuple[str, str]]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(12)
    for place, (label, value) in enumerate(told):
        grid.addLayout(column(small(label), text(value), None, spacing=1), place // 2, place % 2)
    for side in (0, 1):
        grid.setColumnStretch(side, 1)
    card.add(grid)
    return card
