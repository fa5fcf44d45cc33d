"""One window per register: a second start brings the first window forward instead of opening another beside it."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

ANSWER_MS = 1000


def default_folder() -> Path:
    """Return where this computer's user keeps the marks of open windows."""
    from platformdirs import user_state_path

    return user_state_path("Jobbpunkt", appauthor=False) / "windows"


class OneWindow(QObject):
    """Holds the mark of the register that this window shows, and hears when a second start wants it forward.

    The mark is a lock file named by a digest of the register's place; a killed window's is found to be nobody's.
    """

    wanted = Signal()
    """A second start wants this window."""

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or default_folder()
        self._name = ""
        self._lock: QLockFile | None = None
        self._server: QLocalServer | None = None

    def claim(self, place: str) -> bool:
        """Take the register at `place` for this window; False when another has it, which then comes forward."""
        # A link leads to the same register; an address stays as it is.
        same = place if "://" in place else os.path.realpath(place)
        name = f"jobbpunkt-{blake2b(same.encode(), digest_size=12).hexdigest()}"
        if name == self._name:
            return True
        lock = self._locked(name)
        if lock is None and _call(name):
            return False
        self.let_go()
        self._name, self._lock = name, lock
        # The first page does not wait for the ear to be put up.
        QTimer.singleShot(0, self, self._listen)
        return True

    def let_go(self) -> None:
        """Give the register free for another window."""
        if self._server is not None:
            self._server.close()
        if self._lock is not None:
            self._lock.unlock()
        self._server = self._lock = None
        self._name = ""

    def _locked(self, name: str) -> QLockFile | None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            return None
        lock = QLockFile(str(self._folder / f"{name}.lock"))
        lock.setStaleLockTime(0)  # by the process alone: a window may stay open for days
        return lock if lock.tryLock(0) else None

    def _listen(self) -> None:
        # Nobody needs this to start.
        from PySide6.QtNetwork import QLocalServer

        if not self._name or self._server is not None:
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        server.newConnection.connect(self._hear)
        server.listen(self._name)
        self._server = server

    def _hear(self) -> None:
        if self._server is None:
            return
        caller = self._server.nextPendingConnection()
        caller.disconnected.connect(caller.deleteLater)
        caller.disconnectFromServer()
        self.wanted.emit()


def _call(name: str) -> bool:
    """Ask the window that has the mark to come forward; False when it does not answer."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket.waitForConnected(ANSWER_MS)
