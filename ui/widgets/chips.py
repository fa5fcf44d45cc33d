"""Chips: a status in one or two words on a soft ground."""

from PySide6.QtWidgets import QSizePolicy

from ui.tokens import Tone
from ui.widgets.labels import PlainLabel


def chip(text: str, tone: Tone = "neutral") -> PlainLabel:
    """Return a chip; the words carry the meaning, the colour only helps."""
    label = PlainLabel(text, wrap=False)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    set_tone(label, tone)
    return label


def set_tone(label: PlainLabel, tone: Tone) -> None:
    """Give a chip another tone."""
    label.setProperty("chip", tone)
    label.style().unpolish(label)
    label.style().polish(label)
