"""The whole task of a coach, in the real window on the demo register, from signing in to a page in hand, without the mouse."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import coaching, demo
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import SessionStatus
from tests.journeys.hands import CTRL, context_of, signed_in
from tests.ui.conftest import settle
from tests.ui.keys import focused, press, press_until, type_text
from ui.app import Program
from ui.coaching.meeting import MeetingView
from ui.today.page import TodayPage
from ui.widgets.pdf_view import PdfView

NOTE = ("Har övat sin presentation.", "Vill söka på IKEA och i hemtjänsten.", "Ringer själv på onsdag.")


@pytest.mark.usefixtures("theme")
def first_open(meeting: MeetingView) -> QWidget:
    """Return the box of the first agreed step that is still to be done."""
    return next(row.box for row in meeting.before.steps.rows if not row.box.isChecked())


def test_from_the_password_to_the_printed_page(qtbot: QtBot, program: Program, sqlite_demo_place: str, tmp_path: Path) -> None:
    workspace = signed_in(qtbot, program, sqlite_demo_place, "coach")
    context = context_of(program)
    settle(qtbot, context)
    today = workspace.current
    assert isinstance(today, TodayPage)
    assert len(today.meetings.rows) == 4, "the demo's day has four meetings"
    press(Qt.Key.Key_Return)
    settle(qtbot, context)
    meeting = program.window.findChild(MeetingView)
    assert meeting is not None
    session = meeting.session_id
    assert meeting.before.steps.rows, "what was agreed last time is there to read"
    for line in NOTE:
        type_text(focused(), line)
        press(Qt.Key.Key_Return)
    # Asked at each press: what was typed is saved meanwhile, and the steps may be drawn anew.
    press_until(lambda: focused() is first_open(meeting), Qt.Key.Key_F6)
    press(Qt.Key.Key_Space)
    settle(qtbot, context)
    press_until(lambda: focused() is meeting.writing.next.day.line, Qt.Key.Key_Tab)
    type_text(focused(), "2020-12-21")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: meeting.sheet is not None and meeting.sheet.pdf.page_count == 1)
    assert meeting.sheet is not None
    assert "21 december" in text_of(meeting.sheet.pdf)
    assert "21 december" in printed(qtbot, meeting.sheet, tmp_path / "blad.pdf"), "the page can be read"
    program.window.close()

    with Register.open(sqlite_demo_place, Credentials("coach", demo.PASSWORD)).reading() as uow:
        kept = coaching.details(uow, session)
    assert kept.note == "\n".join(NOTE)
    assert kept.row.status is SessionStatus.HELD
    assert any(step.done_on == demo.TODAY for step in kept.earlier)
    assert kept.next is not None


def text_of(view: PdfView) -> str:
    """Return the text of the first page that the view shows."""
    document = view.view.document()
    assert document is not None
    return document.getAllText(0).text()


def printed(qtbot: QtBot, sheet: QWidget, target: Path) -> str:
    """Print the sheet to a file through the system's own print dialog, and return the text of its only page."""
    with qtbot.waitActive(sheet):
        sheet.activateWindow()
    QTest.keyClick(sheet, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(sheet.findChildren(QPrintDialog)))
    dialog = sheet.findChildren(QPrintDialog)[0]
    name = next(line for line in dialog.findChildren(QLineEdit) if line.objectName() == "filename")
    name.selectAll()
    type_text(name, str(target))
    QTest.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(target.exists)
    (page,) = PdfReader(target).pages
    return page.extract_text()
