"""Counting on site in the whole window: keys, what was saved, feedback in three taps, exhibitors, visitors, field files."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import campaigns, field, organisations
from jobbpunkt.campaigns import ActivityDraft, CampaignDetails, cv_box_measures
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register.keys import CHEAPEST
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import Evaluator, Opinion, Qualifier
from tests.registers import NOW
from tests.ui.conftest import settle_all, shown
from tests.ui.dialogs import form_over
from tests.ui.keys import press
from ui import asking
from ui.app import Program
from ui.campaigns.counting_page import CountingPage
from ui.campaigns.field_card import FieldCard
from ui.campaigns.stand_lines import ExhibitorsDialog
from ui.context import Context
from ui.workspace import Workspace

PASSWORD = "mulen morgon torg kaffe"
CV_BOX = CampaignDetails("CV-boxen 2020", date(2020, 6, 8), date(2020, 7, 5), place="Kollage")


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> CountingPage:
    with context.register.writing() as uow:
        made = campaigns.create(uow, CV_BOX, measures=cv_box_measures()).record
        ikea = organisations.find_or_create(uow, "IKEA")
        campaigns.add_stand(uow, made, organisation_id=ikea, label="A1")
        campaigns.add_activity(uow, made, ActivityDraft("Rekryteringsmässa", 2))
    shown_page = shown(qtbot, CountingPage(context, made), 1280, 800)
    settle_all(qtbot, context)
    return shown_page


def button(widget: QWidget, name: str) -> QPushButton:
    return next(one for one in widget.findChildren(QPushButton) if name in (one.text(), one.accessibleName()))


def numbers(page: CountingPage) -> list[str]:
    return [one.number.text() for one in page.body.buttons]


def test_keys_count_z_takes_back_and_what_was_saved_is_said(qtbot: QtBot, page: CountingPage, context: Context) -> None:
    assert min(one.height() for one in page.body.buttons) >= 120
    assert page.state.text() == "Sparat på den här datorn"
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_7):
        QTest.keyClick(page, key)
    assert page.state.text() == "Sparar ..."
    settle_all(qtbot, context)
    assert page.state.text() == "Sparat på den här datorn"
    assert (numbers(page)[0], numbers(page)[6]) == ("2", "1")
    assert page.body.buttons[6].property("latest")
    QTest.keyClick(page, Qt.Key.Key_Z)
    settle_all(qtbot, context)
    assert numbers(page)[6] == "–"


@pytest.mark.parametrize("amount", [100, 10_000, 1_000_000])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700)])
def test_a_number_is_never_cut_to_another(
    qtbot: QtBot, page: CountingPage, context: Context, width: int, height: int, amount: int
) -> None:
    page.resize(width, height)
    for one in page.body.buttons:
        asking.write(page, context, partial(campaigns.count, measure_id=one.measure.id, amount=amount, qualifier=Qualifier.OVER))
    settle_all(qtbot, context)
    for one in page.body.buttons:
        label = one.number
        assert label.text().startswith("drygt 1")
        widest = max(label.fontMetrics().horizontalAdvance(part) for part in label.text().split(" "))
        assert widest <= label.contentsRect().width(), "each word has its room"
        assert label.heightForWidth(label.width()) <= label.height(), "and so have its lines"


def test_a_press_counts_and_the_tile_says_today(qtbot: QtBot, page: CountingPage, context: Context) -> None:
    tile = page.body.buttons[0]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    settle_all(qtbot, context)
    assert (tile.number.text(), tile.below.text()) == ("1", "Idag · 1 totalt")


def test_three_taps_are_an_opinion_that_can_be_taken_back(qtbot: QtBot, page: CountingPage, context: Context) -> None:
    card = page.body.feedback
    for name in ("Deltagare", "Bra", "Rekryteringsmässa"):
        button(card, name).click()
    settle_all(qtbot, context)
    assert card.said.text() == "1 svar idag, utan namn"
    with context.register.reading() as uow:
        (of_participants, _) = campaigns.feedback(uow, page.body._campaign.id)  # type: ignore[union-attr]
    assert of_participants.opinions[0] == (Opinion.GOOD, 1)
    assert (of_participants.evaluator, of_participants.best) == (Evaluator.PARTICIPANTS, (("Rekryteringsmässa", 1),))
    button(card, "Ta tillbaka det senaste svaret").click()
    settle_all(qtbot, context)
    assert card.said.text() == "0 svar idag, utan namn"


def test_exhibitors_came_or_did_not(qtbot: QtBot, page: CountingPage, context: Context) -> None:
    button(page, "Utställare").click()
    dialog = page.body.findChild(ExhibitorsDialog)
    assert dialog is not None
    settle_all(qtbot, context)
    for name, told in (("IKEA: Kom", "1 kom"), ("IKEA: Kom inte", "1 kom inte"), ("IKEA: Kom inte", "om 1 är inget sagt")):
        button(dialog, name).click()
        settle_all(qtbot, context)
        assert told in dialog.said.text()


def test_a_visitor_by_name_is_counted_and_taken_back(qtbot: QtBot, page: CountingPage, context: Context) -> None:
    with context.register.writing() as uow:
        anna = details.create(uow, PersonData("Anna")).record
    button(page, "Besökare med namn").click()
    settle_all(qtbot, context)
    dialog = form_over(qtbot, page)
    dialog.form.set_values(person_id=anna)
    dialog.save()
    settle_all(qtbot, context)
    assert dialog.form["consents"].error_text
    dialog.form.set_values(consents=True)
    dialog.save()
    settle_all(qtbot, context)
    assert numbers(page)[6] == "1"
    button(page, "Besökare med namn").click()
    settle_all(qtbot, context)
    button(form_over(qtbot, page), "Ta tillbaka Anna").click()
    settle_all(qtbot, context)
    assert numbers(page)[6] == "–"


def test_escape_leaves(qtbot: QtBot, page: CountingPage) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.body.buttons[0], Qt.Key.Key_Escape)


def test_a_field_file_is_made_opens_to_count_in_and_comes_home(
    qtbot: QtBot, page: CountingPage, context: Context, program: Program, tmp_path: Path
) -> None:
    with context.register.reading() as uow:
        campaign = campaigns.get(uow, campaigns.find(uow, CV_BOX.name))
    card = shown(qtbot, FieldCard(context), 600, 400)
    card.show_campaign(campaign)
    card.make_at(str(tmp_path / "dator"))
    dialog = form_over(qtbot, card)
    dialog.form.set_values(name="Dator 1", password=PASSWORD)
    dialog.save()
    qtbot.waitUntil(lambda: bool(card.notice.text))
    where = tmp_path / "dator.jobbpunkt"

    program.start(opened=Register.open(str(where), Credentials("coach", PASSWORD), context.clock))
    counting = program.window.top
    assert isinstance(counting, CountingPage)
    assert program.context is not None
    settle_all(qtbot, program.context)
    assert not counting.body.visitor.isVisible()
    QTest.keyClick(counting, Qt.Key.Key_1)
    settle_all(qtbot, program.context)
    assert counting.since.text() == "1 att ta hem"
    program.window.close()

    for told in ("1 ny räkning från Dator 1.", "0 nya räkningar från Dator 1. 1 fanns redan."):
        card.bring_from(str(where))
        dialog = form_over(qtbot, card)
        dialog.form.set_values(password=PASSWORD)
        dialog.save()
        qtbot.waitUntil(partial(_says, card, told))
    settle_all(qtbot, context)
    assert numbers(page)[0] == "1"


def test_a_wrong_password_is_said_in_the_dialog(qtbot: QtBot, page: CountingPage, context: Context, tmp_path: Path) -> None:
    with context.register.reading() as uow:
        campaign = campaigns.get(uow, campaigns.find(uow, CV_BOX.name))
    made = field.make(context.register, campaign.id, tmp_path / "d.jobbpunkt", name="D", password=PASSWORD, cost=CHEAPEST)
    card = shown(qtbot, FieldCard(context), 600, 400)
    card.show_campaign(campaign)
    card.bring_from(str(made.path))
    dialog = form_over(qtbot, card)
    dialog.form.set_values(password="fel losenord helt")
    dialog.save()
    qtbot.waitUntil(lambda: "lösenord" in dialog.notice.text.lower())
    assert NOW.date() == context.clock.today()


def test_the_campaign_fills_the_window_and_gives_it_back(qtbot: QtBot, program: Program, sqlite_register: Register) -> None:
    with sqlite_register.writing() as uow:
        made = campaigns.create(uow, CV_BOX, measures=cv_box_measures()).record
    program.start(opened=sqlite_register)
    context = program.context
    assert context is not None
    context.filling.emit(CountingPage(context, made))
    settle_all(qtbot, context)
    assert isinstance(program.window.top, CountingPage)
    QTest.keyClick(program.window.top, Qt.Key.Key_Escape)
    assert isinstance(program.window.top, Workspace)


def _says(card: FieldCard, told: str) -> bool:
    return card.notice.text == told


def test_two_taps_on_the_last_say_it_once(qtbot: QtBot, page: CountingPage, context: Context) -> None:
    card = page.body.feedback
    for name in ("Deltagare", "Bra"):
        button(card, name).click()
    last = button(card, "Rekryteringsmässa")
    last.click()
    last.click()
    settle_all(qtbot, context)
    assert card.said.text() == "1 svar idag, utan namn"
    for name in ("Deltagare", "Bra", "Rekryteringsmässa"):
        button(card, name).click()
    settle_all(qtbot, context)
    assert card.said.text() == "2 svar idag, utan namn"


def test_every_visit_of_whoever_is_chosen_can_be_taken_back(qtbot: QtBot, page: CountingPage, context: Context) -> None:
    assert page.body._campaign is not None
    with context.register.writing() as uow:
        persons = [details.create(uow, PersonData(name)).record for name in ("Anna", "Bo", "Cia", "Dan", "Eva", "Fia")]
        for person in persons:
            campaigns.sign_in(uow, page.body._campaign.id, person, consents=True)
    button(page, "Besökare med namn").click()
    settle_all(qtbot, context)
    dialog = form_over(qtbot, page)
    assert not [one for one in dialog.findChildren(QPushButton) if one.accessibleName() == "Ta tillbaka Anna"]
    dialog.form["person_id"].set_value(persons[0])
    dialog.form["person_id"].changed.emit()
    button(dialog, "Ta tillbaka Anna").click()
    settle_all(qtbot, context)
    with context.register.reading() as uow:
        left = {one.name.shown(context.words) for one in campaigns.visitors(uow, page.body._campaign.id)}
    assert left == {"Bo", "Cia", "Dan", "Eva", "Fia"}
    dialog.form.dirty = False


def test_keys_still_count_when_the_campaign_changes_under_ones_hands(qtbot: QtBot, page: CountingPage, context: Context) -> None:
    assert page.body._campaign is not None
    QTest.keyClick(page, Qt.Key.Key_3)
    settle_all(qtbot, context)
    third = page.body._campaign.measures[2]
    change = partial(campaigns.change_measure, measure_id=third.id, version=third.version, label="Annat", unit=third.unit)
    asking.write(page, context, change)
    settle_all(qtbot, context)
    assert "Annat" in page.body.buttons[2].accessibleName()
    assert page.body.buttons[2].hasFocus()
    press(Qt.Key.Key_3)
    settle_all(qtbot, context)
    assert numbers(page)[2] == "2"
