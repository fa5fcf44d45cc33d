"""Projects and indicators in the window: a month is noted from the keyboard and stands in the table."""

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jobbpunkt import assignments, indicators, programmes
from jobbpunkt.assignments import NewAssignment
from jobbpunkt.indicators import IndicatorData, MonthResult
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from models.vocabulary import AssignmentRole
from tests.ui.conftest import settle_all, shown
from tests.ui.dialogs import form_over
from ui.assignments.tab import AssignmentsTab
from ui.context import Context
from ui.indicators.tab import IndicatorsTab
from ui.programmes.page import ProgrammesPage
from ui.programmes.participants import ParticipantsTab
from ui.widgets.dialog import FormDialog
from ui.widgets.field import Field
from ui.widgets.labels import PlainLabel

T = TypeVar("T", ParticipantsTab, AssignmentsTab, IndicatorsTab)


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
    tab = next(part for part in page.parts if isinstance(part, IndicatorsTab))
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


PERIOD = ProgrammeData("Kvinna för Bäckby", "Bäckby", "", date(2020, 1, 7), date(2020, 12, 31))


@pytest.fixture
def filled(qtbot: QtBot, context: Context) -> ProgrammesPage:
    """One programme with one participant, one resident employed, one month of the index."""
    with context.register.writing() as uow:
        programme = programmes.create(uow, PERIOD).record
        person = details.create(uow, PersonData("Amina", "Exempel")).record
        programmes.enrol(uow, programme, person, starts_on=date(2020, 2, 3))
        role = AssignmentRole.SAFETY_AMBASSADOR
        assignments.employ(uow, NewAssignment(role, "Bo Exempel", "Bäckby", date(2020, 6, 1), date(2020, 8, 31)))
        index = indicators.create(uow, IndicatorData("Trygghetsindex"), key=indicators.SAFETY_INDEX).record
        indicators.read(uow, index, MonthResult(date(2020, 3, 1), 500, 390))
    page = shown(qtbot, ProgrammesPage(context), 1064, 740)
    settle_all(qtbot, context)
    return page


def _tab(qtbot: QtBot, context: Context, page: ProgrammesPage, kind: type[T]) -> T:
    found = next(part for part in page.parts if isinstance(part, kind))
    page.tabs.setCurrentWidget(found)
    settle_all(qtbot, context)
    return found


def test_a_programme_and_the_days_of_its_participants_are_put_right(
    qtbot: QtBot, context: Context, filled: ProgrammesPage
) -> None:
    tab = _tab(qtbot, context, filled, ParticipantsTab)
    QTest.keyClick(tab.change, Qt.Key.Key_Space)
    dialog = form_over(qtbot, filled)
    assert dialog.form["site"].value() == "Bäckby"
    dialog.form["site"].set_value("Råby")
    dialog.form["ends_on"].set_value(date(2021, 5, 31))
    dialog.save()
    settle_all(qtbot, context)
    tab.table.selectRow(0)
    QTest.keyClick(tab.leave, Qt.Key.Key_Space)
    dialog = form_over(qtbot, filled)
    dialog.form["starts_on"].set_value(date(2020, 1, 13))
    dialog.form["ends_on"].set_value(None)
    dialog.save()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        (found,) = programmes.programmes(uow)
        (taking_part,) = programmes.participants(uow, found.id)
    assert (found.data.site, found.data.ends_on) == ("Råby", date(2021, 5, 31))
    assert (taking_part.starts_on, taking_part.ends_on) == (date(2020, 1, 13), None)
    tab.table.selectRow(0)
    QTest.keyClick(tab.remove, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert tab.table.rows == ()


def test_an_assignment_is_put_right_by_opening_it(qtbot: QtBot, context: Context, filled: ProgrammesPage) -> None:
    tab = _tab(qtbot, context, filled, AssignmentsTab)
    tab.table.setFocus()
    tab.table.selectRow(0)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    dialog = form_over(qtbot, filled)
    dialog.form["role"].set_value(AssignmentRole.SUMMER_WORKER)
    dialog.form["areas"].set_value("Råby")
    dialog.save()
    settle_all(qtbot, context)
    (row,) = tab.table.rows
    assert (row.data.name, row.data.role, row.data.areas) == ("Bo Exempel", AssignmentRole.SUMMER_WORKER, "Råby")


def test_a_month_is_put_right_by_opening_it_and_removed(qtbot: QtBot, context: Context, filled: ProgrammesPage) -> None:
    tab = _tab(qtbot, context, filled, IndicatorsTab)
    tab.table.setFocus()
    tab.table.selectRow(0)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    dialog = form_over(qtbot, filled)
    assert dialog.form["answers"].value() == 500
    dialog.form["positive"].set_value(Decimal(400))
    dialog.save()
    settle_all(qtbot, context)
    assert [row.positive for row in tab.table.rows] == [400]
    tab.table.selectRow(0)
    QTest.keyClick(tab.remove, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert tab.table.rows == ()


def _press(page: ProgrammesPage, name: str) -> None:
    (found,) = (button for button in page.findChildren(QPushButton) if button.accessibleName() == name and button.isVisible())
    QTest.keyClick(found, Qt.Key.Key_Return)


def test_a_decision_to_go_on_is_put_right_and_taken_back(qtbot: QtBot, context: Context, filled: ProgrammesPage) -> None:
    tab = _tab(qtbot, context, filled, ParticipantsTab)
    QTest.keyClick(tab.extend, Qt.Key.Key_Space)
    dialog = form_over(qtbot, filled)
    dialog.form.set_values(new_end=date(2021, 5, 1), decided_on=date(2020, 6, 5), reason="Fler")
    dialog.save()
    settle_all(qtbot, context)
    said = "förlängt till och med 1 maj 2021   ·   Fler   ·   beslutat 5 juni 2020"
    _press(filled, f"Ändra: {said}")
    dialog = form_over(qtbot, filled)
    assert dialog.form["reason"].value() == "Fler"
    dialog.form["new_end"].set_value(date(2021, 5, 31))
    dialog.save()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        (found,) = programmes.programmes(uow)
    assert found.data.ends_on == date(2021, 5, 31)
    _press(filled, f"Ta bort: {said.replace('1 maj', 'maj', 1)}")
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        (found,) = programmes.programmes(uow)
    assert (found.data.ends_on, found.extensions) == (PERIOD.ends_on, ())


def test_a_target_is_put_right_and_removed(qtbot: QtBot, context: Context, filled: ProgrammesPage) -> None:
    tab = _tab(qtbot, context, filled, IndicatorsTab)
    QTest.keyClick(tab.aim, Qt.Key.Key_Space)
    dialog = form_over(qtbot, filled)
    dialog.form["share"].set_value(Decimal(82))
    dialog.save()
    settle_all(qtbot, context)
    _press(filled, "Ändra: 2020: 78,0\N{NO-BREAK SPACE}%, mål 82 %, 4,0 procentenheter under")
    dialog = form_over(qtbot, filled)
    dialog.form["share"].set_value(Decimal("82.5"))
    dialog.save()
    settle_all(qtbot, context)
    _press(filled, "Ta bort: 2020: 78,0\N{NO-BREAK SPACE}%, mål 82,5 %, 4,5 procentenheter under")
    settle_all(qtbot, context)
    assert [label.text() for label in tab.card.findChildren(PlainLabel) if label.text().startswith("2020")] == [
        "2020: 78,0\N{NO-BREAK SPACE}%"
    ]
