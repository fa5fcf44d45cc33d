"""What refers to itself and holds widgets is freed on the window's thread, whoever makes objects meanwhile."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import text

from jobbpunkt.register.unit_of_work import Reading
from tests.ui.conftest import settle, shown
from ui import collector
from ui.app import Program
from ui.asking import read
from ui.context import Context
from ui.focus import stops_in
from ui.theme import Theme
from ui.widgets.layouts import boxed
from ui.widgets.page import scrolling


class Knot(QObject):
    """A QObject that nobody owns and that holds itself, as a dialog does through its lambdas."""

    def __init__(self, freed_on: list[int]) -> None:
        super().__init__()
        self.itself = lambda: self
        self.destroyed.connect(lambda: freed_on.append(threading.get_ident()), Qt.ConnectionType.DirectConnection)


@pytest.fixture
def eager() -> Iterator[None]:
    """Python looks for garbage after each hundred objects, if it looks at all."""
    before = gc.get_threshold()
    gc.set_threshold(100, 1, 1)
    yield
    gc.set_threshold(*before)


def busy(uow: Reading) -> int:
    rows = [uow.session.execute(text("SELECT id, login FROM user_account")).all() for _ in range(20)]
    return len([[row] for row in rows for _ in range(2_000)])


def test_a_thread_that_reads_frees_nothing_of_the_window(qtbot: QtBot, context: Context, eager: None) -> None:
    freed_on: list[int] = []
    gc.collect()
    for _ in range(20):
        Knot(freed_on)
    done: list[int] = []
    read(context, context, busy, done.append)
    settle(qtbot, context)
    assert done == [40_000]
    assert freed_on == []
    gc.collect()
    assert freed_on == [threading.get_ident()] * 20


def test_the_window_frees_while_it_is_open_and_no_longer_when_it_is_closed(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector, "QUIET_SECONDS", 0.0)
    monkeypatch.setattr(collector, "FULL_AFTER", 0)
    freed_on: list[int] = []
    Knot(freed_on)
    qtbot.waitUntil(lambda: freed_on == [threading.get_ident()])
    program.window.close()
    Knot(freed_on)
    qtbot.wait(2 * collector.LOOK_EVERY_MS)
    assert len(freed_on) == 1


def test_all_is_looked_through_only_when_nobody_touches_the_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "FULL_AFTER", 0)
    quiet = [0.0]
    made = collector.Collector(lambda: quiet[0])
    freed_on: list[int] = []
    Knot(freed_on)
    gc.collect(1)
    freed_on.clear()
    old = [Knot(freed_on)]
    gc.collect(1)
    old.clear()
    made.look()
    assert freed_on == []
    quiet[0] = collector.QUIET_SECONDS
    made.look()
    assert len(freed_on) == 1


def test_what_is_seen_is_never_taken_for_garbage(qtbot: QtBot, theme: Theme) -> None:
    """Asking a widget for certain things takes it from its parent in PySide's book; the walk over Tab's stops must not."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(scrolling(boxed(inner := QVBoxLayout())))
    inner.addWidget(QPushButton("Spara"))
    shown(qtbot, holder, 200, 200)
    del inner
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        assert len(stops_in(holder)) == 1
        gc.collect()
        assert [one for one in gc.garbage if isinstance(one, QWidget) and isValid(one) and one.isVisible()] == []
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
