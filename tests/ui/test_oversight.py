"""Who looked, in a person's history; the log; and what concerns oneself, until one has read it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt.base.clock import Clock
from jobbpunkt.concerns import Concern, ConcernRow, Concerns
from jobbpunkt.oversight.log import LogKind
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Register
from models.vocabulary import HistoryAction, Role
from tests.colleagues import EVERY_KEY, colleague
from tests.registers import NOW
from tests.ui.conftest import settle, shown
from ui.concerns import ROOMY, ConcernsStrip
from ui.context import Context
from ui.log.page import LogPage
from ui.people.history import ANYWAY, CHANGES, HistoryTab
from ui.people.looks import mark, reason


@pytest.fixture
def person(context: Context) -> UUID:
    """Return somebody whom one has read and a colleague opened anyway, both on the same day, and one has read long ago."""
    now = [NOW - timedelta(days=200)]

    def later() -> datetime:
        now[0] += timedelta(minutes=1)
        return now[0]

    context.register.clock = Clock(later)
    with context.register.writing() as uow:
        found = details.create(uow, PersonData("Åsa", "Öberg")).record
    _look(context.register, HistoryAction.READ, found)
    now[0] = NOW
    _look(context.register, HistoryAction.READ, found)
    with colleague(context.register, {Role.COACH}, EVERY_KEY) as other:
        _look(other, HistoryAction.OPENED_ANYWAY, found, "Hon ringde växeln")
    return found


def _look(register: Register, action: HistoryAction, person: UUID, why: str | None = None) -> None:
    with register.writing() as uow:
        uow.note(action, noun="person", record_id=person, person_id=person, reason=why)


@pytest.fixture
def tab(qtbot: QtBot, context: Context, person: UUID) -> Iterator[HistoryTab]:
    """Return the tab as one sees it first."""
    made = HistoryTab(context, person)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    settle(qtbot, context)
    yield made
    settle(qtbot, context)


def test_looks_stand_by_day_ones_own_light_and_others_strong(context: Context, tab: HistoryTab) -> None:
    first, second = tab.table.rows
    assert (bool(first.day), second.day) == (True, "")
    assert reason(first.look, context.words) == "”Hon ringde växeln”"
    assert mark(first.look, context.words) == "öppnade ändå"
    who = next(column for column in tab.table._columns if column.title == "Who")
    assert callable(who.strong)
    assert [who.strong(row) for row in tab.table.rows] == [True, False]
    assert who.value(second) == "Du"
    assert "2 personer, 2 gånger" in tab.facts.text()


def test_a_chip_narrows_and_older_looks_come_when_asked_for(qtbot: QtBot, context: Context, tab: HistoryTab) -> None:
    assert tab.chips[ANYWAY].text().endswith("1")
    assert not tab.chips["health"].isVisible()
    tab.chips[ANYWAY].click()
    assert [row.look.anyway for row in tab.table.rows] == [True]
    tab.chips["all"].click()
    assert tab.older.isVisible()
    while tab.older.isVisible():
        tab.show_older()
        settle(qtbot, context)
    assert len(tab.table.rows) == 4, "two of today, one from before, and that of asking who has looked"


def test_changes_hold_what_was_written_and_no_look(tab: HistoryTab) -> None:
    tab.which.set_value(CHANGES)
    tab.which.changed.emit()
    assert [row.action for row in tab.changes.rows] == [HistoryAction.CREATED]
    assert not tab.chips["all"].isVisible()


def test_the_log_is_narrowed_by_what_is_chosen(qtbot: QtBot, context: Context, person: UUID) -> None:
    page = LogPage(context)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, context)
    everything = len(page.table.rows)
    page.kind.set_value(LogKind.ANYWAY)
    page.kind.changed.emit()
    settle(qtbot, context)
    assert [(event.kind, event.reference) for _, event in page.table.rows] == [(LogKind.ANYWAY, 1001)]
    assert everything > 1
    page.period.set_value(None)
    page.kind.set_value(LogKind.READ)
    page.kind.changed.emit()
    settle(qtbot, context)
    assert len(page.table.rows) == 2


def test_what_concerns_oneself_is_told_until_it_was_read(qtbot: QtBot, context: Context) -> None:
    now = [NOW]

    def later() -> datetime:
        now[0] += timedelta(minutes=1)
        return now[0]

    context.register.clock = Clock(later)
    me = context.user.id
    with colleague(context.register, {Role.ADMINISTRATOR}, EVERY_KEY) as other, other.writing() as uow:
        uow.note(HistoryAction.PASSWORD_RESET, noun="user_account", record_id=me)
    strip = ConcernsStrip(context)
    qtbot.addWidget(strip)
    strip.load()
    settle(qtbot, context)
    assert not strip.isHidden()
    strip.put_away()
    settle(qtbot, context)
    assert strip.isHidden()
    strip.load()
    settle(qtbot, context)
    assert strip.isHidden()
    assert strip.found.rows == ()


def test_in_a_low_window_what_concerns_oneself_waits_until_one_wants_it(qtbot: QtBot, context: Context) -> None:
    told = Concerns((ConcernRow(NOW, Concern.PASSWORD_RESET, "Anna"),), NOW)
    strip = shown(qtbot, ConcernsStrip(context), 900, ROOMY + 10)
    strip.show_concerns(told)
    assert (strip.told.isVisible(), strip.read.isVisible(), strip.show_all.isVisible()) == (True, True, False)
    strip.resize(900, ROOMY - 10)
    qtbot.waitUntil(strip.show_all.isVisible)
    assert (strip.told.isVisible(), strip.read.isVisible()) == (False, False), "nobody has read what they do not see"
    strip.show_all.setFocus()
    QTest.keyClick(strip.show_all, Qt.Key.Key_Space)
    assert (strip.told.isVisible(), strip.read.hasFocus(), strip.show_all.isVisible()) == (True, True, False)
