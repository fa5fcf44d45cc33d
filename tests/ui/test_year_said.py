"""What people say of a year and of its reports, by the keyboard: targets, a voice, a partner's page, what is frozen."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from jobbpunkt import campaigns, cases, organisations, reports
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.cases import NewCase
from jobbpunkt.measures import Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.reports import Kind, ReportChoice
from models.history import HistoryEntry
from models.report import FrozenReport
from models.vocabulary import HistoryAction
from tests.services.test_reports import pdf_line, pdf_text
from tests.ui.conftest import settle_all, shown
from ui.campaigns.page import CampaignsPage
from ui.context import Context
from ui.reports.page import ReportsPage
from ui.widgets.dialog import FormDialog
from ui.widgets.pdf_view import PdfView

SAID = "Jag kom hit med ett tomt papper."  # QTest types plain letters alone


def enrol(context: Context, name: str) -> None:
    with context.register.writing() as uow:
        person = details.create(uow, PersonData(name, "Exempel")).record
        change = cases.enrol(uow, NewCase(person, date(2020, 3, 2)))
    context.announce(change)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ReportsPage:
    for name in ("Anna", "Bo", "Cia", "Dan", "Eva"):
        enrol(context, name)
    made = shown(qtbot, ReportsPage(context), 1060, 740)
    settle_all(qtbot, context)
    return made


def asked(qtbot: QtBot, page: ReportsPage, link: QPushButton) -> FormDialog:
    """Press a link with the keyboard and return the dialog that asks."""
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    settle_all(qtbot, page.context)
    (dialog,) = open_dialogs(page)
    return dialog


def open_dialogs(page: ReportsPage) -> list[FormDialog]:
    return [one for one in page.findChildren(FormDialog) if one.isVisible()]


def typed(dialog: FormDialog, name: str, words: str) -> None:
    editor = dialog.form.fields[name].editor()
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, words)


def saved(qtbot: QtBot, page: ReportsPage, dialog: FormDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, page.context)


def paper(qtbot: QtBot, view: PdfView, words: str, *, lacking: bool = False) -> None:
    """Wait until the paper that is shown says these words, or does not."""
    qtbot.waitUntil(lambda: bool(view._pdf) and (words in pdf_line(view._pdf)) is not lacking)


def test_a_target_of_the_year_is_set_and_stands_on_the_paper(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    paper(qtbot, page.paper, "Mål 55", lacking=True)
    dialog = asked(qtbot, page, page.aims)
    assert dialog.windowTitle() == "Mål för 2020"
    typed(dialog, "jobseekers_supported", "55")
    saved(qtbot, page, dialog)
    assert open_dialogs(page) == []
    paper(qtbot, page.paper, "Mål 55")


@pytest.mark.parametrize("wrong", ["femtiofem", "-3", "5,5"])
def test_a_target_that_is_no_number_is_said_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, page: ReportsPage, context: Context, wrong: str
) -> None:
    dialog = asked(qtbot, page, page.aims)
    typed(dialog, "jobseekers_in_work", "30")
    typed(dialog, "jobseekers_supported", wrong)
    saved(qtbot, page, dialog)
    assert dialog.isVisible()
    assert dialog.form.fields["jobseekers_supported"].error_text
    assert dialog.form.fields["jobseekers_in_work"].value() == 30
    with context.register.reading() as uow:
        assert [aim.key for aim in reports.targets_of(uow, 2020) if aim.aim is not None] == []
    typed(dialog, "jobseekers_supported", "55")
    saved(qtbot, page, dialog)
    with context.register.reading() as uow:
        told = {aim.key: aim.aim for aim in reports.targets_of(uow, 2020) if aim.aim is not None}
    assert told == {"jobseekers_supported": 55, "jobseekers_in_work": 30}


def test_a_voice_is_written_put_right_and_taken_away(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    dialog = asked(qtbot, page, page.voice)
    for name, words in (("text", SAID), ("told_by", "Deltagare i CV-boxen")):
        typed(dialog, name, words)
    saved(qtbot, page, dialog)
    assert dialog.form.fields["consent"].error_text, "nobody is quoted who has not agreed"
    typed(dialog, "consent", "Muntligt 1 juni")
    saved(qtbot, page, dialog)
    paper(qtbot, page.paper, SAID)
    assert "Muntligt" not in pdf_text(page.paper._pdf)
    again = asked(qtbot, page, page.voice)
    typed(again, "text", "En vecka senare hade jag ett jobb.")
    saved(qtbot, page, again)
    paper(qtbot, page.paper, "En vecka senare")
    last = asked(qtbot, page, page.voice)
    remove = next(one for one in last.findChildren(QPushButton) if one.text() == "Ta bort")
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert open_dialogs(page) == []
    paper(qtbot, page.paper, "En vecka senare", lacking=True)


def test_what_is_frozen_stays_and_says_what_changed(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    page.chooser.choose(ReportChoice(Kind.CASELOAD))
    settle_all(qtbot, context)
    dialog = asked(qtbot, page, page.freeze)
    saved(qtbot, page, dialog)
    assert dialog.form.fields["note"].error_text
    typed(dialog, "note", "Till styrelsen")
    saved(qtbot, page, dialog)
    for name in ("Fia", "Gun", "Hans", "Ida", "Jon"):
        enrol(context, name)
    page.frozen.setFocus()
    QTest.keyClick(page.frozen, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    kept = page.kept
    assert page.right.currentWidget() is kept
    assert (kept.nothing.isVisible(), kept.some.isVisible()) == (False, True)
    assert "Till styrelsen" in kept.which.box.currentText()
    with context.register.reading() as uow:
        assert kept.paper._pdf == uow.session.scalars(select(FrozenReport.pdf)).one()
    changed = {one.label: (one.before, one.after) for one in kept.changes.rows}
    assert changed["Enrolled in the period"] == (5, 10)
    names = {one.title for one in kept.records.rows}
    assert names == {f"{name} Exempel" for name in ("Fia", "Gun", "Hans", "Ida", "Jon")}
    kept.records.setFocus()
    gone: list[str] = []
    context.navigated.connect(lambda where, _record: gone.append(where))
    QTest.keyClick(kept.records, Qt.Key.Key_Return)
    assert gone == ["people"]
    kept.back.setFocus()
    QTest.keyClick(kept.back, Qt.Key.Key_Space)
    assert page.right.currentWidget() is page.sheet


def test_where_nothing_is_frozen_it_says_what_freezing_is_for(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    page.frozen.setFocus()
    QTest.keyClick(page.frozen, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert (page.kept.nothing.isVisible(), page.kept.some.isVisible()) == (True, False)


def test_each_frozen_report_is_told_apart_in_the_list(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    month = Period(date(2020, 4, 1), date(2020, 4, 30))
    with context.register.writing() as uow:
        made = campaigns.create(uow, CampaignDetails("CV-boxen 2020", date(2020, 6, 8), date(2020, 7, 5))).record
        for choice in (
            ReportChoice.year(2020),
            ReportChoice(Kind.BOARD, month),
            ReportChoice(Kind.CASELOAD, month),
            ReportChoice(Kind.CASELOAD, Period(date(2020, 1, 1), date(2020, 3, 31))),
            ReportChoice(Kind.CAMPAIGN, campaign_id=made),
        ):
            reports.freeze(uow, choice, context.words, note="Prov")
    with context.register.reading() as uow:
        row = replace(reports.frozen_reports(uow)[0], made_at=datetime(2020, 6, 15, 23, 30, tzinfo=UTC))
    assert page.kept._named(row).endswith("16 juni 2020: Prov"), "the day in Sweden"
    page.show_frozen()
    settle_all(qtbot, context)
    assert sorted(page.kept.which.box.itemText(place) for place in range(page.kept.which.box.count())) == [
        "CV-boxen 2020, 15 juni 2020: Prov",
        "Deltagarna i siffror 2020-01-01 – 2020-03-31, 15 juni 2020: Prov",
        "Deltagarna i siffror april 2020, 15 juni 2020: Prov",
        "Månaden, till styrelsen april 2020, 15 juni 2020: Prov",
        "Året 2020, 15 juni 2020: Prov",
    ]


def test_a_partner_has_a_page_of_its_own_and_its_printing_is_noted(qtbot: QtBot, context: Context) -> None:
    with context.register.writing() as uow:
        store = organisations.find_or_create(uow, "IKEA")
        made = campaigns.create(uow, CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 7, 5)), measures=cv_box_measures())
        campaigns.add_partner(uow, made.record, organisation_id=store, responsibility="Intervjuer")
    page = shown(qtbot, CampaignsPage(context), 1060, 740)
    settle_all(qtbot, context)
    page.list.table.selectRow(0)
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert page.campaign is not None
    tab = page.campaign.report
    page.campaign.tabs.setCurrentWidget(tab)
    paper(qtbot, tab.view, "Intervjuer")
    whole = tab.view._pdf
    tab.whose.box.setFocus()
    QTest.keyClick(tab.whose.box, Qt.Key.Key_Down)
    assert tab.whose.box.currentText() == "IKEA"
    qtbot.waitUntil(lambda: tab.view._pdf != whole and "IKEA" in pdf_text(tab.view._pdf))
    gone: list[bool] = []
    tab._let_out(lambda: gone.append(True))
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        printed = uow.session.scalars(select(HistoryEntry.noun).where(HistoryEntry.action == HistoryAction.PRINTED)).all()
    assert (gone, printed) == ([True], ["campaign_partner"])
