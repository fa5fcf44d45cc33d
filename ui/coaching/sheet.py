"""The participant's sheet from a meeting, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import coaching
from jobbpunkt.clock import day_of
from jobbpunkt.coaching import SessionRow
from jobbpunkt.documents.session_data import SessionDocument
from jobbpunkt.i18n import Words
from ui.context import Context
from ui.widgets.forms import SegmentField
from ui.widgets.paper_dialog import PaperDialog

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork


class SheetDialog(PaperDialog[SessionDocument]):
    """Shows the sheet of one participant at a time: nobody takes another's steps home."""

    def __init__(self, parent: QWidget, context: Context, session: SessionRow) -> None:
        words, self.session = context.words, session
        people = [(person.id, person.name.shown(words)) for person in session.people]
        self.who: SegmentField[UUID] = SegmentField("", people)
        self.who.set_value(people[0][0])
        self.who.setVisible(len(people) > 1)
        super().__init__(parent, context, words("The participant's sheet"), self.who)
        self.who.changed.connect(self.load)
        self.load()

    def read(self, uow: UnitOfWork, words: Words) -> SessionDocument:
        """Return the sheet of the chosen participant."""
        return coaching.document(uow, self.session.id, words, person_id=self.who.value())

    def draw(self, document: SessionDocument, words: Words) -> bytes:
        """Return the sheet as a PDF."""
        from jobbpunkt.documents.session import render_session

        return render_session(document, words)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("meeting-{day}.pdf", day=day_of(self.session.starts_at).isoformat())

    def note_taken(self, uow: UnitOfWork) -> None:
        """Note that the chosen participant's sheet was printed."""
        coaching.printed(uow, self.session.id, person_id=self.who.value())
