"""The field that chooses what a user is trusted with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from jobbpunkt.base.words import N_, Words
from models.vocabulary import Role
from ui.widgets.field import Field
from ui.widgets.labels import small

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept

MEANINGS = {
    Role.COACH: N_("Everything about their own participants, health plans included; others' after writing why."),
    Role.PROJECT_LEAD: N_(
        "Every participant's name, coach and status; their details after writing why."
        " Campaigns, events and reports. No notes and no plans."
    ),
    Role.SUPERVISOR: N_("A programme's group, by name, and its work: shifts, training, inspections. Nothing else."),
    Role.ADMINISTRATOR: N_("Users, backups and the register itself; nothing about participants."),
}
INDENT = 28


class RolesField(Field[frozenset[Role]]):
    """One tick for each role, with what it means below."""

    def __init__(self, words: Words, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self._boxes = {role: QCheckBox(words(role.label)) for role in Role}
        self._rows = QWidget()
        self._rows.setProperty("ground", "none")
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for role, box in self._boxes.items():
            meaning = small(words(MEANINGS[role]))
            meaning.setContentsMargins(INDENT, 0, 0, 6)
            box.setAccessibleDescription(meaning.text())
            box.clicked.connect(lambda _checked: self.changed.emit())
            rows.addWidget(box)
            rows.addWidget(meaning)
        self.finish(self._rows)
        # The rows only group; the keyboard belongs to the boxes.
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._boxes[Role.COACH])

    def editor(self) -> QWidget:
        """Return what holds the boxes."""
        return self._rows

    def box(self, role: Role) -> QCheckBox:
        """Return the tick of one role."""
        return self._boxes[role]

    def keep(self) -> Kept:
        """Return the roles that are ticked."""
        return sorted(role.value for role in self.value())

    def bring_back(self, kept: Kept) -> None:
        """Tick the roles that a draft kept."""
        self.set_value(frozenset(role for role in Role if role.value in kept))

    def as_text(self) -> str:
        """Return the roles in words."""
        return ", ".join(box.text() for box in self._boxes.values() if box.isChecked())

    def value(self) -> frozenset[Role]:
        """Return the roles that are ticked."""
        return frozenset(role for role, box in self._boxes.items() if box.isChecked())

    def set_value(self, value: frozenset[Role]) -> None:
        """Tick these roles."""
        for role, box in self._boxes.items():
            box.setChecked(role in value)
