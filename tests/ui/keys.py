"""The keyboard as a person uses it, in any alphabet (QTest's own `keyClicks` ends the process at a letter such as ä)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

# More stops than any page has.
ROUND = 200


def focused() -> QWidget:
    """Return the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
    """Press a key where the keyboard is."""
    for _ in range(times):
        QTest.keyClick(focused(), key, modifier)


def press_until(there: Callable[[], bool], key: Qt.Key) -> None:
    """Press a key again and again until the keyboard is where it is wanted; it fails rather than go round for ever."""
    for _ in range(ROUND):
        if there():
            return
        press(key)
    raise AssertionError(f"{key.name} never came there; it is at {focused().accessibleName()!r}")


def type_text(widget: QWidget, text: str) -> None:
    """Send one key press and release per sign."""
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign))
