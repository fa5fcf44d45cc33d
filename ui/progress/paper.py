"""The paper of a person's own way towards work, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import progress
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.progress_data import ProgressDocument
from jobbpunkt.documents.setting import spoken
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class ProgressPaper(PaperDialog):
    """Shows what a person has answered themselves."""

    def __init__(self, parent: QWidget, context: Context, person: UUID) -> None:
        self.person = person
        super().__init__(parent, context, context.words("My way towards work"))
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for what the participant has answered."""
        person = self.person

        def show(data: ProgressDocument) -> None:
            from jobbpunkt.documents.progress import render_progress

            ready(Drawing(data, render_progress, self.setting(spoken(data.speaks))))

        asking.read(self, self.context, lambda uow: progress.document(uow, person, words), show)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("way-to-work-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the paper was printed."""
        person = self.person

        def note(uow: Writing) -> None:
            progress.note_printed(uow, person)

        return note
