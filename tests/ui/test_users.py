"""Users in the settings: added, given roles, given a password and shut out."""

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.register.accounts import UserRow
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import Role
from tests.colleagues import colleague
from tests.ui.conftest import settle
from ui.context import Context
from ui.settings.page import SettingsPage
from ui.settings.roles_field import RolesField
from ui.settings.users import UsersCard
from ui.widgets.dialog import FormDialog

OTHER = "ett annat långt lösenord"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    settle(qtbot, context)
    return made


def card(page: SettingsPage) -> UsersCard:
    return next(found for found in page.cards if isinstance(found, UsersCard))


def dialog(parent: QWidget) -> FormDialog:
    return next(found for found in parent.findChildren(FormDialog) if found.isVisible())


def listed(page: SettingsPage) -> dict[str, UserRow]:
    return {row.login: row for row in card(page).table.rows}


def add(qtbot: QtBot, page: SettingsPage, login: str = "anna.berg", password: str = OTHER) -> FormDialog:
    card(page).add_user()
    shown = dialog(card(page))
    shown.form.set_values(
        name="Anna Exempel", phone="0701740690", login=login, roles=frozenset({Role.SUPERVISOR}), password=password
    )
    shown.save()
    settle(qtbot, page.context)
    return shown


def test_a_user_is_added_and_signs_in(qtbot: QtBot, page: SettingsPage) -> None:
    add(qtbot, page)
    assert listed(page)["anna.berg"].roles == {Role.SUPERVISOR}
    assert listed(page)["anna.berg"].phone == "070-174 06 90"
    where = page.context.register.location.text
    Register.open(where, Credentials("anna.berg", OTHER), page.context.clock).close()


def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(qtbot: QtBot, page: SettingsPage) -> None:
    shown = add(qtbot, page, login="coach")
    assert "coach" in shown.form["login"].error_text
    assert shown.form["name"].value() == "Anna Exempel"
    shown.form.set_values(login="anna", password="kort")
    shown.save()
    settle(qtbot, page.context)
    assert shown.form["password"].error_text
    assert list(listed(page)) == ["coach"]
    shown.form.dirty = False
    shown.reject()


def test_roles_are_changed_by_ticking(qtbot: QtBot, page: SettingsPage) -> None:
    add(qtbot, page)
    card(page).change_roles(listed(page)["anna.berg"])
    shown = dialog(card(page))
    roles = shown.form["roles"]
    assert isinstance(roles, RolesField)
    roles.box(Role.COACH).click()
    assert shown.form.dirty
    shown.save()
    settle(qtbot, page.context)
    assert listed(page)["anna.berg"].holds_health


def test_a_user_is_shut_out_only_after_the_question(qtbot: QtBot, page: SettingsPage) -> None:
    add(qtbot, page)
    card(page).shut_out(listed(page)["anna.berg"])
    box = next(found for found in QWidget.findChildren(page.window(), QMessageBox) if found.isVisible())
    next(button for button in box.buttons() if button.text() == "Stäng av").click()
    settle(qtbot, page.context)
    assert not listed(page)["anna.berg"].active


def test_a_lost_password_is_replaced(qtbot: QtBot, page: SettingsPage) -> None:
    add(qtbot, page)
    card(page).reset(listed(page)["anna.berg"])
    shown = dialog(card(page))
    shown.form.set_values(password="ett tredje lösenord")
    shown.save()
    settle(qtbot, page.context)
    where = page.context.register.location.text
    Register.open(where, Credentials("anna.berg", "ett tredje lösenord"), page.context.clock).close()


def test_buttons_follow_the_chosen_user(qtbot: QtBot, page: SettingsPage) -> None:
    add(qtbot, page)
    users = card(page)
    rows = listed(page)
    users.table.select(rows["coach"].id)
    assert not users.shut.isEnabled()
    users.table.select(rows["anna.berg"].id)
    assert users.shut.isEnabled()


def test_whoever_is_no_administrator_sees_no_users(qtbot: QtBot, context: Context) -> None:
    with colleague(context.register, [Role.COACH]) as coach:
        theirs = Context(coach, context.words, context.settings)
        page = SettingsPage(theirs)
        qtbot.addWidget(page)
        page.show()
        assert not any(isinstance(found, UsersCard) for found in page.cards)
        theirs.operations.close()
