"""A card of the settings page: one subject, a sentence that explains it, and fields whose choice this computer remembers."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.settings import Setting
from ui.context import Context
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.labels import muted

T = TypeVar("T", str, int)


class SettingsCard(Card):
    """One subject; `explanation` stands above what is chosen or done."""

    def __init__(self, context: Context, title: str, *actions: QWidget, explanation: str = "") -> None:
        super().__init__(title, *actions)
        self.context, self.words = context, context.words
        if explanation:
            self.add(muted(explanation))

    def keep(self, setting: Setting[T], field: Field[T | None]) -> None:
        """Add a field that shows a setting; what is chosen in it takes effect at once."""

        def choose() -> None:
            self.context.settings.set(setting, field.value() or setting.default)
            self.context.restyled.emit()

        field.set_value(self.context.settings.get(setting))
        self.add(field)
        field.changed.connect(choose)
