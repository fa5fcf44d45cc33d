"""The keyboard in the whole window: where it begins, what leads back, which parts F6 reaches, and what does not fit."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import demo
from jobbpunkt.register.opening import Credentials, Register
from tests.ui.conftest import shown
from tests.ui.measure import faults_in
from ui.app import Program
from ui.focus import begin_in
from ui.theme import Theme
from ui.widgets.buttons import Button, back, primary
from ui.widgets.labels import PlainLabel
from ui.widgets.search_line import SearchLine
from ui.workspace import Workspace

SIZE, SMALL = (1280, 800), (1024, 700)


@contextmanager
def inside(program: Program, place: str, user: str, size: tuple[int, int]) -> Iterator[Workspace]:
    """Sign in as a user of the demo and give the window a size."""
    program.start(opened=Register.open(place, Credentials(user, demo.PASSWORD)))
    program.window.resize(*size)
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window)
    assert program.workspace is not None
    yield program.workspace
    # Letters of another size would be measured by the tests that follow.
    program.theme.choose("light", 100)


@pytest.fixture
def workspace(qtbot: QtBot, program: Program, sqlite_demo_place: str) -> Iterator[Workspace]:
    with inside(program, sqlite_demo_place, "coach", SIZE) as found:
        yield found


def settle(qtbot: QtBot, workspace: Workspace) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: workspace.context.operations.idle)
        qtbot.wait(2)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key, modifier)


def test_the_entry_of_the_page_leads_back_to_its_list_and_f6_reaches_every_part(qtbot: QtBot, workspace: Workspace) -> None:
    settle(qtbot, workspace)
    rail = {button.accessibleName(): button for button in workspace.rail.findChildren(QPushButton)}
    QTest.keyClick(rail["Deltagare"], Qt.Key.Key_Return)
    settle(qtbot, workspace)
    page = workspace.current
    assert page is not None
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(qtbot, workspace)
    assert page.person is not None  # type: ignore[attr-defined]
    press(Qt.Key.Key_Escape)
    settle(qtbot, workspace)
    assert page.person is None, "Escape goes back to the list"  # type: ignore[attr-defined]
    press(Qt.Key.Key_Return)
    settle(qtbot, workspace)
    QTest.keyClick(rail["Deltagare"], Qt.Key.Key_Return)
    settle(qtbot, workspace)
    assert page.person is None, "so does the entry in the rail"  # type: ignore[attr-defined]
    parts = [workspace.rail, workspace.bar, page]
    reached: set[QWidget] = set()
    for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        reached.clear()
        for _ in range(6):
            press(Qt.Key.Key_F6, modifier)
            now = QApplication.focusWidget()
            reached |= {part for part in parts if now is not None and part.isAncestorOf(now)}
        assert reached == set(parts)


@pytest.mark.parametrize("user", ["coach", "projektledare", "handledare", "admin"])
def test_the_first_page_of_every_role_takes_the_keyboard(
    qtbot: QtBot, program: Program, sqlite_demo_place: str, user: str
) -> None:
    with inside(program, sqlite_demo_place, user, SMALL) as workspace:
        settle(qtbot, workspace)
        page = workspace.current
        assert page is not None
        qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget() or page))


def test_the_rail_shows_pictures_where_there_is_little_room(qtbot: QtBot, program: Program, workspace: Workspace) -> None:
    wide = workspace.rail.width()
    program.window.resize(*SMALL)
    qtbot.waitUntil(lambda: workspace.rail.width() < wide)
    for button in workspace.rail.findChildren(QPushButton):
        assert (button.text(), bool(button.accessibleName()), bool(button.toolTip())) == ("", True, True)
    program.window.resize(*SIZE)
    qtbot.waitUntil(lambda: workspace.rail.width() == wide)


def test_escape_empties_a_line_that_narrows_before_it_leaves(qtbot: QtBot, theme: Theme) -> None:
    line = shown(qtbot, SearchLine("Sök", "Sök", 300), 300, 40)
    line.setFocus()
    QTest.keyClicks(line, "ab")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""


def test_enter_presses_the_button_that_has_the_keyboard_once(qtbot: QtBot, theme: Theme) -> None:
    pressed: list[bool] = []
    button = shown(qtbot, primary("Spara", lambda: pressed.append(True)), 100, 40)
    button.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 3, "Ctrl+Enter belongs to the page"
    assert isinstance(button, Button)


def test_what_does_not_fit_is_found(qtbot: QtBot, theme: Theme) -> None:
    holder = shown(qtbot, QWidget(), 200, 200)
    narrow, dead, area = PlainLabel("Donaudampfschifffahrt", wrap=False, parent=holder), QPushButton(holder), QScrollArea(holder)
    narrow.setGeometry(0, 0, 40, 20)
    dead.setGeometry(180, 0, 60, 30)
    area.setGeometry(0, 60, 50, 50)
    area.setWidget(QLabel("Den här raden är bredare än sitt fönster"))
    for widget in (narrow, dead, area):
        widget.show()
    faults = " ".join(faults_in(holder, SIZE))
    for fault in ("clipped at the side", "beyond the edge", "no name", "wider than it can show"):
        assert fault in faults


def test_one_begins_to_work_at_the_list_and_never_at_the_way_back(qtbot: QtBot, theme: Theme) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    first, row = primary("Ny"), primary("Rad")
    row.setProperty("kind", "row")
    for button in (back("Tillbaka"), first):
        column.addWidget(button)
    shown(qtbot, holder, 200, 200)
    assert begin_in(holder) is first
    column.addWidget(row)
    row.show()
    assert begin_in(holder) is row
