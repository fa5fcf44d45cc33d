"""The paper of promises, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import promises
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.promises_data import PromisesDocument
from jobbpunkt.documents.setting import spoken
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import FOR_PEOPLE

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class PromisesPaper(PaperDialog):
    """Shows what was promised, without health plans or of these alone."""

    def __init__(self, parent: QWidget, context: Context, person: UUID, *, health: bool = False) -> None:
        self.person, self.health = person, health
        super().__init__(parent, context, context.words("What we have promised each other"), offer=FOR_PEOPLE)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for the promises; that those of a health plan are read is noted first."""

        def show(data: PromisesDocument) -> None:
            from jobbpunkt.documents.promises import render_promises

            ready(Drawing(data, render_promises, self.setting(spoken(data.speaks))))

        person, health = self.person, self.health
        asking.look(self, self.context, lambda uow: promises.document(uow, person, words, health=health), show)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("promises-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the paper was printed."""
        person, health = self.person, self.health

        def note(uow: Writing) -> None:
            promises.note_printed(uow, person, health=health)

        return note
