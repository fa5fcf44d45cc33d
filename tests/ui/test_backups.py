"""The day's backup in the window: made at sign-in or at closing, listed in the settings, warned of when there is none."""

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jobbpunkt.base import settings as names
from jobbpunkt.base.clock import fixed
from jobbpunkt.base.settings import Settings
from jobbpunkt.register import backup
from jobbpunkt.register.keeping import Keep
from jobbpunkt.register.opening import Register
from tests.registers import NOW
from tests.ui.conftest import settle
from ui.app import Program
from ui.backups import BackupNotice
from ui.context import Context
from ui.settings.backup_card import BackupCard


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    made = tmp_path / "kopior"
    made.mkdir()
    settings.set(names.BACKUP_FOLDER, str(made))
    return made


def told(qtbot: QtBot, context: Context) -> str:
    notice = BackupNotice(context)
    qtbot.addWidget(notice)
    qtbot.wait(5)
    settle(qtbot, context)
    return notice.text


def test_the_first_sign_in_of_a_day_makes_the_backup(qtbot: QtBot, context: Context, settings: Settings, folder: Path) -> None:
    assert told(qtbot, context) == ""
    assert not list(folder.iterdir())
    settings.set(names.BACKUP_WHEN, "sign_in")
    assert told(qtbot, context) == ""
    assert len(backup.listed(context.register, folder)) == 1
    assert told(qtbot, context) == ""
    assert len(backup.listed(context.register, folder)) == 1


def test_a_folder_that_is_away_is_told(qtbot: QtBot, context: Context, settings: Settings, folder: Path) -> None:
    settings.set(names.BACKUP_WHEN, "sign_in")
    folder.rmdir()
    assert told(qtbot, context).startswith("Dagens säkerhetskopia gjordes inte")


def test_closing_makes_it_and_a_missed_closing_is_made_up_for(
    qtbot: QtBot, program: Program, sqlite_register: Register, settings: Settings, folder: Path
) -> None:
    settings.set(names.BACKUP_WHEN, "closing")
    backup.of_day(sqlite_register, folder, Keep(7, 4, 12))
    sqlite_register.clock = fixed(NOW + timedelta(days=1))
    program.start(opened=sqlite_register)
    assert program.context is not None
    settle(qtbot, program.context)
    assert len(list(folder.glob("*.receipt.json"))) == 1
    program.window.close()
    assert len(list(folder.glob("*.receipt.json"))) == 2


def test_the_settings_list_them(qtbot: QtBot, context: Context, settings: Settings, folder: Path) -> None:
    card = BackupCard(context)
    qtbot.addWidget(card)
    settle(qtbot, context)
    assert card.found.text() == "Det finns inga säkerhetskopior i den här mappen än."
    made = backup.of_day(context.register, folder, Keep(7, 4, 12))
    assert made is not None
    card.choose(str(folder))
    settle(qtbot, context)
    assert card.found.text().startswith("Den senaste bra säkerhetskopian gjordes ")
    assert made.path.name in card.found.text()
