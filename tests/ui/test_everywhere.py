"""What the walk through every page and dialog would find: strange words, and stops that do not show the keyboard."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import demo
from jobbpunkt.i18n import Words
from jobbpunkt.register import Credentials, Register
from tests.ui.conftest import shown
from tests.ui.rings import Rings
from tests.ui.wording import Wording
from ui.theme import Theme
from ui.widgets.buttons import primary


def test_a_word_that_nobody_has_said_is_found(qtbot: QtBot, theme: Theme, sqlite_demo_place: str) -> None:
    """One in English on a Swedish page, one that no catalogue has; a name from the register and a day are nothing strange."""
    wording, holder = Wording("sv"), QWidget()
    register = Register.open(sqlite_demo_place, Credentials("coach", demo.PASSWORD))
    wording.learn_from(register)
    register.close()
    with wording.listening():
        words = Words("sv")
        said = f"{words('Save')} · Samira Klippörén · {words.month(register.clock.today())}"
        shown_texts = (said, "Save the draft", words("No catalogue has this"))
    column = QVBoxLayout(holder)
    for text in shown_texts:
        column.addWidget(QLabel(text))
    shown(qtbot, holder, 400, 200)
    strange = [f"not from the catalogue: {text!r}" for text in ("No catalogue has this", "Save the draft")]
    assert wording.strangers(holder) == [*strange, "in no catalogue: 'No catalogue has this'"]


def test_a_stop_that_does_not_show_the_keyboard_is_found(qtbot: QtBot, theme: Theme) -> None:
    class Mute(QPushButton):
        """Looks the same with the keyboard in it."""

    holder = QWidget()
    column = QVBoxLayout(holder)
    mute = Mute("Tyst")
    mute.setStyleSheet("QPushButton, QPushButton:focus { border: 1px solid gray; padding: 7px 15px; outline: none; }")
    for button in (primary("Spara"), mute):
        column.addWidget(button)
    shown(qtbot, holder, 200, 120)
    assert Rings().missing(holder) == ["nothing shows the keyboard: Mute ''"]
