"""What Linux says of sleep, lock and screen saver, over its two buses."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusPendingCallWatcher

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
_BEGAN, _LOCK = "began(bool)", "lock()"
SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")


class BusWatch(QObject):
    """Emits `locked` for each of: the computer goes to sleep, the session is locked, the screen saver begins."""

    locked = Signal()

    def __init__(self, system: QDBusConnection | None, session: QDBusConnection | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        if system is not None:
            system.connect(LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", self, _slot(_BEGAN))
            self._ask_for_session(system)
        if session is None:
            return
        for saver in SAVERS:
            # From any path: desktops differ in where theirs stands.
            session.connect(saver, "", saver, "ActiveChanged", self, _slot(_BEGAN))

    def _ask_for_session(self, system: QDBusConnection) -> None:
        """Ask which session is ours, and hear only its lock: others may share the computer."""
        asked = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "GetSession")
        asked.setArguments([os.environ.get("XDG_SESSION_ID") or "auto"])
        self._asking = QDBusPendingCallWatcher(system.asyncCall(asked), self)
        self._asking.finished.connect(self._hear_session)

    def _hear_session(self, answered: QDBusPendingCallWatcher) -> None:
        told = answered.reply().arguments()
        if self._system is not None and told and isinstance(told[0], QDBusObjectPath):
            self._system.connect(LOGIN, told[0].path(), f"{LOGIN}.Session", "Lock", self, _slot(_LOCK))
        answered.deleteLater()

    @Slot(bool)
    def began(self, on: bool) -> None:  # noqa: FBT001 - as the bus calls it
        """Lock as it begins; of its end nothing is to be done."""
        if on:
            self.locked.emit()

    @Slot()
    def lock(self) -> None:
        """Lock with the session."""
        self.locked.emit()


def follow(parent: QObject, lock: Callable[[], object]) -> QObject | None:
    """Watch those buses that are there."""
    system = QDBusConnection.systemBus() if _is_there("DBUS_SYSTEM_BUS_ADDRESS", "/run/dbus/system_bus_socket") else None
    session = QDBusConnection.sessionBus() if _is_there("DBUS_SESSION_BUS_ADDRESS", f"/run/user/{os.getuid()}/bus") else None
    if system is None and session is None:
        return None
    watch = BusWatch(system, session, parent)
    watch.locked.connect(lock)
    return watch


def _slot(signature: str) -> Any:
    """Return a slot as Qt names it; PySide says that it takes bytes, and takes text."""
    return SLOT(signature)


def _is_there(variable: str, socket: str) -> bool:
    """Tell whether a bus can be reached: to ask for one that is not there would start it."""
    return variable in os.environ or Path(socket).exists()
