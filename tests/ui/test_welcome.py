"""The ways into a register: signing in, the recovery key, making one, opening one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.base import settings as names
from jobbpunkt.base.settings import Settings
from jobbpunkt.base.words import Words
from jobbpunkt.register import places
from jobbpunkt.register.opening import Register
from tests.documents.every import text_of
from tests.registers import PASSWORD, SIGN_IN, Template
from ui.app import Program
from ui.theme import Theme
from ui.welcome import demo
from ui.welcome.create_register import CreateRegister, login_of
from ui.welcome.demo import Preparing
from ui.welcome.first_start import FirstStart
from ui.welcome.open_register import OpenRegister
from ui.welcome.password import NewPasswordField, password_field
from ui.welcome.recovery_sheet import RecoverySheet, lines_of
from ui.welcome.sign_in import Recover, SignIn
from ui.widgets.labels import PlainLabel
from ui.widgets.text_fields import PasswordField
from ui.workspace import Workspace

NEW_PASSWORD = "en helt annan mening 2020"


def button(view: QWidget | None, text: str) -> QPushButton:
    assert view is not None
    [found] = [one for one in view.findChildren(QPushButton) if one.text() == text or one.accessibleName() == text]
    return found


def signing_in(program: Program) -> SignIn:
    assert isinstance(program.welcome.view, SignIn)
    return program.welcome.view


def type_password(view: SignIn, password: str) -> None:
    view.password.line.clear()
    view.password.line.insert(password)
    QTest.keyClick(view.password.line, Qt.Key.Key_Return)


def test_a_wrong_password_gets_one_sentence_and_keeps_the_user_name(qtbot: QtBot, program: Program, sqlite_place: str) -> None:
    program.start(sqlite_place, SIGN_IN.login)
    view = signing_in(program)
    type_password(view, "fel lösenord")
    qtbot.waitUntil(view.isEnabled)
    assert (
        view.notice.text == "Användarnamnet eller lösenordet är fel. Försök igen eller be en administratör om ett nytt lösenord."
        " Om ingen kan ge dig ett: använd återställningsnyckeln."
    )
    assert view.user.value() == SIGN_IN.login
    assert view.password.line.selectedText() != ""
    assert program.context is None
    type_password(view, PASSWORD)
    qtbot.waitUntil(lambda: program.context is not None)
    assert isinstance(program.window.top, Workspace)
    assert program.welcome.view is None


def test_the_next_start_remembers_register_and_user(
    qtbot: QtBot, program: Program, sqlite_place: str, settings: Settings
) -> None:
    program.start(sqlite_place)
    view = signing_in(program)
    assert view.user.value() == ""
    QTest.keyClicks(view.user.line, SIGN_IN.login)
    type_password(view, PASSWORD)
    qtbot.waitUntil(lambda: program.context is not None)
    assert settings.get(names.LAST_REGISTER) == sqlite_place
    assert settings.get(names.LAST_USER) == SIGN_IN.login


@pytest.mark.parametrize("content", [None, b"", b"SQLite format 3\0" + bytes(4096), b"skr\xe4p" * 1000])
def test_what_is_no_register_is_said_in_a_sentence(qtbot: QtBot, program: Program, tmp_path: Path, content: bytes | None) -> None:
    place = tmp_path / "annat.jobbpunkt"
    if content is not None:
        place.write_bytes(content)
    program.start(str(place), "coach")
    view = signing_in(program)
    type_password(view, PASSWORD)
    qtbot.waitUntil(view.isEnabled)
    assert str(place.name) in view.notice.text
    assert (place.read_bytes() if place.exists() else None) == content


def test_nothing_is_asked_of_the_register_without_a_password(program: Program, sqlite_place: str) -> None:
    program.start(sqlite_place, SIGN_IN.login)
    view = signing_in(program)
    button(view, "Logga in").click()
    assert view.isEnabled()
    assert view.notice.text == ""


def test_the_first_start_offers_three_ways_and_each_has_a_way_back(program: Program) -> None:
    program.start()
    for name, kind in (("Skapa ett register", CreateRegister), ("Öppna ett register", OpenRegister)):
        assert isinstance(program.welcome.view, FirstStart)
        button(program.welcome.view, name).click()
        assert isinstance(program.welcome.view, kind)
        button(program.welcome.view, "Tillbaka").click()
    assert isinstance(program.welcome.view, FirstStart)


def test_from_another_register_there_is_a_way_back_to_the_sign_in(program: Program, sqlite_place: str) -> None:
    program.start(sqlite_place, SIGN_IN.login)
    button(program.welcome.view, "Välj ett annat register").click()
    assert isinstance(program.welcome.view, FirstStart)
    button(program.welcome.view, "Tillbaka").click()
    assert signing_in(program).user.value() == SIGN_IN.login


def test_a_register_is_made_and_its_recovery_key_shown_once(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.start()
    button(program.welcome.view, "Skapa ett register").click()
    view = program.welcome.view
    assert isinstance(view, CreateRegister)
    QTest.keyClicks(view.name.line, "Asa Oberg Ek")
    assert view.login.value() == "asa.oberg"
    view.password.line.insert(NEW_PASSWORD)
    place = tmp_path / "ny mapp" / "register.jobbpunkt"
    view.place.set_value(str(place))
    view.button.click()
    qtbot.waitUntil(lambda: isinstance(program.welcome.view, RecoverySheet))
    sheet = program.welcome.view
    assert isinstance(sheet, RecoverySheet)
    key = sheet.key.text()
    assert not sheet.go_on.isEnabled()
    button(sheet, "Spara som PDF").click()
    qtbot.waitUntil(lambda: bool(sheet.findChildren(QFileDialog)))
    sheet.findChildren(QFileDialog)[0].fileSelected.emit(str(tmp_path / "nyckel.pdf"))
    assert key.split("-")[0] in text_of((tmp_path / "nyckel.pdf").read_bytes())
    QTest.keyClick(sheet.tick.box, Qt.Key.Key_Space)
    sheet.go_on.click()
    qtbot.waitUntil(lambda: program.context is not None)
    assert program.context is not None
    program.context.close()
    Register.recover(str(place), key, "asa.oberg", "ytterligare en mening").register.close()


def test_a_place_that_is_taken_is_refused_and_the_form_kept(qtbot: QtBot, program: Program, sqlite_place: str) -> None:
    program.start()
    button(program.welcome.view, "Skapa ett register").click()
    view = program.welcome.view
    assert isinstance(view, CreateRegister)
    view.name.set_value("Asa")
    view.login.set_value("asa")
    view.password.line.insert(NEW_PASSWORD)
    view.place.set_value(sqlite_place)
    before = Path(sqlite_place).read_bytes()
    view.button.click()
    qtbot.waitUntil(view.isEnabled)
    assert "Det finns redan en fil" in view.notice.text
    assert view.password.value() == NEW_PASSWORD
    assert Path(sqlite_place).read_bytes() == before


def test_the_recovery_key_opens_and_gives_a_new_password(
    qtbot: QtBot, program: Program, sqlite_place: str, sqlite_template: Template
) -> None:
    program.start(sqlite_place, SIGN_IN.login)
    button(program.welcome.view, "Använd återställningsnyckeln").click()
    view = program.welcome.view
    assert isinstance(view, Recover)
    assert view.user.value() == SIGN_IN.login
    view.key.set_value("FEL1-NYCK")
    view.password.line.insert(NEW_PASSWORD)
    button(view, "Öppna registret").click()
    qtbot.waitUntil(view.isEnabled)
    assert view.notice.text.startswith("Återställningsnyckeln är ofullständig")
    view.key.set_value("\n".join(lines_of(sqlite_template.recovery_key)))
    button(view, "Öppna registret").click()
    qtbot.waitUntil(lambda: isinstance(program.welcome.view, RecoverySheet))
    sheet = program.welcome.view
    assert isinstance(sheet, RecoverySheet)
    assert sheet.key.text() != "\n".join(lines_of(sqlite_template.recovery_key)), "the key that was used works no longer"
    QTest.keyClick(sheet.tick.box, Qt.Key.Key_Space)
    button(sheet, "Fortsätt").click()
    qtbot.waitUntil(lambda: program.context is not None)


def test_a_place_is_checked_before_signing_in(program: Program) -> None:
    program.start()
    button(program.welcome.view, "Öppna ett register").click()
    view = program.welcome.view
    assert isinstance(view, OpenRegister)
    view.place.set_value("postgresql://coach:hemligt@server/register")
    view.go_on()
    assert view.place.error_text.startswith("Skriv inte lösenordet i adressen")
    view.place.set_value("postgresql://coach@server/register")
    view.go_on()
    assert isinstance(program.welcome.view, SignIn)


def test_the_demo_is_one_click_and_can_be_given_up(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    program.start()
    button(program.welcome.view, "Prova med påhittade personer").click()
    making = program.welcome.view
    assert isinstance(making, Preparing)
    qtbot.waitUntil(lambda: making.bar.value() > 0)
    button(making, "Avbryt").click()
    assert isinstance(program.welcome.view, FirstStart)
    qtbot.waitUntil(lambda: program.operations.idle)
    assert not places.of_demo().exists()
    button(program.welcome.view, "Prova med påhittade personer").click()
    qtbot.waitUntil(lambda: program.context is not None, timeout=600_000)
    assert places.of_demo().exists()
    assert [path.name for path in places.of_demo().parent.parent.iterdir()] == ["demo"]
    program.lock()
    qtbot.waitUntil(lambda: program.operations.idle)
    assert demo.password() in signing_in(program).notice.text


def hints(field: PasswordField) -> list[str]:
    return [label.text() for label in field.findChildren(PlainLabel) if label.isVisible()]


def test_caps_lock_is_noticed(qtbot: QtBot, theme: Theme, words_sv: Words) -> None:
    field = password_field(words_sv, "Lösenord")
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field.line, "A")
    assert "Caps Lock är på." in hints(field)
    QTest.keyClicks(field.line, "a")
    assert "Caps Lock är på." not in hints(field)


def test_a_new_password_is_judged_as_it_is_typed(qtbot: QtBot, theme: Theme, words_sv: Words) -> None:
    field = NewPasswordField(words_sv, "Lösenord")
    qtbot.addWidget(field)
    said = []
    for password in ("kort", "lösenord123", NEW_PASSWORD):
        field.line.setText(password)
        said.append([label.text() for label in field.findChildren(type(field.label))][-1])
    assert [sentence.split()[0].strip(".:") for sentence in said] == ["För", "Svagt", "Starkt"]


def test_a_user_name_is_suggested_from_the_name() -> None:
    assert [login_of(name) for name in ("Åsa Öberg Ek", "Zoë", "", "李")] == ["asa.oberg", "zoe", "", ""]
