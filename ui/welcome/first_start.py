"""The first start: try with invented people, make a register, or open one that exists."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from jobbpunkt.base.words import Words
from ui.theme import scaled
from ui.welcome.frame import WelcomeFrame
from ui.widgets.buttons import link, make
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import muted, strong


class FirstStart(WelcomeFrame):
    """Three choices, each a large button; emits what was chosen."""

    demo_wanted = Signal()
    create_wanted = Signal()
    open_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, words: Words, *, back: bool = False) -> None:
        super().__init__(words, words("Welcome"), words("How do you want to begin?"), width=640)
        self.demo_choice = self._choice(
            "sparkles",
            words("Try with invented people"),
            words("A register for the year 2020 to look around in. Nobody in it exists."),
        )
        self.create_choice = self._choice(
            "plus", words("Make a register"), words("An encrypted file on this computer. You become its first user.")
        )
        self.open_choice = self._choice(
            "folder-open", words("Open a register"), words("A file that exists already, or your team's database server.")
        )
        if back:
            self.body.addWidget(link(words("Back"), self.back_wanted.emit))
        self.demo_choice.clicked.connect(self.demo_wanted)
        self.create_choice.clicked.connect(self.create_wanted)
        self.open_choice.clicked.connect(self.open_wanted)

    def _choice(self, icon: str, name: str, explanation: str) -> QPushButton:
        button = make("choice", "", None, "")
        button.setAccessibleName(name)
        button.setAccessibleDescription(explanation)
        line = QHBoxLayout(button)
        line.setContentsMargins(18, 14, 18, 14)
        line.setSpacing(16)
        line.addWidget(IconLabel(icon, "accent_text", 26))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(strong(name))
        texts.addWidget(muted(explanation))
        line.addLayout(texts, 1)
        line.addWidget(IconLabel("chevron-right", "muted", 20))
        button.setMinimumSize(QSize(0, scaled(84)))
        self.body.addWidget(button)
        return button
