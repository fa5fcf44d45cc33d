"""A person at the keyboard of the real window: signs in, turns to pages, and tabs to what they want."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import demo
from jobbpunkt.base.settings import LAST_REGISTER, LAST_USER
from tests.ui.conftest import settle_all
from tests.ui.keys import focused, press, type_text
from ui.app import Program
from ui.context import Context
from ui.welcome.sign_in import SignIn
from ui.widgets.page import Page
from ui.widgets.pdf_view import PdfView
from ui.workspace import Workspace

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FAR = 120


def signed_in(qtbot: QtBot, program: Program, place: str, login: str) -> Workspace:
    """Start the program at a demo register, type the password, and return what is then seen."""
    program.settings.set(LAST_REGISTER, place)
    program.settings.set(LAST_USER, login)
    program.start()
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    assert isinstance(program.welcome.view, SignIn)
    type_text(focused(), demo.PASSWORD)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.workspace is not None)
    assert program.workspace is not None
    settle_all(qtbot, context_of(program))
    return program.workspace


def context_of(program: Program) -> Context:
    """Return the signed-in stay."""
    assert program.context is not None
    return program.context


def turn_to(qtbot: QtBot, workspace: Workspace, key: str) -> Page:
    """Turn to a page by its number in the rail, or by Ctrl+comma to the settings, and return it."""
    number = list(workspace._entries).index(key)
    wanted = Qt.Key.Key_Comma if key == "settings" else Qt.Key(Qt.Key.Key_1 + number)
    QTest.keyClick(QApplication.focusWidget() or workspace.window(), wanted, CTRL)
    settle_all(qtbot, workspace.context)
    page = workspace.current
    assert page is not None
    assert workspace.stack.currentWidget() is page
    assert page is workspace._pages[key]
    return page


def reach(wanted: QWidget) -> None:
    """Press Tab until the keyboard is at a widget, as one does who has no mouse."""
    way: list[str] = []
    for _ in range(FAR):
        now = QApplication.focusWidget()
        if now is not None and (now is wanted or wanted.isAncestorOf(now)):
            return
        way.append(type(now).__name__)
        QTest.keyClick(now or wanted.window(), Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {type(wanted).__name__}, only to {way}")


def button_in(root: QWidget, text: str) -> QPushButton:
    """Return the button that is seen with a text."""
    return next(button for button in root.findChildren(QPushButton) if button.isVisible() and button.text() == text)


def save_as(qtbot: QtBot, over: QWidget, target: Path) -> None:
    """Type where a file is to be, in the dialog that asks, and wait for it."""

    def asked() -> QFileDialog | None:
        return next((one for one in over.window().findChildren(QFileDialog) if one.isVisible()), None)

    qtbot.waitUntil(lambda: asked() is not None)
    dialog = asked()
    assert dialog is not None
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.selectAll()
    # Pasted: a place typed sign by sign leaves each folder on its way chosen in Qt's own list, once one has saved before.
    QApplication.clipboard().setText(str(target))
    QTest.keyClick(name, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    # A list of names that the dialog offers, now or in a while, has the keyboard until a Return, which only shuts it.
    for _ in range(20):
        if asked() is None:
            break
        QTest.keyClick(QApplication.activePopupWidget() or name, Qt.Key.Key_Return)
        qtbot.wait(20)
    qtbot.waitUntil(target.exists)


def pages_of(view: PdfView) -> str:
    """Return the text of every page that a view shows."""
    document = view.view.document()
    return "" if document is None else "".join(document.getAllText(page).text() for page in range(document.pageCount()))
