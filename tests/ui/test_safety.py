"""Introductions, products with their data sheets, and keys in the window."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from jobbpunkt import programmes, safety, work
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.safety import ChemicalData, ReceiptData
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, IntroductionKind
from tests.ui.conftest import settle_all, shown
from ui.context import Context
from ui.safety.papers import KeyReceiptPaper, SheetPaper
from ui.safety.section import Section
from ui.safety.tab import SafetyTab
from ui.widgets.dialog import FormDialog

BEGUN = date(2020, 2, 3)


@pytest.fixture
def group(context: Context) -> tuple[UUID, UUID]:
    """A programme and somebody who takes part."""
    with context.register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        person = details.create(uow, PersonData("Amina", "Exempel")).record
        programmes.enrol(uow, programme, person, starts_on=BEGUN)
    return programme, person


@pytest.fixture
def tab(qtbot: QtBot, context: Context, group: tuple[UUID, UUID]) -> SafetyTab:
    """The tab on that programme, with a product and a late key."""
    with context.register.writing() as uow:
        safety.add_chemical(uow, group[0], ChemicalData("Sanitetsrent"))
        safety.hand_out(uow, group[0], ReceiptData(group[1], "Källare 14", date(2020, 3, 2), due_on=date(2020, 6, 1)))
    made = shown(qtbot, SafetyTab(context), 1000, 700)
    with context.register.reading() as uow:
        (programme,) = work.programmes(uow)
    made.show_programme(programme)
    settle_all(qtbot, context)
    return made


def dialog_of(tab: SafetyTab) -> FormDialog:
    return [one for one in tab.findChildren(FormDialog) if one.isVisible()][-1]


def pdf() -> bytes:
    made = pikepdf.new()
    made.add_blank_page()
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_the_lists_say_how_much_has_to_be_seen_to(tab: SafetyTab) -> None:
    assert [chip.text() for chip in tab.chips] == ["Introduktioner", "Kemikalier: 1 att se till", "Nycklar: 1 att se till"]


def test_an_introduction_is_noted_and_refused_at_its_field(
    qtbot: QtBot, context: Context, tab: SafetyTab, group: tuple[UUID, UUID]
) -> None:
    tab.introductions.new.click()
    settle_all(qtbot, context)
    dialog = dialog_of(tab)
    dialog.form.set_values(person_id=group[1], kind=IntroductionKind.MACHINE, what="Kombiskurmaskin", given_on=date(2020, 1, 7))
    dialog.save()
    settle_all(qtbot, context)
    assert "2020-02-03" in dialog.form["given_on"].error_text
    dialog.form.set_values(given_on=date(2020, 2, 10))
    dialog.save()
    settle_all(qtbot, context)
    (row,) = tab.introductions.table.rows
    assert (row.data.what, row.data.given_on) == ("Kombiskurmaskin", date(2020, 2, 10))
    tab.introductions.table.select(row.id)
    tab.introductions.remove.click()
    settle_all(qtbot, context)
    assert tab.introductions.table.rows == ()


def test_a_data_sheet_is_put_in_opened_and_what_is_none_is_refused(
    qtbot: QtBot, context: Context, tab: SafetyTab, tmp_path: Path
) -> None:
    tab.chips[1].click()
    settle_all(qtbot, context)
    (row,) = tab.chemicals.table.rows
    tab.chemicals.table.select(row.id)
    assert not tab.chemicals.sheet.isEnabled()
    file = tmp_path / "blad.pdf"
    file.write_bytes(b"inget blad")
    tab.chemicals.take(row, file)
    dialog = dialog_of(tab)
    dialog.form.set_values(dated_on=date(2019, 5, 14))
    dialog.save()
    settle_all(qtbot, context)
    assert "går inte att läsa som PDF" in dialog.notice.text
    dialog.close()
    file.write_bytes(pdf())
    tab.chemicals.take(row, file)
    dialog = dialog_of(tab)
    dialog.form.set_values(dated_on=date(2019, 5, 14))
    dialog.save()
    settle_all(qtbot, context)
    assert tab.chips[1].text() == "Kemikalier"
    tab.chemicals.sheet.click()
    (paper,) = tab.chemicals.findChildren(SheetPaper)
    qtbot.waitUntil(lambda: paper.pdf.page_count == 1)
    paper.pdf.taken.emit()
    settle_all(qtbot, context)
    assert printed(context) == ["safety_sheet"]
    paper.close()
    tab.chemicals.drop.click()
    (box,) = tab.window().findChildren(QMessageBox)
    next(button for button in box.buttons() if button.text() == "Ta bort").click()
    settle_all(qtbot, context)
    assert tab.chemicals.table.rows[0].sheet is None


def test_a_key_comes_back_and_its_receipt_is_printed(qtbot: QtBot, context: Context, tab: SafetyTab) -> None:
    tab.chips[2].click()
    settle_all(qtbot, context)
    (row,) = tab.keys.table.rows
    tab.keys.table.select(row.id)
    tab.keys.print.click()
    (paper,) = tab.keys.findChildren(KeyReceiptPaper)
    qtbot.waitUntil(lambda: paper.pdf.page_count == 1)
    paper.pdf.taken.emit()
    settle_all(qtbot, context)
    paper.close()
    assert printed(context) == ["key_receipt"]
    tab.keys.back.click()
    settle_all(qtbot, context)
    (row,) = tab.keys.table.rows
    assert row.data.returned_on == date(2020, 6, 15)
    assert not tab.keys.back.isEnabled()
    assert tab.chips[2].text() == "Nycklar"


def test_a_key_removes_what_is_chosen_only_in_the_list(qtbot: QtBot, context: Context, tab: SafetyTab) -> None:
    tab.chips[1].click()
    settle_all(qtbot, context)
    tab.chemicals.table.select(tab.chemicals.table.rows[0].id)
    for begins, left in ((tab.chemicals.change, 1), (tab.chemicals.table, 0)):
        begins.setFocus()
        QTest.keyClick(begins, Qt.Key.Key_Delete)
        settle_all(qtbot, context)
        assert len(tab.chemicals.table.rows) == left


def test_a_return_before_the_giving_is_refused_and_nothing_typed_is_lost(qtbot: QtBot, context: Context, tab: SafetyTab) -> None:
    tab.chips[2].click()
    settle_all(qtbot, context)
    (row,) = tab.keys.table.rows
    tab.keys.open_row(row)
    settle_all(qtbot, context)
    dialog = dialog_of(tab)
    dialog.form.set_values(key="Källare 15", returned_on=date(2020, 3, 1))
    dialog.save()
    settle_all(qtbot, context)
    assert "2020-03-02" in dialog.form["returned_on"].error_text
    assert dialog.form["key"].value() == "Källare 15"


def test_what_has_to_be_seen_to_is_shown_in_its_list(qtbot: QtBot, context: Context, tab: SafetyTab) -> None:
    with context.register.reading() as uow:
        (programme,) = work.programmes(uow)
        needs = safety.needs(uow, programme.id)
    sections: list[Section[Any]] = [tab.keys, tab.chemicals]
    for need, section in zip(needs, sections, strict=True):
        tab.show_record(need.record)
        settle_all(qtbot, context)
        chosen = section.table.current()
        assert section.isVisible()
        assert chosen is not None
        assert chosen.id == need.record


def printed(context: Context) -> list[str]:
    with context.register.reading() as uow:
        rows = uow.session.query(HistoryEntry).filter(HistoryEntry.action == HistoryAction.PRINTED)
        return [row.noun for row in rows]
