"""The summary of an enrolment that has ended, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import closing
from jobbpunkt.documents.closing_data import ClosingDocument
from jobbpunkt.i18n import Words
from ui.context import Context
from ui.widgets.paper_dialog import PaperDialog

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork


class ClosingPaper(PaperDialog[ClosingDocument]):
    """Shows what a person's enrolment led to, what was done and what was not."""

    def __init__(self, parent: QWidget, context: Context, person: UUID) -> None:
        self.person = person
        super().__init__(parent, context, context.words("Summary of the enrolment"))
        self.load()

    def read(self, uow: UnitOfWork, words: Words) -> ClosingDocument:
        """Return what the summary holds."""
        return closing.document(uow, self.person, words)

    def draw(self, document: ClosingDocument, words: Words) -> bytes:
        """Return the summary as a PDF."""
        from jobbpunkt.documents.closing import render_closing

        return render_closing(document, words)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("enrolment-{day}.pdf", day=self.context.clock.today().isoformat())

    def note_taken(self, uow: UnitOfWork) -> None:
        """Note that the summary was printed."""
        closing.printed(uow, self.person)
