"""A line of what was decided or aimed at, with the buttons that put it right and take it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from ui.widgets.buttons import icon_button
from ui.widgets.labels import text
from ui.widgets.layouts import boxed, row


def changeable_line(words: Words, said: str, change: Callable[[], None], remove: Callable[[], None], *, may: bool) -> QWidget:
    """Return the line; who `may` not change it only reads it."""
    if not may:
        return text(said)
    deeds = (
        icon_button("pencil", words("Change: {what}", what=said), change),
        icon_button("trash-2", words("Remove: {what}", what=said), remove),
    )
    line = row(*deeds, text(said), spacing=4)
    # Words wrap only in the room they are given.
    line.setStretch(2, 1)
    return boxed(line)
