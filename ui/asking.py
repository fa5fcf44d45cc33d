"""The one way for a page to ask the register: reads, looks that are noted, and writes, each in one transaction of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import SignedOut, UserError
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading, Writing
from ui.context import Context
from ui.threads import Failed, Question, run

T = TypeVar("T")


def read(
    parent: QObject, context: Context, work: Callable[[Reading], T], done: Callable[[T], None], failed: Failed = None
) -> Question:
    """Run `work` in one read transaction and give its answer to `done`; if `parent` is gone by then, nothing runs."""

    def in_transaction() -> T:
        with context.register.reading() as uow:
            return work(uow)

    return context.operations.ask(Question(parent, in_transaction, done, failed, only_for_parent=True))


def look(
    parent: QObject, context: Context, work: Callable[[Writing], T], done: Callable[[T], None], failed: Failed = None
) -> Question:
    """Like `read`, for what may be shown only once the history says who saw it: the answer comes after that is kept."""

    def in_transaction() -> T:
        with context.register.noting() as uow:
            return work(uow)

    return context.operations.ask(Question(parent, in_transaction, done, failed))


def write(
    parent: QObject,
    context: Context,
    work: Callable[[Writing], Change],
    done: Callable[[Change], None] | None = None,
    failed: Failed = None,
) -> None:
    """Run `work` in one write transaction, announce its Change to every page, then give it to `done`."""

    def in_transaction() -> Change:
        with context.register.writing() as uow:
            return work(uow)

    def announce(change: Change) -> None:
        context.announce(change)
        if done is not None and isValid(parent):
            done(change)

    # What was saved is told to the other pages even if the page that asked is gone by then.
    context.operations.ask(Question(context, in_transaction, announce, _failed_at(parent, context, failed)))


def on_register(
    parent: QObject, context: Context, work: Callable[[Register], T], done: Callable[[T], None], failed: Failed = None
) -> None:
    """Run `work` with the register itself, in turn with the reads and writes: passwords, backups, checks."""
    context.operations.ask(Question(parent, lambda: work(context.register), done, failed))


def compute(parent: QObject, context: Context, work: Callable[[], T], done: Callable[[T], None], failed: Failed = None) -> None:
    """Run `work`, which needs no register (making a PDF, writing a file), beside the database work."""
    run(context.operations, parent, work, done, failed)


def _failed_at(parent: QObject, context: Context, failed: Failed) -> Callable[[UserError], None]:
    def tell(error: UserError) -> None:
        if isinstance(error, SignedOut) and (failed is None or not isValid(parent)):
            return  # the sign-in says it
        if not isValid(parent):
            context.operations.refused.emit(None, error)
        elif failed is None:
            context.operations.refused.emit(parent, error)
        else:
            failed(error)

    return tell
