"""The plan that is open: loaded once, written through, and loaded again when somebody else changed it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import Stale, UserError
from jobbpunkt.plans import PlanView
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.drafts.restored import RestoredBar
from ui.plans.live_form import LiveForm
from ui.widgets.live import Live

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

Work = Callable[["Writing"], Change]


class PlanStore(QObject):
    """Holds one open plan. Each own change brings the plan back with it, so that it is not noted as read again and again."""

    loaded = Signal(object)
    """A PlanView: show it."""
    refused = Signal(object)
    """A UserError that no field could show."""
    gone = Signal()
    """The plan is no longer there."""
    settled = Signal()
    """Everything that was being written has arrived or was refused."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.view: PlanView | None = None
        self.live = Live(parent, context, self.reload)
        self.bar = RestoredBar(context.words)
        self._plan_id: UUID | None = None
        self._after: PlanView | None = None
        self._sending: set[LiveForm] = set()
        self._pending = 0
        context.operations.crashed.connect(self._give_back)

    @property
    def plan_id(self) -> UUID | None:
        """Return which plan is open, also while it is still being loaded."""
        return self._plan_id

    @property
    def busy(self) -> bool:
        """Whether something is still being written."""
        return self._pending > 0

    def open(self, plan_id: UUID) -> None:
        """Open a plan; of a health plan that is noted in the history."""
        self._plan_id = plan_id
        self.live.look(lambda uow: plans.view(uow, plan_id), self._show, self._lost)

    def reload(self) -> None:
        """Load the plan anew."""
        if self._plan_id is not None:
            self.open(self._plan_id)

    def close(self) -> None:
        """Let go of the plan."""
        self._plan_id, self.view = None, None
        self.live.forget()

    def place(self, name: DraftName) -> DraftName:
        """Return the name of a part's draft with where it is found again: this plan, and whom it is about."""
        person = self.view.person_id if self.view is not None else None
        return replace(name, person=person, page="plans", place=self._plan_id, title=self.context.words("Plan"))

    def do(
        self,
        work: Work,
        form: LiveForm | None = None,
        give_back: Callable[[], None] | None = None,
        arrived: Callable[[], None] | None = None,
    ) -> None:
        """Write to the open plan and show it as it is afterwards.

        `form` is told how its saving went; `give_back` puts what was typed back where it was if it is refused, and
        `arrived` lets go of its draft if it is not.
        """
        self._pending += 1
        if form is not None:
            self._sending.add(form)
        asking.write(
            self,
            self.context,
            self.carrying(work),
            lambda _change: self._arrived(form, arrived),
            lambda error: self._fail(error, form, give_back),
        )

    def remove(self) -> None:
        """Take the open plan away; the undo bar brings it back."""
        plan_id = self._plan_id
        if plan_id is None:
            return

        def write(uow: Writing) -> Change:
            change = plans.remove(uow, plan_id=plan_id)
            self.live.pass_over(change.transaction)
            return change

        asking.write(self, self.context, write, lambda _change: self._leave(), self.refused.emit)

    def carrying(self, work: Work) -> Work:
        """Return `work` so that it brings the open plan back as it is afterwards; `show_after` then shows it."""
        plan_id = self._plan_id

        def write(uow: Writing) -> Change:
            change = work(uow)
            self.live.pass_over(change.transaction)
            self._after = plans.view_after(uow, plan_id, change) if plan_id is not None else None
            return change

        return write

    def show_after(self) -> None:
        """Show the plan as the last own change left it."""
        if self._after is not None:
            self._show(self._after)

    def _arrived(self, form: LiveForm | None, arrived: Callable[[], None] | None) -> None:
        if arrived is not None:
            arrived()
        if form is not None:
            self._sending.discard(form)
            form.saved()
        self.show_after()
        self._settle()

    def _settle(self) -> None:
        self._pending = max(0, self._pending - 1)
        if not self._pending:
            self.settled.emit()

    def _show(self, view: PlanView) -> None:
        if view.id == self._plan_id:
            self.view = view
            self.loaded.emit(view)

    def _leave(self) -> None:
        self.close()
        self.gone.emit()

    def _lost(self, error: UserError) -> None:
        self._leave()  # first: the sentence is shown where one is then
        self.refused.emit(error)

    def _fail(self, error: UserError, form: LiveForm | None, give_back: Callable[[], None] | None) -> None:
        if form is not None:
            self._sending.discard(form)
        if give_back is not None:
            give_back()
        if form is None or not form.refused(error):
            self.refused.emit(error)
        if isinstance(error, Stale):
            self.reload()
        self._settle()

    def _give_back(self) -> None:
        for form in self._sending:
            form.give_back()
        self._sending.clear()
        self._pending = 0
        self.settled.emit()
