"""A strip with one sentence, at the top of a page or a dialog."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jobbpunkt.base.words import Words
from ui.tokens import Tone
from ui.widgets.buttons import icon_button
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel

LOOK = {
    "neutral": ("info", "accent_text"),
    "accent": ("info", "accent_text"),
    "good": ("circle-check", "good"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("circle-alert", "bad"),
}


class Notice(QFrame):
    """Hidden until it has something to say; the person can put it away, unless it `lasts`."""

    def __init__(self, words: Words, parent: QWidget | None = None, *, lasts: bool = False) -> None:
        super().__init__(parent)
        self._icon = IconLabel("info", "accent_text", 20)
        self._label = PlainLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        if not lasts:
            layout.addWidget(icon_button("x", words("Close"), self.hide))
        self.hide()

    def say(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence; screen readers hear it as an alert."""
        self.setProperty("notice", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        name, token = LOOK[tone]
        self._icon.show_icon(name, token)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()

    @property
    def text(self) -> str:
        """Return the sentence that is shown, or nothing."""
        return self._label.text() if not self.isHidden() else ""
