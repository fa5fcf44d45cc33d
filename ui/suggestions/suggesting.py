"""Suggestions under a line while one types: Enter takes the one that is marked, and its words stay to be changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.widgets.completing import completer


class Suggesting(QObject):
    """Belongs to a line; the arrow down in an empty one shows all there is."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._offered: tuple[str, ...] = ()
        line.installEventFilter(self)

    def offer(self, texts: Iterable[str]) -> None:
        """Offer these from now on."""
        offered = tuple(dict.fromkeys(texts))
        if offered == self._offered:
            return
        self._offered = offered
        self._line.setCompleter(completer(offered, self._line))

    @property
    def is_taking(self) -> bool:
        """Whether Enter takes a suggestion now, and is not yet the end of what one types."""
        made = self._line.completer()
        popup = made.popup() if made is not None else None
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show all suggestions on the arrow down in an empty line."""
        made = self._line.completer()
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
            and made is not None
            and not self._line.text()
        ):
            made.setCompletionPrefix("")
            made.complete()
            return True
        return super().eventFilter(watched, event)
