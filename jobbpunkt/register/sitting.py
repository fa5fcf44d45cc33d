"""One sitting: from signing in until the register is closed, with whom was looked at in it and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from jobbpunkt.register.history import Happening
    from jobbpunkt.register.unit_of_work import Writing

Look = tuple[str, UUID]  # the noun and the record


class Sitting:
    """What the gate remembers of a signed-in stay; the history has the rows.

    `seen` are the looks that stand in the history, `owed` those of ordinary people that could not be written yet. `let_in` are
    the people opened in spite of no need, `followed` those behind a figure with the figure's key; `why` is a reason that was
    given beforehand, as on the command line.
    """

    def __init__(self, apart: Callable[[], Writing]) -> None:
        self._apart = apart
        self.seen: set[Look] = set()
        self.owed: list[Happening] = []
        self.let_in: set[UUID] = set()
        self.followed: dict[UUID, str] = {}
        self.why = ""

    def write(self, happening: Happening) -> None:
        """Write a row in a small transaction of its own, for a reader, which cannot; raises UserError where it cannot be kept."""
        with self._apart() as uow:
            uow.note_all([happening])
