"""The threads that do the window's work: off its own thread, answers on it, never to a page that is gone.

Database work runs on one worker, in the order it was asked for, so that a read asked for after a write sees it. A question
whose answer nobody wants any more (typed over, page left) is dropped: if it has not begun, it never runs.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from jobbpunkt.base.errors import SignedOut, UserError

T = TypeVar("T")
Failed = Callable[[UserError], None] | None

SLOW_AFTER_MS = 300


def run(operations: Operations, parent: QObject, work: Callable[[], T], done: Callable[[T], None], failed: Failed = None) -> None:
    """Run `work`, which needs no register, beside the database work; for views that stand before any context."""
    operations.ask(Question(parent, work, done, failed, needs_register=False))


def run_long(
    operations: Operations,
    parent: QObject,
    work: Callable[[Progress], T],
    done: Callable[[T], None],
    progress: Callable[[float], None],
    failed: Failed = None,
) -> Progress:
    """Like `run`, for work that takes seconds: it calls `tell` as it goes on, and the caller may `cancel` it."""
    teller = Progress(operations, parent, progress)

    def cancellable() -> T | None:
        try:
            return work(teller)
        except Cancelled:
            return None

    run(operations, parent, cancellable, lambda answer: None if teller.cancelled else done(cast("T", answer)), failed)
    return teller


class Cancelled(Exception):
    """The person asked long work to stop; raised in it by `Progress.tell`."""


class Progress:
    """How far long work has come: told on its thread, shown on the window's."""

    def __init__(self, operations: Operations, parent: QObject, shown: Callable[[float], None]) -> None:
        self._operations, self._parent, self._shown = operations, parent, shown
        self.cancelled = False

    def tell(self, share: float) -> None:
        """Say that `share` of the work, 0 to 1, is done; raises Cancelled if nobody wants the rest."""
        if self.cancelled:
            raise Cancelled
        self._operations.progressed.emit(self, share)

    def cancel(self) -> None:
        """Stop the work at its next word; its answer is thrown away."""
        self.cancelled = True

    def show(self, share: float) -> None:
        """Show how far it is, if there is still somebody to show it to."""
        if isValid(self._parent) and not self.cancelled:
            self._shown(share)


@dataclass(eq=False, slots=True)
class Question:
    """One piece of work and who waits for its answer."""

    parent: QObject
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Failed
    needs_register: bool = True
    only_for_parent: bool = False
    dropped: bool = False
    future: Future[Any] | None = None

    @property
    def waits(self) -> bool:
        """Say whether the work has not begun yet."""
        return not self.dropped and (self.future is None or not (self.future.running() or self.future.done()))

    def drop(self) -> None:
        """Want no answer any more; work that has not begun never runs."""
        self.dropped = True
        if self.future is not None:
            self.future.cancel()

    def run(self) -> Any:
        """Do the work, unless it was only to be shown by somebody who is gone."""
        return None if self.only_for_parent and not isValid(self.parent) else self.work()


class Latest:
    """Keeps the newest of the questions that follow each other, as when one types; a newer one drops the one before."""

    def __init__(self) -> None:
        self._question: Question | None = None

    def keep(self, question: Question) -> None:
        """Want the answer to this question, and no longer the one before."""
        self.drop()
        self._question = question

    def drop(self) -> None:
        """Want no answer at all."""
        if self._question is not None:
            self._question.drop()
            self._question = None


class Operations(QObject):
    """Runs questions on its threads and hands the answers back on the window's thread.

    While it is paused (the program is locked), questions that need the register wait.
    """

    busy = Signal(bool)
    crashed = Signal(object)
    refused = Signal(object, object)
    signed_out = Signal(object)
    """A SignedOut: whoever is signed in may write no longer."""
    progressed = Signal(object, float)
    _answered = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, "register")
        self._pool = ThreadPoolExecutor(2, "work")
        self._running = 0
        self._paused = self._closed = False
        self._held: list[Question] = []
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(_show, Qt.ConnectionType.QueuedConnection)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_AFTER_MS)
        self._slow.timeout.connect(lambda: self.busy.emit(True))

    def ask(self, question: Question) -> Question:
        """Put a question in its queue; once the window is closing, nobody is there to be answered."""
        if self._closed:
            return question
        if self._paused and question.needs_register:
            self._held.append(question)
            return question
        self._running += 1
        if self._running == 1:
            self._slow.start()
        executor: Executor = self._database if question.needs_register else self._pool
        question.future = executor.submit(question.run)
        question.future.add_done_callback(lambda future: self._answered.emit(question, future))
        return question

    def pause(self) -> None:
        """Wait for the register's running work to end, then hold what comes."""
        self._paused = True
        self._database.submit(lambda: None).result()

    def resume(self) -> None:
        """Ask everything that was held."""
        self._paused = False
        held, self._held = self._held, []
        for question in held:
            if not question.dropped:
                self.ask(question)

    def close(self) -> None:
        """End the threads; what has not begun is dropped, what runs is waited for, no answer is delivered."""
        if self._closed:
            return
        self._paused = self._closed = True
        self._held.clear()
        self._slow.stop()
        self._answered.disconnect()
        self._database.shutdown(wait=True, cancel_futures=True)
        self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def idle(self) -> bool:
        """Say whether every answer has been delivered."""
        return self._running == 0

    def _deliver(self, question: Question, future: Future[Any]) -> None:
        if self._closed:
            return  # it was on its way already: Qt delivers it all the same
        self._running -= 1
        if self._running == 0:
            self._slow.stop()
            self.busy.emit(False)
        if question.dropped or not isValid(question.parent):
            return
        error = future.exception()
        if error is None:
            question.done(future.result())
        elif isinstance(error, UserError):
            self._refuse(question, error)
        else:
            self.crashed.emit(error)

    def _refuse(self, question: Question, error: UserError) -> None:
        if question.failed is not None:
            question.failed(error)
        elif not isinstance(error, SignedOut):  # which the sign-in says
            self.refused.emit(question.parent, error)
        if isinstance(error, SignedOut):
            self.signed_out.emit(error)


def _show(progress: Progress, share: float) -> None:
    progress.show(share)
