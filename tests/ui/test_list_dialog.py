"""Printing the list of one's own participants, by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import settle
from ui.context import Context
from ui.people.list_dialog import ListDialog
from ui.people.page import PeoplePage


def test_ctrl_p_shows_the_list_as_paper(qtbot: QtBot, context: Context) -> None:
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle(qtbot, context)
    page.caseload.table.setFocus()
    QTest.keyClick(page.caseload.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(ListDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.pdf.page_count == 1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
