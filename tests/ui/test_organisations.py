"""The page of organisations, by the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jobbpunkt import campaigns, organisations
from jobbpunkt.campaigns import CampaignDetails
from jobbpunkt.organisations import OrganisationDetails
from models.vocabulary import OrganisationKind
from tests.ui.conftest import settle, shown
from tests.ui.dialogs import form_over
from ui.context import Context
from ui.organisations.page import OrganisationsPage


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> OrganisationsPage:
    with context.register.writing() as uow:
        ikea = organisations.create(uow, OrganisationDetails("IKEA", OrganisationKind.EMPLOYER)).record
        organisations.create(uow, OrganisationDetails("Svenska kyrkan", OrganisationKind.CIVIL_SOCIETY))
        box = campaigns.create(uow, CampaignDetails("CV-boxen", date(2020, 6, 1), date(2020, 6, 28))).record
        campaigns.add_partner(uow, box, organisation_id=ikea, responsibility="Studiebesök")
    made = shown(qtbot, OrganisationsPage(context), 1060, 740)
    settle(qtbot, context)
    return made


def names(page: OrganisationsPage) -> list[str]:
    return [row.name for row in page.table.rows]


def test_typing_narrows_the_table(qtbot: QtBot, page: OrganisationsPage) -> None:
    assert names(page) == ["IKEA", "Svenska kyrkan"]
    QTest.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.search, "civil kyrk")
    assert names(page) == ["Svenska kyrkan"]


def test_the_card_tells_what_one_took_part_in(qtbot: QtBot, page: OrganisationsPage, context: Context) -> None:
    gone: list[tuple[str, object]] = []
    context.navigated.connect(lambda where, record: gone.append((where, record)))
    page.table.selectRow(0)
    settle(qtbot, context)
    (opener,) = (button for button in page.card.findChildren(QPushButton) if button.accessibleName() == "CV-boxen")
    opener.setFocus()
    QTest.keyClick(opener, Qt.Key.Key_Space)
    assert [where for where, _ in gone] == ["campaigns"]


def test_one_is_added_and_the_same_name_is_refused(qtbot: QtBot, page: OrganisationsPage, context: Context) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = form_over(qtbot, page)
    QTest.keyClicks(dialog.form["name"].editor(), "ikea")
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert dialog.form["name"].error_text.startswith("ikea finns redan")
    QTest.keyClicks(dialog.form["name"].editor(), " Arboga")
    QTest.keyClick(dialog.form["name"].editor(), Qt.Key.Key_Return)
    settle(qtbot, context)
    settle(qtbot, context)
    chosen = page.table.current()
    assert chosen is not None
    assert chosen.name == "ikea Arboga"


def test_enter_changes_the_chosen_one(qtbot: QtBot, page: OrganisationsPage, context: Context) -> None:
    page.table.selectRow(1)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    dialog = form_over(qtbot, page)
    assert dialog.form["name"].value() == "Svenska kyrkan"
    QTest.keyClicks(dialog.form["contact"].editor(), "vaxel")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    settle(qtbot, context)
    assert [row.contact for row in page.table.rows] == ["", "vaxel"]
