"""A coach's day in the whole window, without the mouse: from Today into the meeting, out again, and the sheet in hand."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt import cases, coaching
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import NewSession, StepWords
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from models.vocabulary import SessionStatus
from tests.ui.conftest import settle, settle_all, shown
from tests.ui.keys import focused, press, press_until, type_text
from ui.coaching.page import CoachingPage
from ui.context import Context
from ui.today.page import TodayPage
from ui.widgets.row_button import RowButton
from ui.workspace import Workspace

TODAY = date(2020, 6, 15)
NEXT_WEEK = TODAY + timedelta(days=7)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(context: Context) -> UUID:
    with context.register.writing() as uow:
        person = details.create(uow, PersonData("Åsa", "Öberg", birth_year=1980)).record
        cases.enrol(uow, NewCase(person, date(2020, 6, 1), coach_id=context.user.id))
        coaching.add_step(uow, person, StepWords("Ringa IKEA", due_on=TODAY))
        return coaching.book(uow, NewSession((person,), TODAY, time(9))).record


@pytest.fixture
def window(qtbot: QtBot, context: Context, session: UUID) -> Workspace:
    assert session
    made = shown(qtbot, Workspace(context), 1280, 800)
    settle(qtbot, context)
    return made


def test_from_today_into_the_meeting_and_home_with_the_sheet(
    qtbot: QtBot, context: Context, window: Workspace, session: UUID
) -> None:
    today = window.current
    assert isinstance(today, TodayPage), "the day begins with Today"
    assert focused() is today.meetings.rows[0]
    press(Qt.Key.Key_Return)
    settle(qtbot, context)
    page = window.current
    assert isinstance(page, CoachingPage)
    meeting = page.meeting
    assert meeting is not None
    for line in ("Åsa har övat.", "Hon vill arbeta dagtid.", "Vi ringer tillsammans."):
        type_text(focused(), line)
        press(Qt.Key.Key_Return)
    press_until(lambda: any(line.box.hasFocus() for line in meeting.before.steps.rows), Qt.Key.Key_F6)
    press(Qt.Key.Key_Space)
    settle(qtbot, context)
    press_until(lambda: focused() is meeting.writing.next.day.line, Qt.Key.Key_Tab)
    type_text(focused(), NEXT_WEEK.isoformat())
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: meeting.sheet is not None and meeting.sheet.pdf.page_count == 1)
    assert meeting.sheet is not None
    QTest.keyClick(meeting.sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.meeting is None)
    settle(qtbot, context)

    with context.register.reading() as uow:
        kept = coaching.details(uow, session)
    assert kept.note == "Åsa har övat.\nHon vill arbeta dagtid.\nVi ringer tillsammans."
    assert (kept.row.status, kept.earlier[0].done_on) == (SessionStatus.HELD, TODAY)
    assert kept.next is not None

    with qtbot.waitActive(window):
        window.activateWindow()  # which the desktop does by itself when a dialog closes
    settle(qtbot, context)
    assert window.current is today, "one comes back to where the meeting was opened"
    assert today.meetings.rows[0].accessibleName().startswith("09:00–10:00 Åsa Öberg")
    assert today.steps.rows == [], "what was ticked in the meeting is no longer to be done"


@pytest.mark.parametrize("start", ["today", "coaching"])
def test_escape_leaves_a_meeting_back_to_where_one_came_from(
    qtbot: QtBot, context: Context, window: Workspace, session: UUID, start: str
) -> None:
    if start == "coaching":
        window.rail.wanted.emit("coaching")
        settle_all(qtbot, context)
        page = window.current
        assert isinstance(page, CoachingPage)
        press_until(lambda: isinstance(focused(), RowButton), Qt.Key.Key_Tab)
    before = window.current
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    page = window.current
    assert isinstance(page, CoachingPage)
    assert page.meeting is not None
    assert page.meeting.session_id == session
    type_text(focused(), "Åsa har övat.")
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.meeting is None)
    settle_all(qtbot, context)
    assert window.current is before
    assert before is not None
    assert before.isAncestorOf(focused()), "the keyboard comes along"
    with context.register.reading() as uow:
        assert coaching.details(uow, session).note == "Åsa har övat.", "what was typed is kept"
