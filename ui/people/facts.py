"""The details tab: what is known of a person, in short groups; a protected person's only after a reason is given."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jobbpunkt import identity
from jobbpunkt.i18n import Words
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData, PersonDetails
from jobbpunkt.permissions import Permission
from models.vocabulary import Protection
from ui.context import Context
from ui.people.person_form import edit_person_dialog
from ui.people.reveal import RevealDialog
from ui.widgets.buttons import secondary
from ui.widgets.card import Card
from ui.widgets.labels import muted, small, text
from ui.widgets.layouts import clear, column, row
from ui.widgets.live import Live
from ui.widgets.page import scrolling

Fact = tuple[str, str]


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
        for title, facts in _groups(found.data, words):
            filled = [(label, value) for label, value in facts if value]
            if filled:
                self.groups.addWidget(_card(title, filled))
        self.groups.addStretch(1)

    def _edit(self) -> None:
        if self._shown is not None:
            edit_person_dialog(self, self.context, self._shown).open()

    def _reveal(self) -> None:
        self.asking().open()


def _groups(data: PersonData, words: Words) -> list[tuple[str, list[Fact]]]:
    return [
        (words("Person"), _who(data, words)),
        (words("Contact"), _contact(data, words)),
        (words("Background"), _background(data, words)),
        (words("In the person's own words"), [(words("What do you want to reach?"), data.own_goal)]),
    ]


def _who(data: PersonData, words: Words) -> list[Fact]:
    return [
        (words("Identity number"), identity.shown(data.identity_number) if data.identity_number else ""),
        (words("Born"), data.birth_date.isoformat() if data.birth_date else str(data.birth_year or "")),
        (words("Sex"), words(data.sex.label)),
        (words("Protected identity"), words(data.protection.label) if data.protection is not Protection.NONE else ""),
    ]


def _contact(data: PersonData, words: Words) -> list[Fact]:
    return [
        (words("Telephone"), data.phone),
        (words("E-mail"), data.email),
        (words("Address"), f"{data.street}\n{data.postal_code} {data.city}".strip()),
        (words("District"), data.district),
        (words("Tenant of Mimer"), "" if data.tenant is None else words("Yes") if data.tenant else words("No")),
        (words("To mind when making contact"), data.contact_note),
    ]


def _background(data: PersonData, words: Words) -> list[Fact]:
    return [
        (words("First language"), data.language),
        (words("Interpreter needed in"), data.interpreter),
        (words("Swedish"), words(data.swedish.label)),
        (words("Education"), words(data.education.label)),
        (words("Without work"), words(data.without_work.label)),
        (words("Driving licence"), data.driving_licence),
    ]


def _card(title: str, facts: list[Fact]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(12)
    for place, (label, value) in enumerate(facts):
        grid.addLayout(column(small(label), text(value), None, spacing=1), place // 2, place % 2)
    for side in (0, 1):
        grid.setColumnStretch(side, 1)
    card.add(grid)
    return card
