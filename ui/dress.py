"""Who wears the style sheet: each page, dialog and part of the frame by itself, and those that are not seen when they are.

The application as a whole wears none. While it does, Qt dresses anew all that stands in a widget each time that the widget is
put into another one, and a page is built from the inside out: building it took three to four times as long. The window wears
none either: at a change of light and dark only what is seen is dressed at once, and the other pages one after another, each
in a turn of the loop of its own or when it is shown.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

# The property of whoever wears the sheet.
WEARS = "wears"


class Wardrobe(QObject):
    """Holds the sheet that is worn, one for the whole application, and lets everybody know of another."""

    taken_off = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.sheet = ""
        self._late: list[Dress] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._dress_one)

    def take_off(self) -> None:
        """Undress what is seen: one sheet over another would make Qt dress each widget again for all that it stands in."""
        self.taken_off.emit()

    def change(self, sheet: str) -> None:
        """Dress in another sheet: now what is seen, and the rest in the turns that come."""
        self.sheet = sheet
        self._late.clear()
        self.changed.emit()

    def dress_later(self, dress: Dress) -> None:
        """Dress somebody who is not seen, in a turn of its own."""
        self._late.append(dress)
        self._timer.start()

    def _dress_one(self) -> None:
        while self._late:
            dress = self._late.pop(0)
            if isValid(dress) and dress.late:
                dress.put_on()
                return
        self._timer.stop()


class Dress(QObject):
    """Keeps one widget, with all that stands in it, in the sheet that is worn; lives as long as the widget."""

    def __init__(self, root: QWidget, wardrobe: Wardrobe) -> None:
        super().__init__(root)
        self._wardrobe = wardrobe
        self.late = False
        wardrobe.taken_off.connect(self._take_off)
        wardrobe.changed.connect(self._change)
        root.setStyleSheet(wardrobe.sheet)

    def put_on(self) -> None:
        """Dress the widget in the newest sheet."""
        root = self._root()
        if self.late:
            self.late = False
            root.removeEventFilter(self)
            root.setStyleSheet("")
        root.setStyleSheet(self._wardrobe.sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress somebody who is shown before it was their turn."""
        if event.type() is QEvent.Type.Show and self.late:
            self.put_on()
        return super().eventFilter(watched, event)

    def _take_off(self) -> None:
        root = self._root()
        if root.isVisible():
            root.setStyleSheet("")

    def _change(self) -> None:
        root = self._root()
        if root.isVisible():
            self.put_on()
            return
        if not self.late:
            self.late = True
            root.installEventFilter(self)
        self._wardrobe.dress_later(self)

    def _root(self) -> QWidget:
        return cast("QWidget", self.parent())


def dress(root: QWidget) -> None:
    """Let a widget wear the sheet from now on, unless it stands in one that does."""
    around: QWidget | None = root
    while around is not None:
        if around.property(WEARS):
            return
        around = around.parentWidget()
    root.setProperty(WEARS, True)
    Dress(root, wardrobe())


def wardrobe() -> Wardrobe:
    """Return the one of this application."""
    app = QCoreApplication.instance()
    found = next((child for child in app.children() if isinstance(child, Wardrobe)), None) if app is not None else None
    return found or Wardrobe(app)
