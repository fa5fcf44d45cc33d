"""What macOS says of its lock, in a notification to all programs. Written from its documentation; not yet tried there."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
LOCKED = b"com.apple.screenIsLocked"
_UTF8, _AT_ONCE = 0x08000100, 4


class NotificationWatch(QObject):
    """Emits `locked` when the screen is locked."""

    locked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        library = ctypes.CDLL(FOUNDATION)
        library.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        library.CFStringCreateWithCString.restype = ctypes.c_void_p
        name = library.CFStringCreateWithCString(None, LOCKED, _UTF8)
        # The system calls it for as long as the program runs.
        self._heard = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 5)(lambda *_told: self.locked.emit())
        centre = ctypes.c_void_p(library.CFNotificationCenterGetDistributedCenter())
        at_once = ctypes.c_long(_AT_ONCE)
        library.CFNotificationCenterAddObserver(centre, None, self._heard, ctypes.c_void_p(name), None, at_once)


def follow(parent: QObject, lock: Callable[[], object]) -> QObject | None:
    """Ask macOS to tell of its lock."""
    watch = NotificationWatch(parent)
    watch.locked.connect(lock)
    return watch
