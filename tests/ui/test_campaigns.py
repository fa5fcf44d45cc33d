"""The page of campaigns, by the keyboard: setting up, counting on site, results, report, and again next year."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import campaigns, organisations
from jobbpunkt.campaigns import CampaignDetails, cv_box_measures
from models.vocabulary import Qualifier, Role
from tests.colleagues import colleague
from tests.ui.conftest import settle, settle_all, shown
from tests.ui.dialogs import form_over
from ui import asking
from ui.campaigns.campaign import CampaignView
from ui.campaigns.page import CampaignsPage
from ui.context import Context
from ui.widgets.undo_bar import UndoBar

CV_BOX = CampaignDetails("CV-boxen 2020", date(2020, 6, 8), date(2020, 7, 5), place="Kollage")


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> CampaignsPage:
    with context.register.writing() as uow:
        campaigns.create(uow, CV_BOX, measures=cv_box_measures())
        organisations.find_or_create(uow, "IKEA")
    made = shown(qtbot, CampaignsPage(context), 1060, 740)
    settle_all(qtbot, context)
    return made


@pytest.fixture
def view(qtbot: QtBot, page: CampaignsPage, context: Context) -> CampaignView:
    page.list.table.selectRow(0)
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert page.campaign is not None
    return page.campaign


def on_site(qtbot: QtBot, view: CampaignView, context: Context) -> QWidget:
    """Open the tab for counting and return the first button, with the keyboard on it."""
    view.tabs.setCurrentWidget(view.on_site)
    settle_all(qtbot, context)
    view.on_site.buttons[0].setFocus()
    return view.on_site.buttons[0]


def numbers(view: CampaignView) -> list[str]:
    return [button.number.text() for button in view.on_site.buttons]


def button(widget: QWidget, name: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if one.accessibleName() == name)


def test_digits_count_and_backspace_takes_back(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    first = on_site(qtbot, view, context)
    assert numbers(view) == ["–"] * 7
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_4):
        QTest.keyClick(first, key)
    settle_all(qtbot, context)
    assert numbers(view) == ["2", "–", "–", "1", "–", "–", "–"]
    assert view.on_site.buttons[3].hasFocus()
    QTest.keyClick(view.on_site.buttons[3], Qt.Key.Key_Backspace)
    settle_all(qtbot, context)
    assert numbers(view)[3] == "–"
    entries = view.on_site.latest.table
    assert [entries.rows_model.index(row, 1).data() for row in range(3)] == ["ångrad", "1", "1"]


def test_the_number_of_each_count_is_seen_beside_the_longest_word(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    on_site(qtbot, view, context)
    measures = view.on_site.buttons
    for measure in [button.measure.id for button in measures]:
        many = partial(campaigns.count, measure_id=measure, amount=100, qualifier=Qualifier.OVER)
        asking.write(view.on_site, context, many)
    settle_all(qtbot, context)
    table = view.on_site.latest.table
    assert len(table.rows) == len(measures)
    assert table.width() < view.on_site.width() // 2, "it stands beside the buttons"
    assert table.horizontalScrollBar().maximum() == 0


def test_space_presses_a_button_and_digits_work_from_the_list(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    first = on_site(qtbot, view, context)
    QTest.keyClick(first, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    view.on_site.latest.table.setFocus()
    QTest.keyClick(view.on_site.latest.table, Qt.Key.Key_1)
    settle_all(qtbot, context)
    assert numbers(view)[0] == "2"
    view.tabs.tabBar().setFocus()
    QTest.keyClick(view.tabs.tabBar(), Qt.Key.Key_2)
    settle_all(qtbot, context)
    assert numbers(view)[:2] == ["2", "1"]


def test_undo_means_the_latest_count_there_and_the_bar_keeps_still(
    qtbot: QtBot, page: CampaignsPage, view: CampaignView, context: Context
) -> None:
    bar = UndoBar(context, page)
    first = on_site(qtbot, view, context)
    QTest.keyClick(first, Qt.Key.Key_1)
    settle_all(qtbot, context)
    assert not bar.isVisible()
    QTest.keyClick(first, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    assert numbers(view)[0] == "–"


def test_several_are_counted_with_how_exact_they_are(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    on_site(qtbot, view, context)
    visitors = view.on_site.buttons[6]
    visitors.setFocus()
    QTest.keyClick(visitors, Qt.Key.Key_Plus)
    dialog = form_over(qtbot, view)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert dialog.form["amount"].error_text
    QTest.keyClicks(dialog.form["amount"].editor(), "100")
    dialog.form["qualifier"].set_value("over")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    assert numbers(view)[6] == "drygt 100"


def test_a_wrong_count_is_corrected(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    first = on_site(qtbot, view, context)
    QTest.keyClick(first, Qt.Key.Key_1)
    settle_all(qtbot, context)
    entries = view.on_site.latest.table
    entries.selectRow(0)
    entries.setFocus()
    QTest.keyClick(entries, Qt.Key.Key_Return)
    dialog = form_over(qtbot, view)
    dialog.form["amount"].editor().setFocus()
    QTest.keyClick(dialog.form["amount"].editor(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.form["amount"].editor(), "12")
    QTest.keyClick(dialog.form["amount"].editor(), Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert numbers(view)[0] == "12"
    assert [entries.rows_model.index(row, 1).data() for row in range(2)] == ["12", "rättad"]


def test_any_count_is_taken_back_and_not_only_the_latest(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    first = on_site(qtbot, view, context)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        QTest.keyClick(first, key)
        settle_all(qtbot, context)
    latest = view.on_site.latest
    menu = QMenu(latest)
    latest._fill(menu, latest.table.rows[1])
    next(action for action in menu.actions() if action.text() == "Ångra det här antalet").trigger()
    settle_all(qtbot, context)
    assert numbers(view)[:2] == ["–", "1"]
    gone = QMenu(latest)
    latest._fill(gone, latest.table.rows[1])
    assert gone.actions() == []


def test_results_show_weeks_total_and_source(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    first = on_site(qtbot, view, context)
    QTest.keyClick(first, Qt.Key.Key_1)
    settle_all(qtbot, context)
    QTest.keyClick(view, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    settle_all(qtbot, context)
    table = view.results.table
    assert table is not None
    cells = [table.rows_model.index(0, column).data() for column in range(table.rows_model.columnCount())]
    assert cells[1:] == ["–", "1", "–", "–", "1 dokument", "–", "", "Räkning på plats"]
    assert view.results.chart.accessibleDescription() == "Vecka 1: –, Vecka 2: 1, Vecka 3: –, Vecka 4: –"


def test_partners_content_and_measures_are_set_up(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    QTest.keyClick(view.set_up.add_partner, Qt.Key.Key_Space)
    settle(qtbot, context)
    dialog = form_over(qtbot, view)
    QTest.keyClicks(dialog.form["name"].editor(), "Proffas")
    QTest.keyClicks(dialog.form["responsibility"].editor(), "Intervjuer")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    QTest.keyClick(button(view.set_up.grid, "Lägg till på Tisdag"), Qt.Key.Key_Space)
    dialog = form_over(qtbot, view)
    QTest.keyClicks(dialog.form["title"].editor(), "Studiebesok")
    QTest.keyClicks(dialog.form["starts"].editor(), "13")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    campaign = view.campaign
    assert campaign is not None
    assert [(partner.name, partner.responsibility) for partner in campaign.partners] == [("Proffas", "Intervjuer")]
    assert [(activity.title, activity.weekday) for activity in campaign.content] == [("Studiebesok", 1)]
    QTest.keyClick(button(view.set_up.grid, "13:00, Studiebesok"), Qt.Key.Key_Space)
    QTest.keyClick(button(form_over(qtbot, view), "Ta bort"), Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert view.campaign is not None
    assert view.campaign.content == ()


def test_what_was_thought_is_written_down(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    view.tabs.setCurrentWidget(view.evaluation)
    QTest.keyClick(list(view.evaluation.add_buttons.values())[1], Qt.Key.Key_Space)
    dialog = form_over(qtbot, view)
    QTest.keyClicks(dialog.form["text"].editor(), "Lyckat")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    assert view.campaign is not None
    assert [(told.evaluator.value, told.text) for told in view.campaign.evaluations] == [("partners", "Lyckat")]


def test_the_report_is_the_real_paper(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    view.tabs.setCurrentWidget(view.report)
    qtbot.waitUntil(lambda: view.report.view.page_count > 0)


def test_again_next_year_opens_the_copy(qtbot: QtBot, page: CampaignsPage, view: CampaignView, context: Context) -> None:
    QTest.keyClick(view.again, Qt.Key.Key_Space)
    settle_all(qtbot, context)
    assert page.campaign is not None
    assert page.campaign.name.text() == "CV-boxen 2021"
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle_all(qtbot, context)
    assert [row.name for row in page.list.table.rows] == ["CV-boxen 2021", "CV-boxen 2020"]


def test_again_next_year_pressed_twice_is_made_once(
    qtbot: QtBot, page: CampaignsPage, view: CampaignView, context: Context
) -> None:
    view.again.click()
    view.again.click()
    settle_all(qtbot, context)
    assert page.campaign is not None
    assert (page.campaign.name.text(), page.campaign.notice.text) == ("CV-boxen 2021", "")
    assert not page.notice.text


def test_a_new_campaign_opens_when_it_is_saved(qtbot: QtBot, page: CampaignsPage, context: Context) -> None:
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, context)
    dialog = form_over(qtbot, page)
    QTest.keyClicks(dialog.form["name"].editor(), "Jobbdag")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert dialog.form["starts_on"].error_text == "Välj en dag."
    QTest.keyClicks(dialog.form["starts_on"].editor(), "2020-09-07")
    QTest.keyClicks(dialog.form["ends_on"].editor(), "2020-09-11")
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle_all(qtbot, context)
    assert page.campaign is not None
    assert page.campaign.campaign is not None
    assert len(page.campaign.campaign.weeks) == 1
    assert len(page.campaign.campaign.measures) == 7


def test_who_may_not_count_is_not_told_single_counts(qtbot: QtBot, view: CampaignView, context: Context) -> None:
    """Added up they tell what is hidden from an administrator."""
    assert view.tabs.indexOf(view.on_site) == 1
    with colleague(context.register, [Role.ADMINISTRATOR]) as office:
        others = Context(office, context.words, context.settings)
        seen = shown(qtbot, CampaignView(others, view.campaign_id), 1060, 740)
        seen.refresh()
        settle_all(qtbot, others)
        assert seen.tabs.indexOf(seen.on_site) == -1
        for tab in range(seen.tabs.count()):
            seen.tabs.setCurrentIndex(tab)
            settle_all(qtbot, others)
        seen.show_part("counting")
        assert not seen.on_site.isVisible()
        others.close()
