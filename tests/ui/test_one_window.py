"""One window per register: the second start brings the first forward."""

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from jobbpunkt.base import settings
from jobbpunkt.register.opening import Register
from tests.registers import SIGN_IN
from tests.rules.tree import ROOT
from ui.app import Program
from ui.one_window import OneWindow
from ui.welcome.sign_in import SignIn

HOLD = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.one_window import OneWindow
app = QCoreApplication([])
only = OneWindow(Path(sys.argv[1]))
print(only.claim(sys.argv[2]), flush=True)
time.sleep(60)
"""


def test_a_second_window_on_the_same_register_gives_way_and_the_first_hears_it(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path), OneWindow(tmp_path)
    assert first.claim("/register")
    assert first.claim("/register")
    qtbot.waitUntil(lambda: first._server is not None)
    with qtbot.waitSignal(first.wanted):
        assert not second.claim("/register")
    assert second.claim("/another")
    first.let_go()
    assert second.claim("/register")
    second.let_go()


def test_a_window_that_was_killed_holds_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", HOLD, str(tmp_path), "/register"]
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        other.kill()
    mine = OneWindow(tmp_path)
    assert mine.claim("/register")
    assert mine._lock is not None
    mine.let_go()


def test_a_second_start_shows_the_window_that_is_open_and_ends(qtbot: QtBot, program: Program, sqlite_register: Register) -> None:
    place = sqlite_register.location.text
    program.start(opened=sqlite_register)
    qtbot.waitUntil(lambda: program.only._server is not None)
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "jobbpunkt", place]
    with qtbot.waitSignal(program.only.wanted):
        second = subprocess.Popen(command, env=surroundings)
    assert second.wait(300) == 0


def test_a_register_that_another_window_has_is_not_opened_twice(
    qtbot: QtBot, program: Program, sqlite_place: str, tmp_path: Path
) -> None:
    other = OneWindow()
    assert other.claim(sqlite_place)
    qtbot.waitUntil(lambda: other._server is not None)
    program.settings.set(settings.LAST_REGISTER, "")
    program.enter(Register.open(sqlite_place, SIGN_IN))
    assert program.context is None
    assert isinstance(program.welcome.view, SignIn)
    assert "ett annat fönster" in program.welcome.view.notice.text
    other.let_go()
