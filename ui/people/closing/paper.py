"""The summary of an enrolment that has ended, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import closing
from jobbpunkt.base.words import Words
from jobbpunkt.documents.closing_data import ClosingDocument
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import spoken
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import FOR_PEOPLE

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class ClosingPaper(PaperDialog):
    """Shows what a person's enrolment led to, what was done and what was not."""

    def __init__(self, parent: QWidget, context: Context, person: UUID) -> None:
        self.person = person
        super().__init__(parent, context, context.words("Summary of the enrolment"), offer=FOR_PEOPLE)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for what the summary holds."""
        person = self.person

        def show(data: ClosingDocument) -> None:
            from jobbpunkt.documents.closing import render_closing

            ready(Drawing(data, render_closing, self.setting(spoken(data.speaks))))

        asking.read(self, self.context, lambda uow: closing.document(uow, person, words), show)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("enrolment-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the summary was printed."""
        person = self.person

        def note(uow: Writing) -> None:
            closing.note_printed(uow, person)

        return note
