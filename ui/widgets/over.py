"""Views that lie over a whole page while one works in them, such as an editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class LaidOver(QWidget):
    """A view over a page; `left` is emitted when it may be taken off."""

    left = Signal()

    def leave(self, then: Callable[[], None] | None = None) -> None:
        """Go back, and do `then`; a view that holds unsaved words keeps them first."""
        self.left.emit()
        if then is not None:
            then()


@runtime_checkable
class LaysOver(Protocol):
    """A page that can lay a view over everything it holds."""

    def lay_over(self, view: LaidOver) -> None:
        """Show the view until it is left."""
        ...


def place_of(child: QObject) -> LaysOver:
    """Return the nearest page around `child` that lays views over itself."""
    place: QObject | None = child
    while place is not None:
        if isinstance(place, LaysOver):
            return place
        place = place.parent()
    raise LookupError("no page around this widget lays views over itself")
