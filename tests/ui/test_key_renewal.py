"""An administrator's window makes new keys where they are due: it waits for others, says what was done, and why it was not."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.register import due, rotating, waiting
from jobbpunkt.register.opening import Register
from tests.registers import SIGN_IN
from tests.ui.conftest import settle
from ui.context import Context
from ui.key_renewal import MADE, NOT_YET, KeyRenewal
from ui.tokens import Tone


class Page(QWidget):
    """A page that keeps what the window told on it."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, str]] = []

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Keep a sentence."""
        self.said.append((text, tone))


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """The page that is shown."""
    made = Page()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def renewal(qtbot: QtBot, context: Context, page: Page) -> KeyRenewal:
    """The line of a window in whose register keys have just become due."""
    made = KeyRenewal(context, lambda: page)
    made.setParent(page)
    settle(qtbot, context)
    with context.register.writing() as uow:
        due.note(uow)
    return made


def test_keys_that_are_due_are_made_once_and_the_window_goes_on(
    qtbot: QtBot, context: Context, page: Page, renewal: KeyRenewal
) -> None:
    before = context.register.data_keys.epoch
    for _ in range(2):
        renewal.look()
        settle(qtbot, context)
        assert context.register.data_keys.epoch == before + 1
    assert not waiting.is_due(context.register)
    assert page.said == [(context.words(MADE), "good")]
    assert renewal.isHidden()


def test_who_stays_is_waited_for_and_why_it_was_not_done_is_told(
    qtbot: QtBot, context: Context, page: Page, renewal: KeyRenewal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rotating, "PATIENCE", 0.3)
    before = context.register.data_keys.epoch
    with closing(Register.open(context.register.location.text, SIGN_IN, context.clock)):
        renewal.look()
        qtbot.waitUntil(lambda: bool(page.said))
    why = context.words("Another program has the register open. Close it there, then try again.")
    assert page.said == [(context.words(NOT_YET, reason=why), "warn")]
    assert (context.register.data_keys.epoch, waiting.is_due(context.register)) == (before, True)
    renewal.look()
    settle(qtbot, context)
    assert context.register.data_keys.epoch == before + 1
    assert page.said[1:] == [(context.words(MADE), "good")]
