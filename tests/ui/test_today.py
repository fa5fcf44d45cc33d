"""Today from the keyboard: meetings opened with Enter, steps ticked with Space, people behind each figure."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import cases, coaching
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import NewSession, StepWords
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.unit_of_work import UnitOfWork
from models.vocabulary import Protection
from tests.ui import keys
from tests.ui.conftest import settle
from ui.context import Context
from ui.today.figures import CountButton
from ui.today.page import TodayPage

TODAY = date(2020, 6, 15)
Shown = Callable[[], TodayPage]


def written(context: Context, work: Callable[[UnitOfWork], UUID]) -> UUID:
    with context.register.writing() as uow:
        return work(uow)


def person(context: Context, given: str, protection: Protection = Protection.NONE) -> UUID:
    made = written(context, lambda uow: details.create(uow, PersonData(given, "Öberg", protection=protection)).record)
    return written(
        context, lambda uow: cases.enrol(uow, NewCase(made, date(2020, 2, 3), coach_id=context.user.id)).record and made
    )


def meeting(context: Context, one: UUID, at: time) -> UUID:
    return written(context, lambda uow: coaching.book(uow, NewSession((one,), TODAY, at)).record)


def step(context: Context, one: UUID, text: str, day: date) -> UUID:
    return written(context, lambda uow: coaching.add_step(uow, one, StepWords(text, due_on=day)).record)


@pytest.fixture
def shown(qtbot: QtBot, context: Context) -> Shown:
    def show() -> TodayPage:
        page = TodayPage(context)
        qtbot.addWidget(page)
        page.resize(1060, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        settle(qtbot, context)
        return page

    return show


def press(qtbot: QtBot, context: Context, key: Qt.Key) -> None:
    keys.press(key)
    settle(qtbot, context)


def names(page: QWidget) -> str:
    focus = QApplication.focusWidget()
    return "" if focus is None else focus.accessibleName()


def test_enter_opens_the_first_meeting(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    meeting(context, one, time(13))
    first = meeting(context, one, time(8))
    page = shown()
    assert page.day.text() == "Måndag 15 juni"
    assert names(page).startswith("08:00–09:00 Åsa Öberg, Coachingsamtal")
    with qtbot.waitSignal(context.navigated) as gone:
        press(qtbot, context, Qt.Key.Key_Return)
    assert gone.args == ["coaching", first]


def test_space_ticks_a_step_and_goes_on_to_the_next(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    step(context, one, "Ringa IKEA", TODAY - timedelta(days=1))
    step(context, one, "Uppdatera CV", TODAY)
    page = shown()
    page.steps.rows[0].setFocus()
    assert names(page) == "Ringa IKEA, Åsa Öberg"
    press(qtbot, context, Qt.Key.Key_Space)
    assert [row.step.words.text for row in page.steps.rows] == ["Uppdatera CV"]  # type: ignore[attr-defined]
    assert names(page) == "Uppdatera CV, Åsa Öberg"
    with context.register.reading() as uow:
        assert [left.words.text for left in coaching.open_steps(uow, one)] == ["Uppdatera CV"]
    press(qtbot, context, Qt.Key.Key_Space)
    assert page.steps.rows == []


def test_a_tick_that_is_refused_is_taken_back(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    made = step(context, one, "Ringa IKEA", TODAY)
    page = shown()
    written(context, lambda uow: coaching.change_step(uow, made, 1, StepWords("Ringa", due_on=TODAY)).record)
    page.steps.rows[0].setFocus()
    press(qtbot, context, Qt.Key.Key_Space)
    row = page.steps.rows[0]
    assert not row.box.isChecked()  # type: ignore[attr-defined]
    assert page.notice.text.startswith("Någon annan")


def test_the_people_behind_a_figure_are_in_its_menu(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one, hidden = person(context, "Åsa & Bo"), person(context, "Hemlig", Protection.CONFIDENTIALITY_MARKING)
    page = shown()
    assert [row.accessibleName() for row in page.needs.rows] == [
        "2 utan kontakt på över 30 dagar",
        "2 ofullständiga inskrivningar",
    ]
    page.needs.rows[0].setFocus()
    press(qtbot, context, Qt.Key.Key_Return)
    [menu] = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    lines = [action.text() for action in menu.actions()]
    assert [line.split("  ·")[0] for line in lines] == ["Åsa && Bo Öberg", "Skyddade uppgifter (1002)"]
    with qtbot.waitSignal(context.navigated) as gone:
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert gone.args == ["people", one]
    assert hidden != one


def test_the_caseload_in_figures(context: Context, shown: Shown) -> None:
    person(context, "Åsa")
    page = shown()
    assert [button.accessibleName() for button in page.caseload.findChildren(CountButton)] == [
        "1 aktiva",
        "0 nya denna månad",
        "0 i arbete sedan årsskiftet",
    ]


def test_a_day_with_nothing_says_so(shown: Shown) -> None:
    page = shown()
    assert [page.meetings.count(), page.steps.count(), page.needs.count()] == [1, 1, 1]
    assert "Inga samtal i dag." in [label.text() for label in page.findChildren(QLabel)]


def test_a_new_meeting_is_booked_from_the_keyboard(qtbot: QtBot, context: Context, shown: Shown) -> None:
    page = shown()
    page.new.setFocus()
    QTest.keyClick(page.new, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(page.findChild(QDialog), QDialog)


def test_what_is_booked_elsewhere_stands_there_at_once(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    page = shown()
    with context.register.writing() as uow:
        change = coaching.book(uow, NewSession((one,), TODAY, time(14)))
    context.announce(change)
    settle(qtbot, context)
    assert len(page.meetings.rows) == 1
