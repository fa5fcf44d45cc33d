"""The paper of who has looked, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.looked import LookedDocument
from jobbpunkt.documents.setting import spoken
from jobbpunkt.oversight import on_paper
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import FOR_PEOPLE

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class LooksPaper(PaperDialog):
    """Shows who looked in the last year, in the person's language."""

    def __init__(self, parent: QWidget, context: Context, person: UUID) -> None:
        self.person = person
        super().__init__(parent, context, context.words("Who has looked"), offer=FOR_PEOPLE)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask who looked."""

        def show(data: LookedDocument) -> None:
            from jobbpunkt.documents.looked import render_looked

            ready(Drawing(data, render_looked, self.setting(spoken(data.speaks))))

        person = self.person
        asking.read(self, self.context, lambda uow: on_paper.document(uow, person, words), show)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("who-looked-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the paper was printed."""
        person = self.person

        def note(uow: Writing) -> None:
            on_paper.note_printed(uow, person)

        return note
