"""The whole tasks of a project lead, a supervisor and an administrator, in the real window, without the mouse."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from jobbpunkt import demo
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.opening import Credentials, Register
from jobbpunkt.reports import Kind
from models.vocabulary import Role
from tests.journeys.hands import ALT, button_in, context_of, pages_of, reach, save_as, signed_in, turn_to
from tests.ui.conftest import settle_all
from tests.ui.dialogs import form_over
from tests.ui.keys import focused, press, press_until, type_text
from ui.app import Program
from ui.campaigns.page import CampaignsPage
from ui.lead.page import LeadPage
from ui.people.page import PeoplePage
from ui.reports.page import ReportsPage
from ui.settings.page import SettingsPage
from ui.settings.password_card import PasswordCard
from ui.settings.register_card import RegisterCard
from ui.settings.roles_field import RolesField
from ui.settings.users import UsersCard
from ui.widgets.dialog import FormDialog
from ui.work.page import WorkPage

FIRST, OWN = "en mening att byta ut 2020", "en helt egen mening 2020"

pytestmark = pytest.mark.usefixtures("theme")


def test_a_lead_counts_on_site_and_takes_the_years_report_home(
    qtbot: QtBot, program: Program, sqlite_demo_place: str, tmp_path: Path
) -> None:
    workspace = signed_in(qtbot, program, sqlite_demo_place, "projektledare")
    context = context_of(program)
    today = workspace.current
    assert isinstance(today, LeadPage), "the campaigns and what falls due are what one comes home to"
    press_until(lambda: focused().accessibleName().startswith("3 avslutade"), Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    assert today.behind is not None
    assert len(today.behind.table.rows) == 3
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    people = workspace.current
    assert isinstance(people, PeoplePage)
    assert people.person is not None, "the figure is the reason why one is opened"
    page = turn_to(qtbot, workspace, "campaigns")
    assert isinstance(page, CampaignsPage)
    reach(page.list.table)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    campaign = page.campaign
    assert campaign is not None
    press(Qt.Key.Key_3, ALT)
    settle_all(qtbot, context)
    assert campaign.results.table is not None
    before = campaign.results.table.rows[0].total.value or 0
    press(Qt.Key.Key_2, ALT)
    settle_all(qtbot, context)
    reach(campaign.on_site.buttons[0])
    press(Qt.Key.Key_1, times=3)
    press(Qt.Key.Key_Backspace)
    settle_all(qtbot, context)
    press(Qt.Key.Key_3, ALT)
    settle_all(qtbot, context)
    assert campaign.results.table.rows[0].total.value == before + 2, "three counted, one taken back"
    press(Qt.Key.Key_5, ALT)
    qtbot.waitUntil(lambda: "CV-boxen" in pages_of(campaign.report.view))

    reports = turn_to(qtbot, workspace, "reports")
    assert isinstance(reports, ReportsPage)
    qtbot.waitUntil(lambda: reports.paper.page_count > 0)
    reach(reports.figures)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    shown = reports.figures.rows[0].value
    assert reports.behind.isVisible()
    assert len(reports.behind.table.rows) == shown, "each figure is the records behind it"
    press(Qt.Key.Key_Escape)
    settle_all(qtbot, context)
    assert reports.paper.isVisible()
    reach(reports.paper.save_button)
    press(Qt.Key.Key_Return)
    save_as(qtbot, reports, tmp_path / "året.pdf")
    assert "2020" in "".join(paper.extract_text() for paper in PdfReader(tmp_path / "året.pdf").pages)


def test_a_supervisor_sees_the_programmes_work_and_its_report_and_nothing_else(
    qtbot: QtBot, program: Program, sqlite_demo_place: str
) -> None:
    workspace = signed_in(qtbot, program, sqlite_demo_place, "handledare")
    assert set(workspace._entries) == {"group", "work", "reports", "settings"}
    settings = turn_to(qtbot, workspace, "settings")
    assert isinstance(settings, SettingsPage)
    assert not any(isinstance(card, RegisterCard | UsersCard) for card in settings.cards), "only an administrator keeps these"
    page = turn_to(qtbot, workspace, "work")
    assert isinstance(page, WorkPage)
    assert page.name.text() == "Kvinna för Bäckby"
    reports = turn_to(qtbot, workspace, "reports")
    assert isinstance(reports, ReportsPage)
    qtbot.waitUntil(lambda: reports.paper.page_count > 0)
    assert reports.chooser.choice().kind is Kind.PROGRAMME
    assert reports.chooser.kind.box.count() == 1


def test_an_administrator_lets_somebody_in_and_out_and_changes_their_own_password(
    qtbot: QtBot, program: Program, sqlite_demo_place: str
) -> None:
    workspace = signed_in(qtbot, program, sqlite_demo_place, "admin")
    context = context_of(program)
    assert not {"today", "people", "plans", "coaching"} & set(workspace._entries), "nothing about participants"
    page = turn_to(qtbot, workspace, "settings")
    assert isinstance(page, SettingsPage)
    [users] = [card for card in page.cards if isinstance(card, UsersCard)]
    [password] = [card for card in page.cards if isinstance(card, PasswordCard)]

    reach(password.old.line)
    type_text(focused(), demo.PASSWORD)
    reach(password.new.line)
    type_text(focused(), OWN)
    reach(password.button)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Lösenordet är bytt" in page.notice.text)

    reach(button_in(users, "Ny användare"))
    press(Qt.Key.Key_Return)
    form = form_over(qtbot, users)
    for name, text in (("name", "Anna Berg"), ("login", "anna.berg"), ("password", FIRST)):
        reach(form.form[name].editor())
        type_text(focused(), text)
    reach(_roles(form).box(Role.COACH))
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(row.login == "anna.berg" for row in users.table.rows))
    Register.open(sqlite_demo_place, Credentials("anna.berg", FIRST)).close()

    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    reach(users.table)
    _choose(users, "anna.berg")
    press(Qt.Key.Key_Return)
    form = form_over(qtbot, users)
    reach(_roles(form).box(Role.SUPERVISOR))
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: any(Role.SUPERVISOR in row.roles and row.login == "anna.berg" for row in users.table.rows))

    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    reach(users.table)
    _choose(users, "anna.berg")
    reach(users.shut)
    press(Qt.Key.Key_Return)
    settle_all(qtbot, context)
    [box] = [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]
    reach(next(button for button in box.buttons() if button.text() == "Stäng av"))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(not row.active and row.login == "anna.berg" for row in users.table.rows))

    program.window.close()
    Register.open(sqlite_demo_place, Credentials("admin", OWN)).close()
    for gone in (Credentials("anna.berg", FIRST), Credentials("admin", demo.PASSWORD)):
        with pytest.raises(UserError):
            Register.open(sqlite_demo_place, gone)


def _choose(users: UsersCard, login: str) -> None:
    """Go down the table to a user."""
    press(Qt.Key.Key_Home)
    for _ in users.table.rows:
        chosen = users.table.current()
        if chosen is not None and chosen.login == login:
            return
        press(Qt.Key.Key_Down)
    raise AssertionError(f"{login} is not in the table")


def _roles(dialog: FormDialog) -> RolesField:
    field = dialog.form["roles"]
    assert isinstance(field, RolesField)
    return field
