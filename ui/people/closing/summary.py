"""What ending an enrolment will mean, in words, and why it cannot end yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.context import Context
from ui.widgets.buttons import primary, quiet
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, small, text
from ui.widgets.layouts import boxed, clear, column


class _Missing(QFrame):
    """One sentence about what keeps the enrolment from ending."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("notice", "warn")
        self.label = PlainLabel()
        inside = column(self.label)
        inside.setContentsMargins(12, 8, 12, 8)
        self.setLayout(inside)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence."""
        self.label.setText(sentence)
        self.show()


class Summary(Card):
    """Facts in words, one sentence about what is missing, and the button that ends; `ended` and `given_up` say which."""

    ended = Signal()
    given_up = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.words("This is what happens"), parent=parent)
        words = context.words
        self.facts = QVBoxLayout()
        self.facts.setSpacing(10)
        self.held = boxed(self.facts)
        self.missing = _Missing()
        self.button = primary(words("Close the enrolment"), self.ended.emit)
        self.back = quiet(words("Cancel"), self.given_up.emit)
        self.add(self.held)
        self.body.addStretch(1)
        self.hint = small(words("Can be undone. Ctrl+Enter ends."))
        for item in (self.missing, self.button, self.back, self.hint):
            self.add(item)

    def make_short(self, *, short: bool) -> None:
        """Keep only what is missing and the buttons, where the parts need the room."""
        for item in (self.heading, self.held, self.hint):
            if item is not None:
                item.setVisible(not short)

    def show_facts(self, facts: list[tuple[str, str]], missing: str) -> None:
        """Show what it will mean; while something is `missing` the button sleeps."""
        clear(self.facts)
        for label, value in facts:
            self.facts.addLayout(column(small(label), text(value), spacing=1))
        self.button.setEnabled(not missing)
        if missing:
            self.missing.say(missing)
        else:
            self.missing.hide()
