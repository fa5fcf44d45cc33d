"""A field for days of the week, each a button that stays pressed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from ui.widgets.buttons import toggle
from ui.widgets.field import Field
from ui.widgets.flow import flow
from ui.widgets.layouts import boxed

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import Kept

SHORT, WORKDAYS = 3, 5


class WeekdaysField(Field[tuple[int, ...]]):
    """Some of Monday to Friday, 0 being Monday."""

    def __init__(self, words: Words, label: str, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint=hint, parent=parent)
        self.buttons = []
        for number in range(WORKDAYS):
            name = words.weekday(number)
            button = toggle(name[:SHORT].lower(), lambda _on: self.changed.emit())
            button.setAccessibleName(name)
            self.buttons.append(button)
        self._row = boxed(flow(*self.buttons, spacing=6))
        self.finish(self._row)
        self.setFocusProxy(self.buttons[0])

    def editor(self) -> QWidget:
        """Return the row of buttons."""
        return self._row

    def editors(self) -> Iterable[QWidget]:
        """Return the buttons."""
        return self.buttons

    def keep(self) -> Kept:
        """Return the numbers of the days."""
        return list(self.value())

    def bring_back(self, kept: Kept) -> None:
        """Press the buttons that a draft kept."""
        self.set_value(tuple(kept or ()))

    def as_text(self) -> str:
        """Return the days as one reads them."""
        return ", ".join(button.accessibleName() for button in self.buttons if button.isChecked())

    def value(self) -> tuple[int, ...]:
        """Return the numbers of the days."""
        return tuple(number for number, button in enumerate(self.buttons) if button.isChecked())

    def set_value(self, value: Iterable[int]) -> None:
        """Press the buttons of these days."""
        wanted = set(value)
        for number, button in enumerate(self.buttons):
            button.blockSignals(True)
            button.setChecked(number in wanted)
            button.blockSignals(False)
