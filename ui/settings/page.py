"""The settings page: one card per subject; adding a card is one line here."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt.register.permissions import Permission
from ui.context import Context
from ui.theme import scaled
from ui.widgets.page import Page, scrolling

# Where each card's class is, and what one must be allowed to see it.
CARDS: tuple[tuple[str, Permission | None], ...] = (
    ("ui.settings.look_card:LookCard", None),
    ("ui.settings.lock_card:LockCard", None),
    ("ui.settings.password_card:PasswordCard", None),
    ("ui.settings.quick_card:QuickCard", None),
    ("ui.settings.phone_card:PhoneCard", None),
    ("ui.covers.card:CoversCard", Permission.SEE_NOTES),
    ("ui.suggestions.card:SuggestionsCard", Permission.SEE_PLANS),
    ("ui.settings.office_card:OfficeCard", Permission.MANAGE_REGISTER),
    ("ui.settings.register_card:RegisterCard", Permission.MANAGE_REGISTER),
    ("ui.settings.backup_card:BackupCard", Permission.MANAGE_REGISTER),
    ("ui.settings.users:UsersCard", Permission.MANAGE_USERS),
)
READABLE = 760


class SettingsPage(Page):
    """How the program looks, when it locks, one's own password, short code and telephone, and what an administrator sees."""

    def _build(self) -> None:
        self.header(self.words("Settings"))
        holder = QWidget()
        holder.setMaximumWidth(scaled(READABLE))
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        self.cards: list[QWidget] = []
        for factory, needs in CARDS:
            if needs is None or self.context.user.may(needs):
                card = _make(factory, self.context)
                self.cards.append(card)
                column.addWidget(card)
        column.addStretch(1)
        self.column.addWidget(scrolling(holder), 1)


def _make(factory: str, context: Context) -> QWidget:
    module, _, name = factory.partition(":")
    return cast("QWidget", getattr(import_module(module), name)(context))
