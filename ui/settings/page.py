"""The settings page: one card per subject, each change takes effect at once."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import settings
from jobbpunkt.i18n import N_
from ui.widgets.card import Card
from ui.widgets.forms import SegmentField
from ui.widgets.labels import muted
from ui.widgets.page import Page, scrolling

LANGUAGES = (("sv", "Svenska"), ("en", "English"))
THEMES = (("system", N_("As the computer")), ("light", N_("Light")), ("dark", N_("Dark")))
TEXT_SIZES = (100, 115, 130, 150, 175, 200)
LOCK_MINUTES = (1, 2, 5, 10, 15, 30)
READABLE = 760


class SettingsPage(Page):
    """Look, language and lock; one's own password below."""

    def _build(self) -> None:
        self.header(self.words("Settings"))
        holder = QWidget()
        holder.setMaximumWidth(READABLE)
        self.cards = QVBoxLayout(holder)
        self.cards.setContentsMargins(0, 0, 8, 0)
        self.cards.setSpacing(16)
        self._build_look()
        self._build_lock()
        self.cards.addStretch(1)
        self.column.addWidget(scrolling(holder), 1)

    def _build_look(self) -> None:
        words = self.words
        self.language = SegmentField(words("Language"), LANGUAGES)
        self.theme = SegmentField(words("Light or dark"), [(value, words(name)) for value, name in THEMES])
        self.text_size = SegmentField(words("Text size"), [(size, words("{n} %", n=size)) for size in TEXT_SIZES])
        card = Card(words("Look and language"))
        for field in (self.language, self.theme, self.text_size):
            card.add(field)
        self.cards.addWidget(card)

    def _build_lock(self) -> None:
        words = self.words
        self.lock = SegmentField(
            words("Lock after"), [(count, words.plural("{n} minute", "{n} minutes", count)) for count in LOCK_MINUTES]
        )
        card = Card(words("Lock"))
        card.add(
            muted(
                words(
                    "When nobody has touched the computer for a while, the program closes the register and asks for the password."
                )
            )
        )
        card.add(self.lock)
        self.cards.addWidget(card)

    def _connect(self) -> None:
        self.language.changed.connect(self._restyle)
        self.theme.changed.connect(self._restyle)
        self.text_size.changed.connect(self._restyle)
        self.lock.changed.connect(self._save_lock)

    def refresh(self) -> None:
        """Show what is chosen."""
        chosen = self.context.settings
        self.language.set_value(chosen.get(settings.LANGUAGE))
        self.theme.set_value(chosen.get(settings.THEME))
        self.text_size.set_value(chosen.get(settings.TEXT_SIZE))
        self.lock.set_value(chosen.get(settings.LOCK_MINUTES))

    def _restyle(self) -> None:
        chosen = self.context.settings
        chosen.set(settings.LANGUAGE, self.language.value() or settings.LANGUAGE.default)
        chosen.set(settings.THEME, self.theme.value() or settings.THEME.default)
        chosen.set(settings.TEXT_SIZE, self.text_size.value() or settings.TEXT_SIZE.default)
        self.context.restyled.emit()

    def _save_lock(self) -> None:
        self.context.settings.set(settings.LOCK_MINUTES, self.lock.value() or settings.LOCK_MINUTES.default)
        self.context.restyled.emit()
