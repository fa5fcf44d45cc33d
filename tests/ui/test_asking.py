"""Work off the window's thread: answers in order, on the right thread, and never to a page that is gone."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.ids import new_id
from jobbpunkt.register.unit_of_work import Reading, Writing
from tests.ui.conftest import settle
from ui import asking
from ui.context import Context


def note(uow: Writing) -> Change:
    return Change(new_id(), frozenset({"person"}), uow.transaction)


def test_answers_arrive_on_the_windows_thread_and_work_runs_on_another(qtbot: QtBot, context: Context) -> None:
    seen: list[tuple[object, object]] = []
    here = threading.get_ident()
    asking.read(context, context, lambda _uow: threading.get_ident(), lambda there: seen.append((there, threading.get_ident())))
    settle(qtbot, context)
    [(there, back)] = seen
    assert there != here
    assert back == here
    assert QThread.currentThread() is QApplication.instance().thread()  # type: ignore[union-attr]


def test_reads_see_the_register(qtbot: QtBot, context: Context) -> None:
    seen: list[object] = []
    asking.read(context, context, lambda uow: uow.session.scalar(text("select count(*) from user_account")), seen.append)
    settle(qtbot, context)
    assert seen == [1]


def test_work_on_the_register_keeps_its_order(qtbot: QtBot, context: Context) -> None:
    seen: list[int] = []
    for number in range(20):
        asking.read(context, context, lambda _uow, number=number: number, seen.append)  # type: ignore[misc]
    settle(qtbot, context)
    assert seen == list(range(20))


def test_no_answer_reaches_a_page_that_is_gone(qtbot: QtBot, context: Context) -> None:
    go_on = threading.Event()
    seen: list[object] = []
    page = QWidget()
    asking.read(page, context, lambda _uow: go_on.wait(5), seen.append)
    asking.compute(page, context, lambda: go_on.wait(5), seen.append)
    asking.write(page, context, lambda uow: go_on.wait(5) and note(uow), seen.append)  # type: ignore[arg-type, return-value]
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        go_on.set()
    settle(qtbot, context)
    assert seen == []


def test_a_write_is_announced_even_when_the_page_that_asked_is_gone(qtbot: QtBot, context: Context) -> None:
    heard: list[Change] = []
    context.changed.connect(heard.append)
    page = QObject()
    asking.write(page, context, note)
    page.deleteLater()
    settle(qtbot, context)
    assert [change.nouns for change in heard] == [frozenset({"person"})]


def test_a_write_is_announced_before_it_is_done(qtbot: QtBot, context: Context) -> None:
    order: list[str] = []
    context.changed.connect(lambda _change: order.append("announced"))
    asking.write(context, context, note, lambda _change: order.append("done"))
    settle(qtbot, context)
    assert order == ["announced", "done"]


def test_a_refusal_goes_to_who_asked(qtbot: QtBot, context: Context) -> None:
    heard: list[UserError] = []

    def refuse(_uow: Reading) -> Change:
        raise InvalidInput("Write a number, for example 12.", field="n")

    asking.write(context, context, refuse, failed=heard.append)
    asking.read(context, context, refuse, lambda _never: heard.clear(), failed=heard.append)
    settle(qtbot, context)
    assert [error.text(context.words) for error in heard] == ["Skriv ett tal, till exempel 12."] * 2


def test_what_nobody_foresaw_goes_to_the_crash_dialog_and_not_to_the_page(qtbot: QtBot, context: Context) -> None:
    crashed: list[BaseException] = []
    failed: list[UserError] = []
    context.operations.crashed.connect(crashed.append)

    def divide() -> float:
        return 1 / len(failed)

    asking.compute(context, context, divide, lambda _never: failed.append(UserError("")), failed.append)
    settle(qtbot, context)
    assert [type(error) for error in crashed] == [ZeroDivisionError]
    assert failed == []


def test_slow_work_shows_that_it_goes_on_and_quick_work_does_not(qtbot: QtBot, context: Context) -> None:
    heard: list[bool] = []
    context.operations.busy.connect(heard.append)
    asking.compute(context, context, lambda: None, lambda _none: None)
    settle(qtbot, context)
    assert heard == [False]
    go_on = threading.Event()
    asking.compute(context, context, lambda: go_on.wait(5), lambda _none: None)
    with qtbot.waitSignal(context.operations.busy, check_params_cb=lambda busy: busy):
        pass
    go_on.set()
    settle(qtbot, context)
    assert heard == [False, True, False]


def test_while_locked_questions_wait_and_are_answered_after(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    from jobbpunkt.register.opening import Register
    from tests.registers import SIGN_IN

    place = context.register.location.text
    seen: list[object] = []
    context.lock()
    asking.read(context, context, lambda uow: uow.user.login, seen.append)
    assert seen == []
    with pytest.raises(RuntimeError):
        _ = context.register
    context.unlock(Register.open(place, SIGN_IN, context.clock))
    settle(qtbot, context)
    assert seen == [context.user.login]


def test_what_saves_itself_is_saved_before_the_lock(qtbot: QtBot, context: Context) -> None:
    ran: list[str] = []
    context.locking.connect(lambda: asking.write(context, context, lambda uow: ran.append(uow.user.login) or note(uow)))  # type: ignore[func-returns-value]
    login = context.user.login
    context.lock()
    assert ran == [login]
    settle(qtbot, context)
