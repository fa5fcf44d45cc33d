"""One sitting: from signing in until the register is closed, with whom was looked at in it and why."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from jobbpunkt.register.history import Happening

Look = tuple[str, UUID]  # the noun and the record


class Sitting:
    """What the gate remembers of a signed-in stay; the history has the rows.

    `seen` are the looks that stand in the history, `owed` those of ordinary people that could not be written yet. `let_in` are
    the people opened in spite of no need, `followed` those behind a figure with the figure's key; `why` is a reason that was
    given beforehand, as on the command line. `write` writes a row in a small transaction of its own, for a reader, which cannot;
    it raises UserError where the row cannot be kept.
    """

    def __init__(self, write: Callable[[Happening], None]) -> None:
        self.write = write
        self.seen: set[Look] = set()
        self.owed: list[Happening] = []
        self.let_in: set[UUID] = set()
        self.followed: dict[UUID, str] = {}
        self.why = ""
