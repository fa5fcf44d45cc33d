"""The program locks with the system: told over real buses, by signals as the system's own programs send them."""

import ctypes
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jobbpunkt.register.opening import Register
from ui.app import Program
from ui.clipboard import ClipboardCare
from ui.system_lock import windows
from ui.system_lock.buses import LOGIN, LOGIN_PATH, SAVERS, BusWatch
from ui.welcome.sign_in import SignIn

pytestmark = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no bus to be heard on")


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    """The address of a bus of the test's own."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def ours(bus: str) -> Iterator[QDBusConnection]:
    yield QDBusConnection.connectToBus(bus, "ours")
    QDBusConnection.disconnectFromBus("ours")


@pytest.fixture
def system(bus: str) -> Iterator[QDBusConnection]:
    """The side of the system, under the names of those who tell."""
    connection = QDBusConnection.connectToBus(bus, "system")
    assert connection.isConnected()
    for name in (LOGIN, *SAVERS):
        connection.registerService(name)
    yield connection
    QDBusConnection.disconnectFromBus("system")


def _tell(system: QDBusConnection, path: str, interface: str, name: str, *values: object) -> None:
    signal = QDBusMessage.createSignal(path, interface, name)
    signal.setArguments(list(values))
    assert system.send(signal)


@pytest.mark.parametrize(
    "told",
    [
        (LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep"),
        *((f"/{saver.replace('.', '/')}", saver, "ActiveChanged") for saver in SAVERS),
    ],
    ids=lambda told: told[1],
)
def test_it_locks_as_each_begins_and_not_as_it_ends(
    qtbot: QtBot,
    program: Program,
    sqlite_register: Register,
    ours: QDBusConnection,
    system: QDBusConnection,
    told: tuple[str, str, str],
) -> None:
    program.start(opened=sqlite_register)
    watch = BusWatch(ours, ours, program.window)
    watch.locked.connect(program.lock)
    _tell(system, *told, False)
    qtbot.wait(50)
    assert program.context is not None
    assert not program.context.locked
    _tell(system, *told, True)
    qtbot.waitUntil(lambda: program.context is not None and program.context.locked)
    assert isinstance(program.welcome.view, SignIn)


def test_windows_messages_lock_and_others_do_not(program: Program) -> None:
    heard: list[int] = []
    watch = windows.MessageWatch(lambda: heard.append(1))
    for message, word in ((0x2B1, 8), (0x2B1, 7), (0x218, 4), (0x218, 7), (0x100, 7)):
        told = windows.Message(message=message, word=word)
        assert watch.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told)) == (False, 0)
    assert len(heard) == 2


def test_what_was_copied_goes_with_the_lock_unless_somebody_elses_is_there(
    qtbot: QtBot, program: Program, sqlite_register: Register
) -> None:
    with qtbot.waitActive(program.window):
        program.start(opened=sqlite_register)
        program.window.activateWindow()
    clipboard = QApplication.clipboard()
    clipboard.setText("Mona Exempel")
    program.lock()
    assert clipboard.text() == ""
    care = ClipboardCare(program)
    clipboard.setText("Mona Exempel")
    care._timer.setInterval(1)
    care._timer.start()
    qtbot.waitUntil(lambda: clipboard.text() == "")
    clipboard.setText("mitt")
    clipboard.blockSignals(True)
    clipboard.setText("en annans")
    clipboard.blockSignals(False)
    care.clear()
    assert clipboard.text() == "en annans"
