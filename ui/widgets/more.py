"""The line under a long list: how many rows there are, and the button that shows more of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from ui.widgets.buttons import secondary
from ui.widgets.labels import muted
from ui.widgets.layouts import row

AT_ONCE = 200


class More(QWidget):
    """Holds the `limit` that a list asks for; each press raises it and calls `again`, which asks anew."""

    def __init__(self, words: Words, again: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._again = words, again
        self.limit = AT_ONCE
        self.count = muted("")
        self.button = secondary(words("Show more"), self._raise)
        self.button.hide()
        line = row(self.count, None, self.button)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def begin(self) -> None:
        """Say nothing and go back to the first rows, for another list."""
        self.limit = AT_ONCE
        self.count.setText("")
        self.button.hide()

    def say(self, everything: str, shown: int, total: int) -> None:
        """Say how many rows there are, with `everything` when all of them are shown."""
        self.button.setVisible(shown < total)
        self.count.setText(everything if shown >= total else self._words("The first {n} of {all}", n=shown, all=total))

    def _raise(self) -> None:
        self.limit += AT_ONCE
        self._again()
