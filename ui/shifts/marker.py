"""Keeps what is marked, one key after the other: each is written at once, and none waits for the answer to the one before."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from jobbpunkt import shifts
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.shifts import Marked, ShiftView
from jobbpunkt.shifts.data import TIMED
from ui import asking
from ui.context import Context
from ui.widgets.live import Live


class Marker(QObject):
    """Writes marks in the order of the keys; what is on its way is put over whatever is read meanwhile."""

    saved = Signal()
    refused = Signal(object)

    def __init__(self, context: Context, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._live = context, live
        self._number = 0
        self._under_way: dict[int, tuple[ShiftView, Marked]] = {}

    @property
    def busy(self) -> bool:
        """Tell whether something is still being written."""
        return bool(self._under_way)

    def keep(self, view: ShiftView, before: Marked, now: Marked) -> None:
        """Write a mark instead of the one that stood there."""
        shift, person, seen, mark = view.row.id, now.person_id, before.mark, now.mark

        def write(uow: Writing) -> Change:
            if mark is None:
                change = shifts.clear(uow, shift, person, seen=seen)
            else:
                minutes = now.minutes if mark in TIMED else None
                change = shifts.mark(uow, shift, person, mark, seen=seen, minutes=minutes)
            # The list shows it already; to read it all again for each key would come too late for the next.
            self._live.pass_over(change.transaction)
            return change

        self._number += 1
        number = self._number
        self._under_way[number] = view, now
        asking.write(self, self._context, write, lambda _change: self._kept(number), lambda error: self._lost(number, error))

    def over(self, view: ShiftView) -> list[Marked]:
        """Return the people as read, with what is still on its way put over them."""
        latest = {now.person_id: now for about, now in self._under_way.values() if about.row.id == view.row.id}
        return [latest.get(person.person_id, person) for person in view.people]

    def _kept(self, number: int) -> None:
        self._under_way.pop(number, None)
        self.saved.emit()

    def _lost(self, number: int, error: UserError) -> None:
        self._under_way.pop(number, None)
        self.refused.emit(error)
