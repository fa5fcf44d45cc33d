"""The page of reports, by the keyboard: the paper, the figures, the records behind them, and the files."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from jobbpunkt import campaigns, cases, demo, events, organisations
from jobbpunkt.base.clock import instant
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from jobbpunkt.cases import NewCase
from jobbpunkt.documents.setting import Setting
from jobbpunkt.events import EventDetails
from jobbpunkt.measures import Period
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.reports import Format, Kind, ReportChoice
from models.history import HistoryEntry
from models.vocabulary import ActivityStatus, EventKind, Sex
from tests.ui.conftest import settle_all, shown
from ui.context import Context
from ui.reports.hidden import HiddenDialog
from ui.reports.page import ReportsPage
from ui.reports.released import ReleasedDialog
from ui.theme import Theme
from ui.widgets import more

CHURCH = "Deltagare i samarbetet med Svenska kyrkan"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ReportsPage:
    with context.register.writing() as uow:
        church = organisations.find_or_create(uow, "Svenska kyrkan")
        for name in ("Anna", "Bo", "Cia", "Dan", "Eva"):
            person = details.create(uow, PersonData(name, "Exempel")).record
            cases.enrol(uow, NewCase(person, date(2020, 3, 2), cooperation_id=church))
        campaigns.create(uow, CampaignDetails("CV-boxen", date(2020, 6, 8), date(2020, 7, 5)), measures=cv_box_measures())
    made = shown(qtbot, ReportsPage(context), 1060, 740)
    settle_all(qtbot, context)
    return made


def told(page: ReportsPage) -> dict[str, str]:
    model = page.figures.rows_model
    return {str(model.index(row, 0).data()): str(model.index(row, 1).data()) for row in range(model.rowCount())}


def open_figure(page: ReportsPage, label: str) -> None:
    number = list(told(page)).index(label)
    page.figures.setFocus()
    page.figures.selectRow(number)
    QTest.keyClick(page.figures, Qt.Key.Key_Return)


def test_who_may_not_see_people_is_told_so_and_not_that_there_are_none(
    qtbot: QtBot, theme: Theme, sqlite_demo_place: str, words_sv: Words, settings: Settings
) -> None:
    context = Context(Register.open(sqlite_demo_place, Credentials("admin", demo.PASSWORD)), words_sv, settings)
    try:
        page = shown(qtbot, ReportsPage(context), 1060, 740)
        settle_all(qtbot, context)
        open_figure(page, "Jobbsökande som fått stöd och coaching")
        settle_all(qtbot, context)
        said = [label.text() for label in page.behind.empty.findChildren(QLabel) if label.isVisible()]
        assert said == ["Din roll tillåter inte det här. Fråga en administratör om du behöver det i ditt arbete."]
    finally:
        context.close()


def test_the_year_is_shown_as_paper_and_as_figures(page: ReportsPage) -> None:
    assert page.paper.page_count > 1
    assert told(page)[CHURCH] == "5"
    assert told(page)["Visningar av livesändningarna"] == "uppgift saknas"
    assert "kan inte jämföras med hur många av dem som fått stöd" in page.caution.text()


def test_enter_opens_the_people_behind_a_figure(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    gone: list[str] = []
    context.navigated.connect(lambda where, _record: gone.append(where))
    open_figure(page, CHURCH)
    settle_all(qtbot, context)
    assert page.right.currentWidget() is page.behind
    assert [row.title for row in page.behind.table.rows] == [f"{name} Exempel" for name in ("Anna", "Bo", "Cia", "Dan", "Eva")]
    QTest.keyClick(page.behind.table, Qt.Key.Key_Return)
    assert gone == ["people"]
    QTest.keyClick(page.behind.table, Qt.Key.Key_Escape)
    assert page.right.currentWidget() is page.sheet


def test_the_records_behind_a_figure_come_so_many_at_a_time(
    qtbot: QtBot, page: ReportsPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(more, "AT_ONCE", 2)
    behind = page.behind
    seen = []
    behind.more.begin()
    open_figure(page, CHURCH)
    for _ in range(3):
        settle_all(qtbot, context)
        seen.append((len(behind.table.rows), behind.more.count.text(), behind.more.button.isVisible()))
        QTest.keyClick(behind.more.button, Qt.Key.Key_Space)
    assert seen == [(2, "De första 2 av 5", True), (4, "De första 4 av 5", True), (5, "5 poster", False)]


def test_a_figure_that_is_open_follows_what_changes(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    open_figure(page, "Livesändningar")
    settle_all(qtbot, context)
    assert page.behind.number.text() == "uppgift saknas"
    with context.register.writing() as uow:
        stream = EventDetails(EventKind.LIVESTREAM, "CV", instant(date(2020, 4, 2), time(18)), status=ActivityStatus.HELD)
        change = events.create(uow, stream)
    context.announce(change)
    settle_all(qtbot, context)
    assert page.right.currentWidget() is page.behind
    assert page.behind.number.text() == "1 tillfällen"


def test_a_year_that_is_not_over_and_what_was_told_say_so(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    settle_all(qtbot, context)
    assert page.reach.isVisibleTo(page)
    assert "till och med 15 juni 2020" in page.reach.text()
    with context.register.writing() as uow:
        at = instant(date(2020, 4, 2), time(18))
        change = events.create(uow, EventDetails(EventKind.LIVESTREAM, "CV", at, status=ActivityStatus.HELD, views=300))
    context.announce(change)
    settle_all(qtbot, context)
    column = page.figures.model().index
    shown = [str(column(row, 0).data()) for row in range(page.figures.model().rowCount())]
    assert "Visningar av livesändningarna, enligt uppgift" in shown
    page.chooser.year.set_value(2019)
    page.chooser.changed.emit()
    settle_all(qtbot, context)
    assert not page.reach.isVisibleTo(page)


def test_a_group_of_a_figure_opens_those_who_are_in_it(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    with context.register.writing() as uow:
        woman = details.create(uow, PersonData("Fia", "Exempel", sex=Sex.WOMAN)).record
        cases.enrol(uow, NewCase(woman, date(2020, 3, 2)))
    page.chooser.choose(ReportChoice(Kind.CASELOAD))
    settle_all(qtbot, context)
    open_figure(page, context.words("Enrolled in the period"))
    settle_all(qtbot, context)
    group = page.behind.group
    assert (group.isVisible(), len(page.behind.table.rows)) == (True, 6)
    offered = [group.box.itemText(place) for place in range(group.box.count())]
    assert offered[:3] == ["Alla som räknas", "Kön: Kvinna (1)", "Kön: Uppgift saknas (5)"]
    group.box.setFocus()
    QTest.keyClick(group.box, Qt.Key.Key_Down)
    settle_all(qtbot, context)
    assert [row.title for row in page.behind.table.rows] == ["Fia Exempel"]


def test_a_month_for_the_board_is_chosen_by_its_month(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    page.chooser.choose(ReportChoice(Kind.BOARD))
    settle_all(qtbot, context)
    assert (page.chooser.month.isVisible(), page.chooser.year.isVisible(), page.chooser.days.isVisible()) == (True, False, False)
    assert (page.aims.isVisible(), page.voice.isVisible()) == (True, False), (
        "targets are the year's, and a voice is not the month's"
    )
    page.chooser.month.set_value(date(2019, 12, 1))
    page.chooser.changed.emit()
    settle_all(qtbot, context)
    assert page.chooser.choice().period == Period(date(2019, 12, 1), date(2019, 12, 31))
    assert page.chooser.chosen_year() == 2019


def test_another_report_is_chosen(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    page.chooser.kind.editor().setFocus()
    QTest.keyClick(page.chooser.kind.editor(), Qt.Key.Key_Down)
    settle_all(qtbot, context)
    assert told(page)["Veckor"] == "4"
    QTest.keyClick(page.chooser.kind.editor(), Qt.Key.Key_Down)
    settle_all(qtbot, context)
    assert "Aktiva vid periodens slut" in told(page)
    page.chooser.last.line.setFocus()
    page.chooser.last.line.selectAll()
    QTest.keyClicks(page.chooser.last.line, "2019-01-01")
    QTest.keyClick(page.chooser.last.line, Qt.Key.Key_Tab)
    settle_all(qtbot, context)
    assert page.chooser.last.error_text == "Slutet ligger före början. Ändra någon av dagarna."


def test_a_report_is_saved_and_the_history_says_so(qtbot: QtBot, page: ReportsPage, context: Context, tmp_path: Path) -> None:
    page.chooser.choose(ReportChoice(Kind.ANNUAL))
    settle_all(qtbot, context)
    for wanted, button in page.save_buttons.items():
        QTest.keyClick(button, Qt.Key.Key_Space)
        settle_all(qtbot, context)
        (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
        target = tmp_path / f"rapport.{wanted.value}"
        dialog.fileSelected.emit(str(target))
        dialog.close()
        settle_all(qtbot, context)
        assert target.stat().st_size > 500
        assert page.notice.text == f"Sparad som {target}"
    with context.register.reading() as uow:
        noted = uow.session.scalars(select(HistoryEntry.reason).where(HistoryEntry.noun == "report")).all()
    assert noted == ["annual docx", "annual xlsx", "annual csv", "annual json"]


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, page: ReportsPage, context: Context, tmp_path: Path) -> None:
    QTest.keyClick(page.save_buttons[Format.XLSX], Qt.Key.Key_Space)
    settle_all(qtbot, context)
    (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "rapport.xlsx"))
    dialog.close()
    settle_all(qtbot, context)
    assert page.notice.text.startswith("Det går inte att skriva i")


def test_a_report_is_had_in_another_language_and_look(qtbot: QtBot, page: ReportsPage) -> None:
    assert page.bar.language.value() == "sv"
    swedish = page.paper.page_count
    page.bar.language.box.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(page.bar.language.box, key)
    qtbot.waitUntil(lambda: page._material is not None and page._material.setting == Setting("ar"))
    page.bar.switches["large"].box.setFocus()
    QTest.keyClick(page.bar.switches["large"].box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page._material is not None and page._material.setting == Setting("ar", "", "large"))
    settle_all(qtbot, page.context)
    qtbot.waitUntil(lambda: page.paper.page_count > swedish)


def test_what_is_hidden_is_told_with_why_before_it_leaves(qtbot: QtBot, page: ReportsPage, context: Context) -> None:
    with context.register.writing() as uow:
        cases.enrol(uow, NewCase(details.create(uow, PersonData("Fia", "Exempel")).record, date(2020, 5, 4)))
    page.chooser.choose(ReportChoice(Kind.CASELOAD))
    settle_all(qtbot, context)
    assert page.hidden.isVisibleTo(page)
    assert page.hidden.text().endswith("dolda: varför?")
    page.hidden.setFocus()
    QTest.keyClick(page.hidden, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    (dialog,) = page.findChildren(HiddenDialog)
    model = dialog.table.rows_model
    shown = [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]
    assert all(row[3].startswith("Färre än fem") for row in shown if row[0] == "Inskrivna under perioden")
    dialog.close()


def test_what_has_left_is_listed(qtbot: QtBot, page: ReportsPage, context: Context, tmp_path: Path) -> None:
    page.chooser.choose(ReportChoice(Kind.CASELOAD))
    settle_all(qtbot, context)
    QTest.keyClick(page.save_buttons[Format.XLSX], Qt.Key.Key_Space)
    settle_all(qtbot, context)
    (chosen,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    chosen.fileSelected.emit(str(tmp_path / "rapport.xlsx"))
    chosen.close()
    settle_all(qtbot, context)
    page.released.setFocus()
    QTest.keyClick(page.released, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    (dialog,) = page.findChildren(ReleasedDialog)
    assert [(one.report, one.form, one.by) for one in dialog.table.rows] == [("caseload", "xlsx", context.user.name)]
    assert str(dialog.table.rows_model.index(0, 2).data()) == "2020-01-01 – 2020-12-31"
    dialog.close()


def test_days_that_are_no_calendar_period_do_not_leave(qtbot: QtBot, page: ReportsPage, context: Context, tmp_path: Path) -> None:
    page.chooser.choose(ReportChoice(Kind.CASELOAD))
    page.chooser.last.line.setFocus()
    page.chooser.last.line.selectAll()
    QTest.keyClicks(page.chooser.last.line, "2020-06-14")
    QTest.keyClick(page.chooser.last.line, Qt.Key.Key_Tab)
    settle_all(qtbot, context)
    told = "Uppgifter om personer lämnar programmet bara för en månad, ett kvartal, ett halvår eller ett år."
    assert page.reach.text() == f"{told} Närmast är 2020-01-01 till 2020-06-30."
    QTest.keyClick(page.save_buttons[Format.XLSX], Qt.Key.Key_Space)
    settle_all(qtbot, context)
    (chosen,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    chosen.fileSelected.emit(str(tmp_path / "rapport.xlsx"))
    chosen.close()
    settle_all(qtbot, context)
    assert not (tmp_path / "rapport.xlsx").exists()
    assert page.chooser.last.error_text.startswith(told)
