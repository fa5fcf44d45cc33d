"""The settings page: what is chosen takes effect, and one's own password can be changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jobbpunkt.base import settings as names
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import Role
from tests.colleagues import colleague
from tests.registers import PASSWORD, SIGN_IN
from tests.ui.conftest import settle
from ui.context import Context
from ui.settings.lock_card import LockCard
from ui.settings.page import SettingsPage
from ui.settings.password_card import PasswordCard
from ui.settings.phone_card import PhoneCard
from ui.widgets.dialog import FormDialog

NEW = "en helt annan mening 2020"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> SettingsPage:
    made = SettingsPage(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def password_card(page: SettingsPage) -> PasswordCard:
    [card] = [card for card in page.cards if isinstance(card, PasswordCard)]
    return card


@pytest.mark.parametrize("role", list(Role))
def test_everybody_finds_their_own_cards_and_only_an_administrator_the_users(qtbot: QtBot, context: Context, role: Role) -> None:
    with colleague(context.register, [role]) as other:
        mine = Context(other, context.words, context.settings)
        page = SettingsPage(mine)
        qtbot.addWidget(page)
        cards = {type(card).__name__ for card in page.cards}
        settle(qtbot, mine)
        mine.close()
    own = {"LookCard", "LockCard", "PasswordCard", "PhoneCard"}
    assert own <= cards
    assert ("UsersCard" in cards) is (role is Role.ADMINISTRATOR)


def test_the_password_is_changed_and_the_fields_emptied(qtbot: QtBot, context: Context, page: SettingsPage) -> None:
    card = password_card(page)
    card.form.set_values(old=PASSWORD, new=NEW)
    card.button.click()
    settle(qtbot, context)
    assert page.notice.text == "Lösenordet är bytt. Använd det nya från och med nu."
    assert (card.old.value(), card.new.value()) == ("", "")
    place = context.register.location.text
    Register.open(place, Credentials(SIGN_IN.login, NEW)).close()
    with pytest.raises(UserError):
        Register.open(place, SIGN_IN)


def test_ones_own_telephone_is_changed_and_stands_on_the_card(qtbot: QtBot, context: Context, page: SettingsPage) -> None:
    [card] = [card for card in page.cards if isinstance(card, PhoneCard)]
    settle(qtbot, context)
    assert card.shown.text() == "Inget telefonnummer än."
    card.button.click()
    [dialog] = card.findChildren(FormDialog)
    dialog.form.set_values(phone="0701740690")
    dialog.save()
    settle(qtbot, context)
    assert card.shown.text() == "070-174 06 90"


def test_a_wrong_old_password_is_said_at_its_field(qtbot: QtBot, context: Context, page: SettingsPage) -> None:
    card = password_card(page)
    card.form.set_values(old="fel", new=NEW)
    card.button.click()
    settle(qtbot, context)
    assert card.old.error_text == "Lösenordet är fel. Försök igen."
    assert card.new.value() == NEW
    assert card.button.isEnabled()


def test_the_time_to_the_lock_is_chosen_by_the_keyboard(qtbot: QtBot, context: Context, page: SettingsPage) -> None:
    [card] = [card for card in page.cards if isinstance(card, LockCard)]
    assert card.after.value() == 5
    with qtbot.waitSignal(context.restyled):
        QTest.keyClick(card.after.box, Qt.Key.Key_Down)
    assert context.settings.get(names.LOCK_MINUTES) == 10


def test_a_lock_time_that_is_not_offered_is_shown_as_chosen(qtbot: QtBot, context: Context) -> None:
    context.settings.set(names.LOCK_MINUTES, 7)
    card = LockCard(context)
    qtbot.addWidget(card)
    assert card.after.value() == 7
    assert card.after.box.currentText() == "7 minuter"
    card.after.box.setCurrentIndex(card.after.box.currentIndex() + 1)
    assert card.after.value() == 10
