"""What the walk through every page and dialog would find: strange words, and stops that do not show the keyboard."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt import demo
from jobbpunkt.base.words import Words
from jobbpunkt.register.opening import Credentials, Register
from tests.ui.conftest import shown
from tests.ui.measure import faults_in
from tests.ui.rings import Rings
from tests.ui.wording import Wording
from ui.theme import Theme
from ui.widgets.beside import Beside
from ui.widgets.buttons import primary
from ui.widgets.layouts import boxed, column
from ui.widgets.page import Scrolling, scrolling
from ui.widgets.time_fields import calendar_of


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


def test_a_month_that_is_cut_is_found(qtbot: QtBot, theme: Theme, words_sv: Words) -> None:
    """Whole as the program makes it; narrower and lower than that it lacks days."""
    holder = QWidget()
    calendar = calendar_of(words_sv)
    QVBoxLayout(holder).addWidget(calendar)
    shown(qtbot, holder, 420, 300)
    assert faults_in(holder, (1280, 800)) == []
    calendar.setFixedSize(240, 150)
    qtbot.waitUntil(lambda: any(fault.startswith("a month lacks") for fault in faults_in(holder, (1280, 800))))


def test_an_area_that_scrolls_within_another_is_found_and_spreads_in_a_folded_pair(qtbot: QtBot, theme: Theme) -> None:
    def lines() -> Scrolling:
        return scrolling(boxed(column(*(QLabel(f"Rad {number}") for number in range(40)))))

    inner, beside = lines(), lines()
    pair = Beside(inner, beside, 200, tall=100)
    outer = scrolling(pair)
    shown(qtbot, outer, 900, 300)
    assert not inner.is_spread
    # Side by side each is as tall as it may be, and only they scroll.
    assert faults_in(outer, (1280, 800)) == []
    outer.resize(400, 300)
    qtbot.waitUntil(lambda: inner.is_spread and not inner.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: outer.verticalScrollBar().maximum() > 0)
    assert faults_in(outer, (1280, 800)) == []
    inner.spread(pair, wanted=False)
    inner.setMaximumHeight(100)
    qtbot.waitUntil(lambda: any(fault.startswith("scrolls within") for fault in faults_in(outer, (1280, 800))))
