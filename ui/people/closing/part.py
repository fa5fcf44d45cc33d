"""A numbered part of the page that ends an enrolment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.card import Card
from ui.widgets.chips import chip
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import row


class Part(Card):
    """One part: its number, its name and something at the right; `changed` when the person chose or typed."""

    changed = Signal()

    def __init__(self, context: Context, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context, self.words = context, context.words
        self.name = heading(name)
        self.remaining = muted("")
        self.remaining.setWordWrap(False)
        line = row(chip(str(number), "accent"), self.name, self.remaining, spacing=10)
        line.setStretch(1, 1)
        self.add(line)
