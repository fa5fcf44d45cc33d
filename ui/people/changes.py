"""The table of what was changed about a person: who, when and what kind of record, never what was written."""

from __future__ import annotations

from uuid import UUID

from jobbpunkt.oversight.kinds import LOOKS
from jobbpunkt.people import history
from jobbpunkt.people.history import Trace
from ui.context import Context
from ui.widgets.empty import EmptyState
from ui.widgets.live import Live
from ui.widgets.row_table import Column, RowTable


class ChangesTable(RowTable[Trace]):
    """Everything that was written, the latest first."""

    def __init__(self, context: Context, person: UUID) -> None:
        from jobbpunkt.exchange.titles import titles  # knows every noun, which no page needs before

        words, self.person = context.words, person
        named = titles(words.language)
        columns: tuple[Column[Trace], ...] = (
            Column("When", lambda row: row.at),
            Column("Who", lambda row: row.user, strong=True),
            Column("What happened", lambda row: words(row.action.label)),
            Column("What it was about", lambda row: named.table(row.noun), stretch=True),
        )
        empty = EmptyState("history", words("Nothing has been changed yet"))
        super().__init__(words, columns, lambda row: (row.at, row.record, row.action), empty=empty, name=words("Changes"))

    def load(self, live: Live) -> None:
        """Show the changes as they are now."""
        person = self.person
        live.read(lambda uow: history.of_person(uow, person), self._show, part="changes")

    def _show(self, found: tuple[Trace, ...]) -> None:
        self.set_rows([one for one in found if one.action not in LOOKS])
