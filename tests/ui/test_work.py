"""The page of a programme at work: its areas and what is done there, from the keyboard."""

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt import programmes, work
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.work import AreaData, TaskData
from models.vocabulary import AreaKind
from tests.registers import NOW
from tests.ui.conftest import settle_all
from tests.ui.dialogs import form_over
from tests.ui.keys import type_text
from ui.context import Context
from ui.navigation import Rail
from ui.pages import PAGES
from ui.work.areas import AreasTab
from ui.work.page import WorkPage
from ui.work.tabs import TABS

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def programme(context: Context) -> UUID:
    with context.register.writing() as uow:
        made = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby", ends_on=NOW.date() + timedelta(days=9))).record
        programmes.create(uow, ProgrammeData("Avslutat", "Råby", ends_on=NOW.date() - timedelta(days=9)))
        work.add_area(uow, made, AreaData(AreaKind.CELLAR, "Källaren"))
    return made


def _page(qtbot: QtBot, context: Context) -> tuple[WorkPage, AreasTab]:
    page = WorkPage(context)
    qtbot.addWidget(page)
    page.resize(1064, 740)
    page.show()
    settle_all(qtbot, context)
    page.show_part("areas")
    settle_all(qtbot, context)
    (tab,) = page.findChildren(AreasTab)
    return page, tab


def test_the_page_is_called_after_the_programme_that_runs_and_the_rail_with_it(
    qtbot: QtBot, context: Context, programme: UUID
) -> None:
    rail = Rail(context.words, PAGES)
    qtbot.addWidget(rail)
    context.named.connect(rail.rename)
    page, _ = _page(qtbot, context)
    assert page.name.text() == "Kvinna för Bäckby"
    assert "pågår till och med" in page.facts.text()
    assert "0 deltagare" in page.facts.text()
    assert rail._buttons["work"].accessibleName() == "Kvinna för Bäckby"
    assert rail._buttons["work"].text() == "Kvinna för Bäckby"
    assert "Ctrl" in rail._buttons["work"].toolTip()
    page.show_record(next(one.id for one in page._programmes if one.id != programme))
    assert page.name.text() == "Avslutat"
    assert "avslutades" in page.facts.text()


def test_an_area_and_a_task_are_added_moved_and_removed_from_the_keyboard(
    qtbot: QtBot, context: Context, programme: UUID
) -> None:
    page, tab = _page(qtbot, context)
    assert [row.data.name for row in tab.table.rows] == ["Källaren"]
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_N, CTRL)
    dialog = form_over(qtbot, tab)
    type_text(dialog.form["name"].editor(), "Spinnargatan 2–14")
    QTest.keyClick(dialog.form["name"].editor(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(tab.table.rows) == 2)
    settle_all(qtbot, context)
    chosen = tab.table.current()
    assert chosen is not None
    assert (chosen.data.name, chosen.data.kind) == ("Spinnargatan 2–14", AreaKind.STAIRWELL)
    for what in ("Entré", "Räcke"):
        QTest.keyClick(tab.tasks.new, Qt.Key.Key_Return)
        dialog = form_over(qtbot, tab)
        type_text(dialog.form["object"].editor(), what)
        type_text(dialog.form["moment"].editor(), "Torkat")
        QTest.keyClick(dialog.form["moment"].editor(), Qt.Key.Key_Return, CTRL)
        settle_all(qtbot, context)
    tasks = tab.tasks.table
    assert [row.data.object for row in tasks.rows] == ["Entré", "Räcke"]
    with qtbot.waitActive(page):
        page.activateWindow()
    tasks.setFocus()
    tasks.select(tasks.rows[1].id)
    QTest.keyClick(tasks, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: [row.data.object for row in tasks.rows] == ["Räcke", "Entré"])
    settle_all(qtbot, context)
    QTest.keyClick(tasks, Qt.Key.Key_Delete)
    settle_all(qtbot, context)
    qtbot.waitUntil(lambda: [row.data.object for row in tasks.rows] == ["Entré"])
    settle_all(qtbot, context)
    tab.table.setFocus()
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [row.data.name for row in tab.table.rows] == ["Källaren"])


def test_a_name_that_the_programme_has_is_refused_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, context: Context, programme: UUID
) -> None:
    _, tab = _page(qtbot, context)
    tab.add_area()
    dialog = form_over(qtbot, tab)
    type_text(dialog.form["name"].editor(), "källaren")
    type_text(dialog.form["site"].editor(), "Bäckby")
    QTest.keyClick(dialog.form["name"].editor(), Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert "har redan en plats" in dialog.form["name"].error_text
    assert dialog.form["site"].value() == "Bäckby"
    dialog.reject()


def test_an_area_that_was_found_is_shown_in_its_programme(qtbot: QtBot, context: Context, programme: UUID) -> None:
    with context.register.writing() as uow:
        other = next(one.id for one in work.programmes(uow) if one.id != programme)
        found = work.add_area(uow, other, AreaData(AreaKind.LAUNDRY, "Tvättstugan")).record
        work.add_task(uow, other, TaskData("Golv", "Sopat"), kind=AreaKind.LAUNDRY)
    page, tab = _page(qtbot, context)
    page.show_record(found)
    settle_all(qtbot, context)
    assert page.name.text() == "Avslutat"
    chosen = tab.table.current()
    assert chosen is not None
    assert chosen.id == found
    assert [row.data.object for row in tab.tasks.table.rows] == ["Golv"]


def test_every_tab_says_whether_there_is_a_way_back_in_it(qtbot: QtBot, context: Context, programme: UUID) -> None:
    page, _ = _page(qtbot, context)
    for entry in TABS:
        page.show_part(entry.key)
        settle_all(qtbot, context)
        assert not page.go_back()
