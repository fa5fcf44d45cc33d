"""Projects and indicators in the window: a month is noted from the keyboard and stands in the table."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.context import Context
from ui.programmes.indicators import IndicatorsTab
from ui.programmes.page import ProgrammesPage
from ui.widgets.dialog import FormDialog
from ui.widgets.field import Field


def _type(field: Field[Any], text: str) -> None:
    editor = field.editor()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, text)


def test_a_month_of_the_safety_index_is_noted_from_the_keyboard(qtbot: QtBot, context: Context) -> None:
    page = ProgrammesPage(context)
    qtbot.addWidget(page)
    page.resize(1064, 740)
    page.show()
    tab = page.parts[-1]
    assert isinstance(tab, IndicatorsTab)
    page.tabs.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: tab.begin.isVisible())
    QTest.keyClick(tab.begin, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tab.add.isVisible())
    QTest.keyClick(tab.add, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.findChildren(FormDialog)))
    dialog = page.findChildren(FormDialog)[0]
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    _type(dialog.form["answers"], "500")
    _type(dialog.form["positive"], "392")
    QTest.keyClick(dialog.form["positive"].editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(tab.table.rows) == 1)
    assert tab.table.rows_model.shown(tab.table.rows[0], tab._columns()[3]) == "78,4"
