"""The register in the settings: backed up and looked through by whoever may, with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from jobbpunkt.register.opening import Register
from tests.journeys.hands import reach, save_as
from tests.registers import SIGN_IN
from tests.ui.conftest import settle, shown
from tests.ui.keys import press
from ui.context import Context
from ui.settings.page import SettingsPage
from ui.settings.register_card import RegisterCard


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> SettingsPage:
    made = shown(qtbot, SettingsPage(context), 1000, 900)
    settle(qtbot, context)
    return made


@pytest.fixture
def card(page: SettingsPage) -> RegisterCard:
    [found] = [found for found in page.cards if isinstance(found, RegisterCard)]
    return found


def test_a_backup_is_made_where_one_says_and_opens(qtbot: QtBot, card: RegisterCard, tmp_path: Path) -> None:
    target = tmp_path / "kopia.jobbpunkt"
    reach(card.backup)
    press(Qt.Key.Key_Return)
    save_as(qtbot, card, target)
    qtbot.waitUntil(lambda: "stämmer med registret" in card.answer.text())
    held, together = card.answer.text().splitlines()
    assert held.startswith(f"Säkerhetskopian {target} är klar: ")
    assert "Nyckelfilen" in together
    assert card.history_end.text().startswith("Historiken slutar vid ")
    Register.open(str(target), SIGN_IN).close()


def test_a_refusal_is_one_sentence_on_the_card_and_the_next_try_takes_it_away(
    qtbot: QtBot, context: Context, card: RegisterCard, tmp_path: Path
) -> None:
    other = tmp_path / "annat.jobbpunkt"
    other.write_text("något annat")
    card.back_up(other)
    settle(qtbot, context)
    assert card.wrong.text() == f"Det finns redan en annan fil i {other}. Välj ett annat namn på säkerhetskopian."
    assert other.read_text() == "något annat"
    card.back_up(tmp_path / "kopia.jobbpunkt")
    assert not card.wrong.isVisible()
    assert card.answer.text() == "Säkerhetskopian görs och jämförs med registret."
    settle(qtbot, context)


def test_checking_says_what_was_counted_and_the_keyboard_stays(qtbot: QtBot, context: Context, card: RegisterCard) -> None:
    reach(card.check)
    press(Qt.Key.Key_Return, times=2)
    settle(qtbot, context)
    assert card.answer.text().startswith("Inga fel: ")
    assert QApplication.focusWidget() is card.check


def test_each_thing_that_is_wrong_is_a_sentence(qtbot: QtBot, context: Context, card: RegisterCard) -> None:
    with context.register.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER history_entry_no_update"))
        connection.execute(text("UPDATE history_entry SET reason = 'annat' WHERE number = 1"))
        connection.execute(text("UPDATE user_account SET login = 'annan' WHERE login = :login"), {"login": SIGN_IN.login})
    reach(card.check)
    press(Qt.Key.Key_Return)
    settle(qtbot, context)
    assert not card.answer.isVisible()
    history, records = card.wrong.text().splitlines()
    assert history.startswith("Historiken hänger inte ihop från rad 1:")
    assert records.startswith("Poster i user_account som inte är som historiken säger: 1,")


def test_how_a_backup_is_restored_stands_there_with_the_command_for_this_register(context: Context, card: RegisterCard) -> None:
    assert card.command.isVisible()
    assert card.command.text().startswith("jobbpunkt restore FIL --register ")
    assert context.register.location.text in card.command.text()
    assert card.command.text().endswith(f"--user {SIGN_IN.login}")
