"""The program with its window: locked, unlocked, restyled, closed."""

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jobbpunkt.base import settings as names
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.settings import Settings
from jobbpunkt.register.keys import DataKeys
from jobbpunkt.register.opening import Register
from tests.registers import PASSWORD
from tests.ui.keys import type_text
from ui.app import Program
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.idle import IdleWatch
from ui.settings.page import SettingsPage
from ui.settings.quick_card import QuickCard
from ui.welcome.sign_in import SignIn
from ui.widgets.dialog import FormDialog
from ui.widgets.forms import Form, TextField
from ui.workspace import Workspace


@pytest.fixture
def inside(qtbot: QtBot, program: Program, sqlite_register: Register) -> Program:
    program.start(opened=sqlite_register)
    return program


def context_of(program: Program) -> Context:
    assert program.context is not None
    return program.context


def open_keys(key: bytes) -> int:
    """Return how many sets of data keys with this register key are in memory."""
    gc.collect()
    return sum(1 for thing in gc.get_objects() if isinstance(thing, DataKeys) and thing.register == key)


def unlock(qtbot: QtBot, program: Program) -> None:
    view = program.welcome.view
    assert isinstance(view, SignIn)
    view.password.line.insert(PASSWORD)
    view.sign_in()
    qtbot.waitUntil(lambda: program.welcome.view is None)


def test_locking_closes_the_register_and_drops_its_keys(qtbot: QtBot, inside: Program) -> None:
    register = context_of(inside).register
    key = register.data_keys.register
    assert open_keys(key) == 1
    QTest.keyClick(inside.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert open_keys(key) == 0
    with pytest.raises(UserError):
        _ = register.data_keys
    assert context_of(inside).locked
    workspace = inside.workspace
    assert isinstance(inside.welcome.view, SignIn)
    unlock(qtbot, inside)
    assert inside.workspace is workspace
    assert inside.window.top == workspace


def opened_form(inside: Program) -> tuple[FormDialog, TextField]:
    """Open a form with one field in it over the window."""
    context = context_of(inside)
    form = Form(context.words)
    name = form.add("name", TextField("Namn"))

    def prepare() -> None:
        raise AssertionError

    dialog = FormDialog(inside.window, context, "Ny deltagare", form, prepare, draft=DraftName("test.lock"))  # type: ignore[arg-type]
    dialog.open()
    return dialog, name


def test_a_dialog_is_hidden_by_the_lock_and_comes_back_with_what_was_typed(qtbot: QtBot, inside: Program) -> None:
    dialog, name = opened_form(inside)
    type_text(name.line, "Berit")
    inside.lock()
    assert not dialog.isVisible()
    unlock(qtbot, inside)
    assert dialog.isVisible()
    assert name.value() == "Berit"
    dialog.form.dirty = False
    dialog.reject()


def test_the_key_that_locks_locks_from_within_a_dialog_too(qtbot: QtBot, inside: Program) -> None:
    dialog, name = opened_form(inside)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    type_text(name.line, "Berit")
    QTest.keyClick(name.line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert context_of(inside).locked
    assert not dialog.isVisible()
    unlock(qtbot, inside)
    assert dialog.isVisible()
    assert name.value() == "Berit"
    dialog.form.dirty = False
    dialog.reject()


def test_another_user_gets_a_window_of_their_own(qtbot: QtBot, inside: Program, tmp_path: Path) -> None:
    from jobbpunkt.register.founding import Founder
    from jobbpunkt.register.keys import CHEAPEST

    first, workspace = context_of(inside), inside.workspace
    inside.lock()
    other = Register.create(str(tmp_path / "other.jobbpunkt"), Founder("berit", "Berit", PASSWORD), cost=CHEAPEST).register
    inside.enter(other)
    assert inside.context is not first
    assert inside.workspace is not workspace
    assert first.locked


def test_an_idle_program_locks_itself(qtbot: QtBot, inside: Program) -> None:
    inside.idle.idle.emit()
    assert context_of(inside).locked
    inside.idle.idle.emit()
    assert isinstance(inside.window.top, SignIn)


def test_idle_is_counted_by_the_clock_and_a_touch_begins_anew(qtbot: QtBot, inside: Program) -> None:
    watch = IdleWatch(1)
    heard: list[str] = []
    watch.idle.connect(lambda: heard.append("idle"))
    watch.start()
    watch.look(later=59)
    assert heard == []
    handle = inside.window.windowHandle()
    handle.installEventFilter(watch)
    place = QPointF(5, 5)
    move = QMouseEvent(
        QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(handle, move)
    watch.look(later=59)
    assert heard == []
    watch.look(later=61)
    assert heard == ["idle"]


def test_the_language_changes_at_once(qtbot: QtBot, inside: Program, settings: Settings) -> None:
    assert inside.workspace is not None
    inside.workspace.go("settings")
    page = inside.workspace.current
    assert isinstance(page, SettingsPage)
    [english] = [button for button in page.findChildren(QPushButton) if button.text() == "English"]
    english.click()
    assert settings.get(names.LANGUAGE) == "en"
    assert inside.workspace.current is not page
    assert [button.accessibleName() for button in inside.workspace.rail.findChildren(QPushButton)][-1] == "Settings"


def test_text_can_be_twice_as_large(qtbot: QtBot, inside: Program, settings: Settings) -> None:
    before = inside.window.font().pixelSize()
    settings.set(names.TEXT_SIZE, 200)
    try:
        context_of(inside).restyled.emit()
        assert QApplication.font().pixelSize() == before * 2
    finally:
        settings.set(names.TEXT_SIZE, 100)
        context_of(inside).restyled.emit()


def test_a_window_built_anew_is_not_called_when_work_ends_after_it_is_gone(
    qtbot: QtBot, inside: Program, settings: Settings
) -> None:
    context, before = context_of(inside), inside.workspace
    settings.set(names.TEXT_SIZE, 200)
    try:
        context.restyled.emit()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert before is not None
        assert not isValid(before)
        if (now := QApplication.focusWidget()) is not None:
            now.clearFocus()
        context.operations.busy.emit(False)  # an error in what is called fails the test
    finally:
        settings.set(names.TEXT_SIZE, 100)
        context.restyled.emit()


def test_what_is_chosen_just_before_the_lock_is_seen_after_it(qtbot: QtBot, inside: Program, settings: Settings) -> None:
    assert inside.workspace is not None
    inside.workspace.go("settings")
    inside.lock()
    settings.set(names.LANGUAGE, "en")
    context_of(inside).restyled.emit()  # a button that was pressed shortly before says so shortly after
    assert isinstance(inside.window.top, SignIn)
    unlock(qtbot, inside)
    shown: object = inside.window.top
    assert shown is inside.workspace
    assert inside.workspace.rail.accessibleName() == "Pages"


def test_who_closes_the_window_while_signing_in_is_not_let_in(qtbot: QtBot, inside: Program) -> None:
    inside.lock()
    view = inside.welcome.view
    assert isinstance(view, SignIn)
    view.password.line.insert(PASSWORD)
    view.sign_in()
    inside.window.close()
    qtbot.wait(20)  # an error in what is called fails the test
    assert context_of(inside).locked


def test_closing_ends_everything_and_remembers_the_window(qtbot: QtBot, inside: Program, settings: Settings) -> None:
    context = context_of(inside)
    inside.window.resize(1000, 700)
    inside.window.close()
    assert context.locked
    assert settings.get(names.WINDOW) != ""
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("register", "work"))]


def test_a_change_is_announced_to_pages_and_offered_for_undo(qtbot: QtBot, inside: Program) -> None:
    from jobbpunkt.base.ids import new_id

    assert isinstance(inside.workspace, Workspace)
    bar = inside.workspace.undo_bar
    context_of(inside).announce(Change(new_id(), frozenset({"person"}), new_id()))
    assert bar.isVisible()
    assert bar.accessibleName() == "Sparat."


def with_code(qtbot: QtBot, program: Program) -> SignIn:
    """Choose a code in the settings, lock, and return the sign-in that takes it."""
    context = context_of(program)
    card = QuickCard(context)
    qtbot.addWidget(card)
    card.password.line.insert(PASSWORD)
    card.code.line.insert("k7m2")
    card.choose()
    qtbot.waitUntil(lambda: context.quick is not None)
    assert card.password.value() == card.code.value() == ""
    program.lock()
    view = program.welcome.view
    assert isinstance(view, SignIn)
    return view


def type_code(qtbot: QtBot, view: SignIn, code: str) -> None:
    assert view.code is not None
    view.code.line.insert(code)
    view.sign_in()
    qtbot.waitUntil(lambda: not isValid(view) or view.isEnabled())


def test_the_short_code_opens_the_lock(qtbot: QtBot, inside: Program) -> None:
    view = with_code(qtbot, inside)
    type_code(qtbot, view, "k7m2")
    qtbot.waitUntil(lambda: inside.welcome.view is None)
    assert not context_of(inside).locked
    inside.lock()
    assert isinstance(inside.welcome.view, SignIn)
    assert inside.welcome.view.code is not None
    context_of(inside).forget_code()


def test_after_three_wrong_codes_the_password_alone_opens_the_lock(qtbot: QtBot, inside: Program) -> None:
    view = with_code(qtbot, inside)
    for _ in range(3):
        assert view.code is not None
        assert not view.code.isHidden()
        type_code(qtbot, view, "9999")
    assert view.code is not None
    assert view.code.isHidden()
    assert context_of(inside).locked
    unlock(qtbot, inside)
    inside.lock()
    assert isinstance(inside.welcome.view, SignIn)
    assert inside.welcome.view.code is None


def test_a_wrong_password_chooses_no_code(qtbot: QtBot, inside: Program) -> None:
    context = context_of(inside)
    card = QuickCard(context)
    qtbot.addWidget(card)
    card.password.line.insert("fel lösenord här")
    card.code.line.insert("k7m2")
    card.choose()
    qtbot.waitUntil(card.button.isEnabled)
    assert context.quick is None
