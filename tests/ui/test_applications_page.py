"""Applications in the window, worked with real keys."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from jobbpunkt import applications, cases
from jobbpunkt.applications import ApplicationData, ApplicationFilter
from jobbpunkt.cases import NewCase
from models.vocabulary import ApplicationStage
from tests.services.papers import add_person
from tests.ui.conftest import settle, settle_all
from ui.applications.page import ApplicationsPage
from ui.applications.tab import ApplicationsTab
from ui.context import Context
from ui.widgets.dialog import FormDialog


@pytest.fixture
def person(context: Context) -> UUID:
    made = add_person(context.register)
    with context.register.writing() as uow:
        cases.enrol(uow, NewCase(made, date(2020, 5, 4), coach_id=uow.user.id))
    return made


def add(context: Context, person: UUID, employer: str) -> UUID:
    with context.register.writing() as uow:
        return applications.create(uow, person, ApplicationData(employer, "Städare")).record


def shown(qtbot: QtBot, context: Context) -> ApplicationsPage:
    page = ApplicationsPage(context)
    qtbot.addWidget(page)
    page.resize(1064, 740)
    page.show()
    settle(qtbot, context)
    return page


def open_dialog(qtbot: QtBot) -> FormDialog:
    dialogs = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, FormDialog) and widget.isVisible()]
    assert len(dialogs) == 1
    qtbot.waitUntil(dialogs[0].isActiveWindow)
    return dialogs[0]


def test_a_stage_is_noted_by_its_key(qtbot: QtBot, context: Context, person: UUID) -> None:
    add(context, person, "IKEA")
    page = shown(qtbot, context)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_3)
    dialog = open_dialog(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert [row.stage for row in page.table.rows] == [ApplicationStage.CALLED_TO_INTERVIEW]
    current = page.table.current()
    assert current is not None
    assert current.employer == "IKEA"


def test_the_list_is_searched_and_filtered(qtbot: QtBot, context: Context, person: UUID) -> None:
    add(context, person, "IKEA")
    add(context, add_person(context.register), "Samhall")
    page = shown(qtbot, context)
    assert [row.employer for row in page.table.rows] == ["IKEA"]
    page._buttons[ApplicationFilter.ALL].click()
    settle(qtbot, context)
    assert page.count.text() == "2 ansökningar"
    QTest.keyClicks(page.search, "samh")
    qtbot.waitUntil(lambda: [row.employer for row in page.table.rows] == ["Samhall"])
    settle(qtbot, context)


def test_an_application_found_elsewhere_is_shown(qtbot: QtBot, context: Context, person: UUID) -> None:
    application = add(context, add_person(context.register), "Samhall")
    page = shown(qtbot, context)
    page.show_record(application)
    settle(qtbot, context)
    current = page.table.current()
    assert current is not None
    assert current.id == application


def test_enter_opens_the_form_and_saves_a_change(qtbot: QtBot, context: Context, person: UUID) -> None:
    application = add(context, person, "IKEA")
    page = shown(qtbot, context)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    settle(qtbot, context)
    dialog = open_dialog(qtbot)
    dialog.form["employer"].set_value("IKEA Västerås")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    with context.register.reading() as uow:
        assert applications.get(uow, application).data.employer == "IKEA Västerås"


def test_an_application_is_added_on_the_persons_tab(qtbot: QtBot, context: Context, person: UUID) -> None:
    tab = ApplicationsTab(context, person)
    qtbot.addWidget(tab)
    tab.show()
    tab.add()
    settle(qtbot, context)
    dialog = open_dialog(qtbot)
    QTest.keyClicks(dialog.form["position"].editor(), "Lagerarbetare")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert dialog.form["employer"].error_text == "Det här måste fyllas i."
    QTest.keyClicks(dialog.form["employer"].editor(), "Postnord")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    tab.refresh()
    settle(qtbot, context)
    [row] = tab.table.rows
    assert (row.employer, row.stage, row.applied_on) == ("Postnord", ApplicationStage.SENT, date(2020, 6, 15))


def test_a_chosen_application_shows_its_way(qtbot: QtBot, context: Context, person: UUID) -> None:
    add(context, person, "IKEA")
    page = shown(qtbot, context)
    assert page.steps.isHidden()
    page.table.selectRow(0)
    settle(qtbot, context)
    assert page.steps.isVisible()
    assert page.steps.employer.text() == "IKEA"


def test_a_stage_is_put_right_and_taken_away_beside_the_list(qtbot: QtBot, context: Context, person: UUID) -> None:
    added = add(context, person, "IKEA")
    with context.register.writing() as uow:
        applications.reach(uow, added, 1, ApplicationStage.CALLED_TO_INTERVIEW)
    page = shown(qtbot, context)
    context.changed.connect(lambda _change: page.refresh())
    context.changed.connect(lambda _change: page.steps.refresh())
    page.table.selectRow(0)
    settle_all(qtbot, context)
    _deed(page, "Ändra Kallad till intervju 2020-06-15").click()
    dialog = open_dialog(qtbot)
    dialog.form.set_values(stage=ApplicationStage.OFFERED, note="Ringde")
    dialog.save()
    settle_all(qtbot, context)
    assert [row.stage for row in page.table.rows] == [ApplicationStage.OFFERED]
    _deed(page, "Ta bort Erbjuden jobbet 2020-06-15").click()
    settle_all(qtbot, context)
    assert [row.stage for row in page.table.rows] == [ApplicationStage.SENT]
    names = [button.accessibleName() for button in page.steps.findChildren(QPushButton) if button.isVisible()]
    assert [name.split()[0] for name in names] == ["Ändra"], "an application keeps its only stage"


def _deed(page: ApplicationsPage, name: str) -> QPushButton:
    (found,) = (one for one in page.steps.findChildren(QPushButton) if one.accessibleName() == name and one.isVisible())
    return found
