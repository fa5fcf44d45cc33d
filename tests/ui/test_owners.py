"""Whoever asks Qt for a widget leaves it with its parent in PySide's book of owners (docs/pyside-focus-chain.md)."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jobbpunkt.register.opening import Register
from tests.owners import wrongly_owned
from tests.ui.conftest import settle_all, shown
from ui.app import Program
from ui.widgets.completing import completer


def test_what_is_moved_in_the_book_is_found(qtbot: QtBot) -> None:
    holder, first, second = QWidget(), QLineEdit(), QLineEdit()
    column = QVBoxLayout(shown(qtbot, holder, 200, 100))
    column.addWidget(first)
    column.addWidget(second)
    assert not wrongly_owned(holder)
    assert first.nextInFocusChain() is second
    assert wrongly_owned(holder) == {"QLineEdit is said to be owned by QLineEdit": 1}


def test_the_list_under_a_line_goes_with_what_completes_it(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    offering = completer(["Anna", "Aram"], line)
    names = offering.popup()
    assert names is not None
    assert names.parent() is None
    assert not [told for told in wrongly_owned() if "QCompleter" in told]
    with qtbot.waitSignal(names.destroyed):
        offering.deleteLater()
    assert not isValid(names)


def test_every_page_can_be_walked_through_by_keyboard_and_leaves_all_with_their_parents(
    qtbot: QtBot, program: Program, sqlite_register: Register
) -> None:
    program.start(opened=sqlite_register)
    workspace, context = program.workspace, program.context
    assert workspace is not None
    assert context is not None
    for key in workspace.rail.keys:
        workspace.go(key)
        settle_all(qtbot, context)
        for _ in range(4):
            QTest.keyClick(program.window, Qt.Key.Key_F6)
            QTest.keyClick(program.window, Qt.Key.Key_Tab)
    assert not wrongly_owned(program.window)
