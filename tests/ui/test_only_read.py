"""A window that only reads says so, and why; what is typed in it is kept. Whoever is asked to leave locks."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt.base.clock import Clock
from jobbpunkt.register import leaving
from jobbpunkt.register.opening import Register
from tests.registers import SIGN_IN
from tests.ui.conftest import settle, shown
from tests.ui.dialogs import form_over
from ui.app import Program
from ui.context import Context
from ui.organisations.page import OrganisationsPage
from ui.welcome.sign_in import SignIn


def test_the_second_window_says_who_works_until_it_may_work_itself(
    qtbot: QtBot, program: Program, sqlite_place: str, clock: Clock
) -> None:
    first = Register.open(sqlite_place, SIGN_IN, clock, sole=True)
    program.start(opened=Register.open(sqlite_place, SIGN_IN, clock, sole=True))
    assert program.workspace is not None
    assert program.workspace.only_read.text.startswith("coach arbetar i det här registret")
    program.lock()
    first.close()
    program.enter(Register.open(sqlite_place, SIGN_IN, clock, sole=True))
    assert program.workspace.only_read.text == ""


def test_saving_leads_to_the_reason_and_what_was_typed_stays(
    qtbot: QtBot, context: Context, sqlite_place: str, clock: Clock
) -> None:
    first = Register.open(sqlite_place, SIGN_IN, clock, sole=True)
    second = Register.open(sqlite_place, SIGN_IN, clock, sole=True)
    context.lock()
    context.unlock(second)
    page = shown(qtbot, OrganisationsPage(context), 1060, 740)
    settle(qtbot, context)
    QTest.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = form_over(qtbot, page)
    QTest.keyClicks(dialog.form["name"].editor(), "Ny granne")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert dialog.isVisible()
    assert dialog.form["name"].value() == "Ny granne"
    assert "arbetar i det här registret" in dialog.notice.text
    first.close()


def test_who_is_asked_to_leave_locks_and_says_who_asked(qtbot: QtBot, program: Program, sqlite_register: Register) -> None:
    program.start(opened=sqlite_register)
    with leaving.asked(Path(sqlite_register.location.text), "admin"):
        program.leaving.look()
    assert program.context is not None
    assert program.context.locked
    assert isinstance(program.welcome.view, SignIn)
    assert program.welcome.view.notice.text.startswith("admin håller på att ")
