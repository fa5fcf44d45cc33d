"""Keeping what is shown in step with the register: now if it is seen, else when it next is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from ui import asking
from ui.threads import Failed, Question

if TYPE_CHECKING:
    from jobbpunkt.base.changes import Change
    from jobbpunkt.register.unit_of_work import Reading, Writing
    from ui.context import Context

T = TypeVar("T")
U = TypeVar("U", bound="Reading")
U_co = TypeVar("U_co", bound="Reading", covariant=True)


class _Ask(Protocol[U_co]):
    def __call__(
        self,
        parent: QObject,
        context: Context,
        work: Callable[[U_co], T],
        done: Callable[[T], None],
        failed: Failed = None,
        /,
    ) -> Question: ...


class Undeclared(RuntimeError):
    """Something that is shown was read by a function that does not say what it depends on; a mistake of ours."""


class Live(QObject):
    """Refreshes a widget when a noun changes that its reads depend on; the reads say themselves which those are.

    The widget reads through it. A newer read of the same `part` drops the one before, and what has not begun when the
    widget is hidden is dropped too, and asked again when it is next seen.
    """

    def __init__(self, widget: QWidget, context: Context, refresh: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._context, self._refresh = widget, context, refresh
        self._stale = True
        self._nouns: dict[str, frozenset[str]] = {}
        self._asked: dict[str, Question] = {}
        self._own: set[UUID] = set()
        widget.installEventFilter(self)
        context.changed.connect(self._on_change)
        context.let_in.connect(self._ask_again)

    @property
    def nouns(self) -> frozenset[str]:
        """Return what the answers that are shown depend on."""
        return frozenset().union(*self._nouns.values())

    def read(self, work: Callable[[Reading], T], done: Callable[[T], None], failed: Failed = None, *, part: str = "") -> None:
        """Show the answer of `work`, and again each time that something it depends on has changed."""
        self._ask(asking.read, work, done, failed, part)

    def look(self, work: Callable[[Writing], T], done: Callable[[T], None], failed: Failed = None, *, part: str = "") -> None:
        """Like `read`, for what may be shown only once the history says who saw it."""
        self._ask(asking.look, work, done, failed, part)

    def mark_stale(self) -> None:
        """Refresh now if the widget is seen, else when it next is."""
        self._stale = True
        if self._widget.isVisible():
            self._catch_up()

    def forget(self) -> None:
        """Show nothing for now: want no answer, and depend on nothing."""
        self._drop()
        self._nouns.clear()

    def pass_over(self, transaction: UUID) -> None:
        """Do not refresh for a change whose result the widget has been given already."""
        self._own.add(transaction)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch up when the widget is shown; when it is hidden, drop what nobody will see."""
        if watched is self._widget and not event.spontaneous():
            if event.type() is QEvent.Type.Show and self._stale:
                self._catch_up()
            elif event.type() is QEvent.Type.Hide and any(question.waits for question in self._asked.values()):
                self._stale = True
                self._drop()
        return super().eventFilter(watched, event)

    def _catch_up(self) -> None:
        self._stale = False
        self._refresh()

    def _ask(self, ask: _Ask[U], work: Callable[[U], T], done: Callable[[T], None], failed: Failed, part: str) -> None:
        def noting(uow: U) -> tuple[T, frozenset[str]]:
            answer = work(uow)
            if not uow.depends:
                raise Undeclared(part or type(self._widget).__name__)
            return answer, frozenset(uow.depends)

        def show(found: tuple[T, frozenset[str]]) -> None:
            self._asked.pop(part, None)  # what it holds is not needed in memory twice
            answer, self._nouns[part] = found
            done(answer)

        self._stale = False
        before = self._asked.get(part)
        if before is not None:
            before.drop()
        self._asked[part] = ask(self._widget, self._context, noting, show, failed)

    def _drop(self) -> None:
        for question in self._asked.values():
            question.drop()
        self._asked.clear()

    def _ask_again(self, _person: UUID) -> None:
        """Ask again what was refused for want of a reason."""
        if self._asked:
            self.mark_stale()

    def _on_change(self, change: Change) -> None:
        if change.transaction in self._own:
            self._own.discard(change.transaction)
        elif self.nouns & change.nouns:
            self.mark_stale()
