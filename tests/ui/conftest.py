"""What every test of the window may ask for: a real encrypted register behind a real context, in Swedish."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jobbpunkt.base.settings import THEME, Settings
from jobbpunkt.base.words import Words
from jobbpunkt.register.opening import Register
from ui.app import Program
from ui.context import Context
from ui.theme import Theme

W = TypeVar("W", bound=QWidget)
# So many tests leave enough behind to look through everything.
FULL_EVERY = 30


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """Free what each test left, Qt's part first: what is seen must never be taken for garbage in the next."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(2 if gc.get_count()[2] > FULL_EVERY else 1)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Our look, put on once: it costs more than most tests."""
    return Theme(qapp, "light")


@pytest.fixture(autouse=True)
def look_as_it_was(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put the look back that all tests share: one that left it dark or large would fail the next."""
    yield
    if "theme" in request.fixturenames:
        request.getfixturevalue("theme").choose("light", 100)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of their own."""
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def context(qtbot: QtBot, theme: Theme, sqlite_register: Register, words_sv: Words, settings: Settings) -> Iterator[Context]:
    """A signed-in stay in a register file, as coach and administrator, on 15 June 2020; its threads end with the test."""
    made = Context(sqlite_register, words_sv, settings)
    yield made
    made.close()


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, settings: Settings) -> Iterator[Program]:
    """The program with its window, not yet started; light, whatever the computer is."""
    settings.set(THEME, "light")
    made = Program(qapp, settings)
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()


def settle(qtbot: QtBot, context: Context) -> None:
    """Wait until every answer that was asked for has arrived."""
    qtbot.waitUntil(lambda: context.operations.idle)


def settle_all(qtbot: QtBot, context: Context) -> None:
    """Wait for a write, for the reading that follows it, and for what that asks for."""
    for _ in range(4):
        settle(qtbot, context)
        qtbot.wait(5)


def shown(qtbot: QtBot, widget: W, width: int, height: int) -> W:
    """Show a window or page in this size, with the keyboard in it, and return it."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget
