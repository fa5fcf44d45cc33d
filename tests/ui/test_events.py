"""The page of events, by the keyboard."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt import events, organisations
from jobbpunkt.base.clock import instant
from jobbpunkt.events import EventDetails
from models.vocabulary import ActivityStatus, EventKind
from tests.ui.conftest import settle, settle_all, shown
from tests.ui.dialogs import form_over
from ui.context import Context
from ui.events.page import EventsPage
from ui.widgets.many_field import ManyField


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> EventsPage:
    with context.register.writing() as uow:
        organisations.find_or_create(uow, "IKEA")
        stream = EventDetails(EventKind.LIVESTREAM, "Motivation", instant(date(2020, 4, 2), time(18)))
        events.create(uow, stream)
        events.create(uow, EventDetails(EventKind.FAIR, "Mässa", instant(date(2019, 4, 2), time(18))))
    made = shown(qtbot, EventsPage(context), 1060, 740)
    settle(qtbot, context)
    return made


def test_a_year_at_a_time(qtbot: QtBot, page: EventsPage, context: Context) -> None:
    assert [row.title for row in page.table.rows] == ["Motivation"]
    page.back.setFocus()
    QTest.keyClick(page.back, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert (page.year.text(), [row.title for row in page.table.rows]) == ("2019", ["Mässa"])


def test_it_is_carried_out_and_its_views_written_down(qtbot: QtBot, page: EventsPage, context: Context) -> None:
    page.table.selectRow(0)
    page.mark(page.table.rows[0], ActivityStatus.HELD)
    settle_all(qtbot, context)
    assert page.table.rows_model.index(0, 3).data() == "uppgift saknas"
    page.card.numbers_wanted.emit(page.table.rows[0])
    dialog = form_over(qtbot, page)
    QTest.keyClicks(dialog.form["views"].editor(), "1250")
    QTest.keyClick(dialog.form["views"].editor(), Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert page.table.rows_model.index(0, 3).data() == "1 250 visningar enligt uppgift"


def test_it_is_cancelled_with_a_reason(qtbot: QtBot, page: EventsPage, context: Context) -> None:
    page.mark(page.table.rows[0], ActivityStatus.CANCELLED)
    dialog = form_over(qtbot, page)
    QTest.keyClicks(dialog.form["reason"].editor(), "Sjukdom")
    QTest.keyClick(dialog.form["reason"].editor(), Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert (page.table.rows[0].status, page.table.rows[0].reason) == (ActivityStatus.CANCELLED, "Sjukdom")


def test_one_is_added_with_a_partner(qtbot: QtBot, page: EventsPage, context: Context) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    dialog = form_over(qtbot, page)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    assert dialog.form["title"].error_text == "Det här måste fyllas i."
    QTest.keyClicks(dialog.form["title"].editor(), "Studiebesok")
    partners = dialog.form["partners"]
    assert isinstance(partners, ManyField)
    QTest.keyClick(partners.editor(), Qt.Key.Key_Down)
    partners.editor().activated.emit(1)  # type: ignore[attr-defined]
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    settle_all(qtbot, context)
    chosen = page.table.current()
    assert chosen is not None
    assert (chosen.title, [name for _, name in chosen.partners]) == ("Studiebesok", ["IKEA"])
