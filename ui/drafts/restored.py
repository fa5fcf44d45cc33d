"""The strip that says that a form holds what was typed earlier, with the key that throws it away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jobbpunkt.base.words import Words
from ui.widgets.buttons import link
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from jobbpunkt.register.drafts import DraftOf

KEYS = "Ctrl+Backspace"


class RestoredBar(QFrame):
    """Hidden until a draft was brought back; one button, and one key as long as nothing new has been typed."""

    pressed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setProperty("notice", "accent")
        self._label = PlainLabel()
        self.button = link("", self.pressed.emit)
        self._keys = PlainLabel(QKeySequence(KEYS).toString(QKeySequence.SequenceFormat.NativeText), "keycap", wrap=False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(10)
        layout.addWidget(IconLabel("history", "accent_text", 20))
        layout.addWidget(self._label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self._keys)
        self._shortcut = QShortcut(QKeySequence(KEYS), self, self.pressed.emit)
        self._spoken: set[DraftOf] = set()
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence that is shown, or nothing."""
        return self._label.text() if not self.isHidden() else ""

    @property
    def armed(self) -> bool:
        """Whether the key acts here instead of deleting a word."""
        return not self.isHidden() and self._shortcut.isEnabled()

    def speaks_for(self, of: DraftOf) -> bool:
        """Whether the sentence is also about that draft: a page with many small forms has one strip."""
        return of in self._spoken

    def finish(self, of: DraftOf) -> None:
        """Say no more about that draft; hidden once there is no other."""
        self._spoken.discard(of)
        self.setVisible(bool(self._spoken) and not self.isHidden())

    def clear(self) -> None:
        """Say no more: another record comes."""
        self._spoken.clear()
        self.hide()

    def say(self, text: str, button: str, of: DraftOf) -> None:
        """Show a sentence about a draft and what the button does."""
        self._spoken.add(of)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self._shortcut.setEnabled(True)
        self._keys.show()
        self.show()

    def disarm(self) -> None:
        """Leave the key to the fields: the person goes on typing, and in a text it deletes a word."""
        self._shortcut.setEnabled(False)
        self._keys.hide()
