"""Today from the keyboard: meetings opened with Enter, steps ticked with Space, people behind each figure."""

from collections.abc import Callable
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import cases, coaching
from jobbpunkt.base.changes import Change
from jobbpunkt.cases import NewCase
from jobbpunkt.coaching import NewSession, StepWords
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import undo
from jobbpunkt.register.unit_of_work import Writing
from models.coaching import AgreedStep
from models.vocabulary import Protection
from tests.ui import keys
from tests.ui.conftest import settle
from tests.ui.screen import text_on
from ui.context import Context
from ui.today.cards import ListCard
from ui.today.figures import CountButton
from ui.today.page import TodayPage
from ui.today.to_do_row import ToDoRow

TODAY = date(2020, 6, 15)
Shown = Callable[[], TodayPage]


def written(context: Context, work: Callable[[Writing], UUID]) -> UUID:
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


def lines(page: TodayPage) -> list[str]:
    return [row.step.words.text for row in page.to_do.findChildren(ToDoRow) if row.isVisible()]


def due(context: Context, step_id: UUID) -> date | None:
    with context.register.reading() as uow:
        return uow.get(AgreedStep, step_id).due_on


def take_back(context: Context, change: Change) -> None:
    with context.register.writing() as uow:
        back = undo.undo(uow, change.transaction)
    context.announce(back)


def test_space_ticks_a_step_and_goes_on_to_the_next(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    step(context, one, "Ringa IKEA", TODAY)
    step(context, one, "Uppdatera CV", TODAY)
    page = shown()
    page.steps.rows[0].setFocus()
    assert names(page) == "Ringa IKEA, Åsa Öberg"
    press(qtbot, context, Qt.Key.Key_Space)
    assert lines(page) == ["Uppdatera CV"]
    assert names(page) == "Uppdatera CV, Åsa Öberg"
    with context.register.reading() as uow:
        assert [left.words.text for left in coaching.open_steps(uow, one)] == ["Uppdatera CV"]
    press(qtbot, context, Qt.Key.Key_Space)
    assert page.steps.rows == []
    assert "Inget att göra." in text_on(page.to_do)


def test_a_tick_that_is_refused_is_taken_back(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    made = step(context, one, "Ringa IKEA", TODAY)
    page = shown()
    written(context, lambda uow: coaching.change_step(uow, made, 1, StepWords("Ringa", due_on=TODAY), done_on=None).record)
    page.steps.rows[0].setFocus()
    press(qtbot, context, Qt.Key.Key_Space)
    [row] = page.to_do.findChildren(ToDoRow)
    assert not row.box.isChecked()
    assert page.notice.text.startswith("Någon annan")


def test_enter_on_a_step_goes_to_its_person(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    step(context, one, "Ringa IKEA", TODAY)
    page = shown()
    page.steps.rows[0].setFocus()
    with qtbot.waitSignal(context.navigated) as gone:
        press(qtbot, context, Qt.Key.Key_Return)
    assert gone.args == ["people", one]
    [name] = [label for label in page.to_do.findChildren(QLabel) if label.text() == "Åsa Öberg"]
    with qtbot.waitSignal(context.navigated) as gone:
        QTest.mouseClick(name, Qt.MouseButton.LeftButton)
    assert gone.args == ["people", one], "the mouse goes there by the name"
    assert lines(page) == ["Ringa IKEA"], "and ticks nothing"


def test_s_moves_a_step_to_the_next_working_day_and_the_keyboard_to_the_next(
    qtbot: QtBot, context: Context, shown: Shown
) -> None:
    one = person(context, "Åsa")
    first, second = step(context, one, "Ringa IKEA", TODAY), step(context, one, "Uppdatera CV", TODAY)
    eve = step(context, one, "Fråga om referens", date(2020, 6, 18))
    page = shown()
    page.steps.rows[0].setFocus()
    told: list[Change] = []
    context.changed.connect(told.append)
    press(qtbot, context, Qt.Key.Key_S)
    assert due(context, first) == TODAY + timedelta(days=1)
    assert names(page) == "Uppdatera CV, Åsa Öberg"
    assert lines(page) == ["Uppdatera CV", "Ringa IKEA", "Fråga om referens"]
    [later] = [row for row in page.to_do.findChildren(ToDoRow) if row.isVisible() and row.step.id == eve]
    later.setFocus()
    press(qtbot, context, Qt.Key.Key_S)
    assert due(context, eve) == date(2020, 6, 22), "midsummer's eve and the weekend are no days to work"
    assert names(page) == "Fråga om referens, Åsa Öberg"
    take_back(context, told[0])
    settle(qtbot, context)
    assert due(context, first) == TODAY
    assert second is not None


def test_a_step_is_moved_once_by_two_quick_keys_and_by_its_button(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    made = step(context, one, "Ringa IKEA", TODAY)
    page = shown()
    page.steps.rows[0].setFocus()
    keys.press(Qt.Key.Key_S, times=2)
    settle(qtbot, context)
    assert due(context, made) == TODAY + timedelta(days=1)
    assert page.notice.text == ""
    [row] = [row for row in page.to_do.findChildren(ToDoRow) if row.isVisible()]
    [button] = [button for button in row.findChildren(QPushButton) if button.accessibleName() == "Senare (S)"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, context)
    assert due(context, made) == TODAY + timedelta(days=2)


def test_what_is_late_is_one_row_that_unfolds_and_moves_at_once(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    late = [step(context, one, f"Sen {number}", TODAY - timedelta(days=number)) for number in (3, 2, 1)]
    step(context, one, "Uppdatera CV", TODAY)
    page = shown()
    assert lines(page) == ["Uppdatera CV"], "folded"
    page.steps.rows[1].setFocus()
    assert names(page) == "Försenat: 3, äldsta från fredag 12 juni"
    press(qtbot, context, Qt.Key.Key_Return)
    assert lines(page) == ["Uppdatera CV", "Sen 3", "Sen 2", "Sen 1"]
    assert names(page).startswith("Försenat"), "the keyboard stays where it was"
    told: list[Change] = []
    context.changed.connect(told.append)
    press(qtbot, context, Qt.Key.Key_Tab)
    assert names(page) == "Flytta alla"
    press(qtbot, context, Qt.Key.Key_Return)
    assert {due(context, made) for made in late} == {TODAY}
    assert len(lines(page)) == 4
    assert names(page), "the keyboard is still somewhere"
    take_back(context, told[0])
    settle(qtbot, context)
    assert [due(context, made) for made in late] == [TODAY - timedelta(days=number) for number in (3, 2, 1)]


def test_the_next_three_later_ones_are_shown_and_the_rest_behind_a_link(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    for number in range(1, 6):
        step(context, one, f"Steg {number}", TODAY + timedelta(days=number * 7))
    page = shown()
    assert lines(page) == ["Steg 1", "Steg 2", "Steg 3"]
    assert "Inget mer i dag." in text_on(page.to_do)
    [more] = [button for button in page.to_do.findChildren(QPushButton) if button.text() == "Visa alla 5"]
    more.setFocus()
    press(qtbot, context, Qt.Key.Key_Return)
    assert lines(page) == [f"Steg {number}" for number in range(1, 6)]
    assert names(page) == "Steg 4, Åsa Öberg"


def test_the_menu_of_a_step_leads_to_its_meeting(qtbot: QtBot, context: Context, shown: Shown) -> None:
    one = person(context, "Åsa")
    held = meeting(context, one, time(8))
    written(context, lambda uow: coaching.add_step(uow, one, StepWords("Ringa", due_on=TODAY), session_id=held).record)
    page = shown()
    [row] = page.to_do.findChildren(ToDoRow)
    QApplication.sendEvent(row, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(4, 4), row.mapToGlobal(QPoint(4, 4))))
    [menu] = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Öppna deltagaren",
        "Öppna samtalet",
        "Senare",
        "Ändra …",
        "Stryk",
    ]
    with qtbot.waitSignal(context.navigated) as gone:
        menu.actions()[1].trigger()
    menu.close()
    assert gone.args == ["coaching", held]


def test_in_large_text_the_cards_stand_under_one_another(qtbot: QtBot, shown: Shown) -> None:
    page = shown()

    def columns(width: int) -> int:
        page.resize(width, 700)
        qtbot.wait(20)
        return len({card.x() for card in page.findChildren(ListCard)})

    assert [columns(width) for width in (1060, 780, 480, 1060)] == [3, 2, 1, 3]


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
