"""The keeper of the keyboard outlives nothing that it asks."""

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import shown
from ui.focus import FocusKeeper
from ui.theme import Theme


@pytest.mark.usefixtures("theme")
def test_the_keyboard_may_leave_what_is_being_taken_down(qtbot: QtBot, theme: Theme) -> None:
    window = shown(qtbot, QWidget(), 400, 300)
    owner, line, other = QWidget(window), QLineEdit(), QLineEdit(window)
    QVBoxLayout(owner).addWidget(line)
    owner.show()
    other.show()
    line.setFocus()
    # Nobody's child here, so that it hears of the change after its owner has gone, as while a window is taken down.
    keeper = FocusKeeper(owner, lambda: owner)
    keeper.setParent(window)
    shiboken6.delete(owner)
    other.setFocus()
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    assert line.hasFocus()
