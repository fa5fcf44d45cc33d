"""Locking with the system: when it sleeps, locks its own screen or starts the screen saver, so does the program."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def follow(window: QWidget, lock: Callable[[], object]) -> QObject | None:
    """Call `lock` whenever the system locks; the watcher lives as long as `window`. None where the system does not tell."""
    if sys.platform == "win32":
        from ui.system_lock import windows

        return windows.follow(window, lock)
    if sys.platform == "darwin":
        from ui.system_lock import mac

        return mac.follow(window, lock)
    from ui.system_lock import buses

    return buses.follow(window, lock)
