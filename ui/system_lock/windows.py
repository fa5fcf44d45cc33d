"""What Windows says of its lock and of sleep, in messages to the window. Written from its documentation; not yet tried there."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

SESSION_CHANGE, SESSION_LOCK = 0x2B1, 7
POWER, SUSPEND = 0x218, 4
MESSAGES = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class Message(ctypes.Structure):
    """The beginning of a MSG of Windows."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
    )


class MessageWatch(QAbstractNativeEventFilter):
    """Hears the two messages and hands every message on."""

    def __init__(self, lock: Callable[[], object]) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: int) -> object:
        """Lock when the message says so."""
        if bytes(kind if not isinstance(kind, QByteArray) else kind.data()) in MESSAGES:
            told = Message.from_address(int(message))
            if (told.message, told.word) in {(SESSION_CHANGE, SESSION_LOCK), (POWER, SUSPEND)}:
                self._lock()
        return False, 0


class _Holder(QObject):
    """Keeps the filter for as long as the window, since Qt does not."""

    def __init__(self, watch: MessageWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._watch = watch


def follow(window: QWidget, lock: Callable[[], object]) -> QObject | None:
    """Ask Windows to tell the window of its lock."""
    application = QCoreApplication.instance()
    if sys.platform != "win32" or application is None:
        return None
    watch = MessageWatch(lock)
    application.installNativeEventFilter(watch)
    ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(ctypes.c_void_p(int(window.winId())), 0)
    return _Holder(watch, window)
