"""The calm page that every welcome view stands on: the name, and one card in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jobbpunkt.base.words import Words
from ui.dress import dress
from ui.main_window import LEAST
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import PlainLabel, muted, title
from ui.widgets.notice import Notice
from ui.widgets.page import scrolling

# Beside it stands nothing, and the window may be as narrow as it can be.
MOST = LEAST[0] - 64


class WelcomeFrame(QWidget):
    """Fill `self.body`; the card keeps its width and scrolls when the window is low."""

    def __init__(self, words: Words, heading: str, explanation: str = "", *, width: int = 460) -> None:
        super().__init__()
        dress(self)
        self.words = words
        self.setProperty("ground", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notice = Notice(words)
        self.body = QVBoxLayout()
        self.body.setSpacing(14)
        holder = QWidget()
        centre = QHBoxLayout(holder)
        centre.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(20)
        column.addStretch(2)
        column.addLayout(self._brand())
        column.addWidget(self._card(heading, explanation, width))
        column.addStretch(3)
        centre.addLayout(column)
        centre.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(holder))

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence at the top of the card."""
        self.notice.say(text, tone)

    def _brand(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(9)
        line.addStretch(1)
        line.addWidget(IconLabel("sprout", "accent_text", 26))
        line.addWidget(PlainLabel(self.words("Jobbpunkt Mimer"), "brand", wrap=False))
        line.addStretch(1)
        return line

    def _card(self, heading: str, explanation: str, width: int) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(min(scaled(width), MOST))
        column = QVBoxLayout(card)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(16)
        column.addWidget(title(heading))
        if explanation:
            column.addWidget(muted(explanation))
        column.addWidget(self.notice)
        column.addLayout(self.body)
        return card
