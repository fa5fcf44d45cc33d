"""What is seen keeps step with the register; what nobody waits for never runs."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from jobbpunkt.base.changes import Change
from jobbpunkt.base.ids import new_id
from jobbpunkt.people.details import PersonData, create
from jobbpunkt.register.database import GATE
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.person import Person
from tests.services.statements import statements
from tests.ui.conftest import settle, shown
from tests.ui.keys import type_text
from ui import asking
from ui.applications.page import ApplicationsPage
from ui.coaching.person_picker import PersonPicker
from ui.context import Context
from ui.people.caseload import CaseloadView
from ui.plans.plans_list import PlansList
from ui.widgets.live import Live, Undeclared
from ui.widgets.palette import Palette


@depends_on(Person)
def people(uow: Reading) -> int | None:
    """Ask how many there are."""
    found: int | None = uow.session.scalar(text("select count(*) from person"))
    return found


@dataclass
class Counter:
    """A widget that shows how many people there are, and remembers every answer."""

    context: Context
    read: Callable[[Reading], int | None] = people
    answers: list[int | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.widget = QWidget()
        self.live = Live(self.widget, self.context, self.refresh)

    def refresh(self) -> None:
        self.live.read(self.read, self.answers.append)


@contextmanager
def busy(context: Context) -> Iterator[None]:
    """Let the register's worker be busy with something else."""
    go_on = threading.Event()
    asking.on_register(context, context, lambda _register: go_on.wait(20), lambda _none: None)
    try:
        yield
    finally:
        go_on.set()


def add(context: Context, name: str = "Berit") -> None:
    asking.write(context, context, lambda uow: create(uow, PersonData(name)))


def test_what_is_seen_follows_and_what_is_hidden_catches_up(qtbot: QtBot, context: Context) -> None:
    counter = Counter(context)
    stack = QStackedWidget()
    other = QWidget()
    stack.addWidget(counter.widget)
    stack.addWidget(other)
    shown(qtbot, stack, 300, 200)
    settle(qtbot, context)
    add(context)
    settle(qtbot, context)
    assert counter.answers == [0, 1]
    stack.setCurrentWidget(other)
    add(context)
    add(context)
    settle(qtbot, context)
    assert counter.answers == [0, 1]
    stack.setCurrentWidget(counter.widget)
    settle(qtbot, context)
    assert counter.answers == [0, 1, 3]
    context.announce(Change(new_id(), frozenset({"campaign"}), new_id()))
    settle(qtbot, context)
    assert counter.answers == [0, 1, 3]


def test_an_own_change_whose_result_is_here_already_is_passed_over_once(qtbot: QtBot, context: Context) -> None:
    counter = Counter(context)
    shown(qtbot, counter.widget, 300, 200)
    settle(qtbot, context)
    own = new_id()
    counter.live.pass_over(own)
    context.announce(Change(new_id(), frozenset({"person"}), own))
    settle(qtbot, context)
    assert counter.answers == [0]
    context.announce(Change(new_id(), frozenset({"person"}), new_id()))
    settle(qtbot, context)
    assert counter.answers == [0, 0]


def test_a_read_that_declares_nothing_is_a_mistake_of_ours(qtbot: QtBot, context: Context) -> None:
    crashed: list[BaseException] = []
    context.operations.crashed.connect(crashed.append)
    counter = Counter(context, lambda _uow: 1)
    shown(qtbot, counter.widget, 300, 200)
    settle(qtbot, context)
    assert [type(error) for error in crashed] == [Undeclared]
    assert counter.answers == []


def test_what_was_left_before_it_was_loaded_is_not_asked(qtbot: QtBot, context: Context) -> None:
    counter = Counter(context)
    stack = QStackedWidget()
    other = QWidget()
    stack.addWidget(other)
    stack.addWidget(counter.widget)
    shown(qtbot, stack, 300, 200)
    with statements() as asked:
        with busy(context):
            for _ in range(10):
                stack.setCurrentWidget(counter.widget)
                stack.setCurrentWidget(other)
        settle(qtbot, context)
    assert [statement for statement in asked if "person" in statement] == []
    stack.setCurrentWidget(counter.widget)
    settle(qtbot, context)
    assert counter.answers == [0]


def test_what_is_gone_is_not_asked_either(qtbot: QtBot, context: Context) -> None:
    page = QWidget()
    with statements() as asked:
        with busy(context):
            asking.read(page, context, people, lambda _number: None)
            page.deleteLater()
            with qtbot.waitSignal(page.destroyed):
                pass
        settle(qtbot, context)
    assert [statement for statement in asked if "person" in statement] == []


@pytest.fixture
def typed(qtbot: QtBot, context: Context) -> Callable[[QWidget, QTimer], int]:
    """Type ten letters while the worker is busy, each searched for, and return how many statements that led to."""

    def count(line: QWidget, pause: QTimer) -> int:
        settle(qtbot, context)
        with statements() as asked:
            with busy(context):
                for sign in "annakarins":
                    type_text(line, sign)
                    pause.stop()
                    pause.timeout.emit()
            settle(qtbot, context)
        return sum("SELECT" in statement.upper() and GATE not in statement for statement in asked)

    return count


Typed = Callable[[QWidget, QTimer], int]


def test_of_ten_fast_keystrokes_only_the_last_is_searched_for(qtbot: QtBot, context: Context, typed: Typed) -> None:
    view = shown(qtbot, CaseloadView(context), 900, 600)
    assert typed(view.search, view._typing) == 1


def test_of_ten_fast_keystrokes_among_applications_only_the_last_is_searched_for(
    qtbot: QtBot, context: Context, typed: Typed
) -> None:
    page = shown(qtbot, ApplicationsPage(context), 900, 600)
    assert typed(page.search, page._timer) == 1


def test_of_ten_fast_keystrokes_in_the_palette_only_the_last_is_searched_for(
    qtbot: QtBot, context: Context, typed: Typed
) -> None:
    above = shown(qtbot, QWidget(), 900, 600)
    palette = Palette(context, (), above)
    assert typed(palette.line, palette._timer) == 2, "one among names, one among notes"


def test_of_ten_fast_keystrokes_for_a_participant_only_the_last_is_searched_for(
    qtbot: QtBot, context: Context, typed: Typed
) -> None:
    picker = shown(qtbot, PersonPicker(context, "Deltagare"), 900, 600)
    assert typed(picker.line, picker._timer) == 1


def test_of_ten_fast_keystrokes_among_plans_only_the_last_is_searched_for(qtbot: QtBot, context: Context, typed: Typed) -> None:
    plans = shown(qtbot, PlansList(context), 900, 600)
    settle(qtbot, context)
    with statements() as once:
        plans.refresh()
        settle(qtbot, context)
    assert 1 <= typed(plans.search, QTimer()) <= sum("SELECT" in statement.upper() for statement in once)
