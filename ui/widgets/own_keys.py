"""Keys that act only while one widget has the keyboard, so that the same key may mean something else beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def own_key(
    widget: QWidget, keys: str | QKeySequence.StandardKey, run: Callable[[], object], *, inside: bool = False
) -> QShortcut:
    """Let keys do something while `widget` has the keyboard, or with `inside` anything within it."""
    shortcut = QShortcut(QKeySequence(keys), widget, run)
    context = Qt.ShortcutContext
    # Given to the constructor beside something to call, the context is passed over without a word.
    shortcut.setContext(context.WidgetWithChildrenShortcut if inside else context.WidgetShortcut)
    return shortcut
