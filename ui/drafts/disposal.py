"""Drafts about people who are not in the register any more: they go, and that is said."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from jobbpunkt.base.errors import UserError
from jobbpunkt.base.words import N_
from ui import asking

if TYPE_CHECKING:
    from jobbpunkt.people import PersonName
    from jobbpunkt.register.unit_of_work import Reading
    from ui.context import Context


class Disposal(QObject):
    """Looks through the drafts each time one has signed in; what was erased elsewhere must not live on in a draft."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.drafts.ready.connect(self.look)
        if context.drafts.is_ready:
            self.look()

    def look(self) -> None:
        """Ask the register whom it still knows, of those whom drafts are about."""
        people = {draft.person for draft in self._context.drafts.waiting() if draft.person is not None}

        if not people:
            return
        from jobbpunkt.people import lookup  # mostly there is no draft, and nothing to ask

        def ask(uow: Reading) -> dict[UUID, PersonName]:
            return lookup.called(uow, people)

        # Who may not see people is not told whether somebody is there, and so throws nothing away.
        asking.read(self, self._context, ask, lambda known: self._drop(people - known.keys()), lambda _error: None)

    def _drop(self, gone: set[UUID]) -> None:
        drafts = [draft for draft in self._context.drafts.waiting() if draft.person in gone]
        for draft in drafts:
            self._context.drafts.drop(draft.of)
        if drafts:
            sentence = N_("Drafts about people who are no longer in the register have been thrown away: {n}.")
            self._context.drafts.told.emit(UserError(sentence, n=len(drafts)))
