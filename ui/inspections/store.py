"""The inspection that is open: loaded once, written through, and shown as one judges before the register has answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jobbpunkt import inspections
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import Stale, UserError
from jobbpunkt.inspections import InspectionView
from models.vocabulary import PointVerdict
from ui import asking
from ui.context import Context
from ui.drafts.restored import RestoredBar
from ui.plans.live_form import LiveForm
from ui.widgets.live import Live

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

Work = Callable[["Writing"], Change]


class InspectionStore(QObject):
    """Holds one open inspection. Keys may come faster than the register answers: each is shown at once, and kept in order."""

    loaded = Signal(object)
    """An InspectionView: show it."""
    refused = Signal(object)
    """A UserError that no field could show."""
    gone = Signal()
    """The inspection is no longer there."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.live = Live(parent, context, self.reload)
        self.bar = RestoredBar(context.words)
        self.view: InspectionView | None = None
        self._key: UUID | None = None
        self._kept: InspectionView | None = None
        self._judged: dict[UUID, list[PointVerdict | None]] = {}
        self._sending: set[LiveForm] = set()
        context.operations.crashed.connect(self._give_back)

    @property
    def key(self) -> UUID | None:
        """Return which inspection is open, also while it is still being loaded."""
        return self._key

    @property
    def may_write(self) -> bool:
        """Tell whether the open inspection is not finished."""
        return self.view is not None and self.view.closed_at is None

    def open(self, key: UUID) -> None:
        """Open an inspection."""
        if key != self._key:
            self._judged.clear()
        self._key = key
        self.live.read(lambda uow: inspections.view(uow, key), self._show, self._lost)

    def reload(self) -> None:
        """Load the inspection anew."""
        if self._key is not None:
            self.open(self._key)

    def close(self) -> None:
        """Let go of the inspection."""
        self._key = self.view = self._kept = None
        self.live.forget()

    def judge(self, point: UUID, verdict: PointVerdict | None) -> None:
        """Judge a point: seen at once, written in turn."""
        self._judged.setdefault(point, []).append(verdict)
        self._tell()
        self.do(lambda uow: inspections.judge(uow, point, verdict), settled=lambda: self._settle(point))

    def do(self, work: Work, form: LiveForm | None = None, settled: Callable[[], None] | None = None) -> None:
        """Write to the open inspection and show it as it is afterwards; `form` is told how its saving went."""
        key = self._key
        if form is not None:
            self._sending.add(form)
        after: list[InspectionView] = []

        def write(uow: Writing) -> Change:
            change = work(uow)
            self.live.pass_over(change.transaction)
            if key is not None:
                after.append(inspections.view(uow, key))
            return change

        def arrived(_change: Change) -> None:
            if settled is not None:
                settled()
            if form is not None:
                self._sending.discard(form)
                form.saved()
            for view in after:
                self._show(view)

        asking.write(self, self.context, write, arrived, lambda error: self._fail(error, form, settled))

    def _settle(self, point: UUID) -> None:
        """Take note that the eldest of what waits for a point has been written, or was refused."""
        waiting = self._judged.get(point, [])
        del waiting[:1]
        if not waiting:
            self._judged.pop(point, None)

    def _show(self, view: InspectionView) -> None:
        if view.id == self._key:
            self._kept = view
            self._tell()

    def _tell(self) -> None:
        """Show what the register holds, and over it what was judged since."""
        kept = self._kept
        if kept is None:
            return
        points = (
            replace(point, verdict=self._judged[point.id][-1]) if point.id in self._judged else point for point in kept.points
        )
        self.view = replace(kept, points=tuple(points))
        self.loaded.emit(self.view)

    def _lost(self, error: UserError) -> None:
        self.refused.emit(error)
        self.close()
        self.gone.emit()

    def _fail(self, error: UserError, form: LiveForm | None, settled: Callable[[], None] | None) -> None:
        if settled is not None:
            settled()
        if form is not None:
            self._sending.discard(form)
        if form is None or not form.refused(error):
            self.refused.emit(error)
        if isinstance(error, Stale) or form is None:
            self.reload()

    def _give_back(self) -> None:
        for form in self._sending:
            form.give_back()
        self._sending.clear()
        self._judged.clear()
        self.reload()
