"""The participant's sheet from a meeting, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.words import Words
from jobbpunkt.coaching import SessionRow, on_paper
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.session_data import SessionDocument
from jobbpunkt.documents.setting import spoken
from ui import asking
from ui.context import Context
from ui.widgets.forms import SegmentField
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import FOR_PEOPLE

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class SheetDialog(PaperDialog):
    """Shows the sheet of one participant at a time: nobody takes another's steps home."""

    def __init__(self, parent: QWidget, context: Context, session: SessionRow) -> None:
        words, self.session = context.words, session
        people = [(person.id, person.name.shown(words)) for person in session.people]
        self.who: SegmentField[UUID] = SegmentField("", people)
        self.who.set_value(people[0][0])
        self.who.setVisible(len(people) > 1)
        super().__init__(parent, context, words("The participant's sheet"), self.who, offer=FOR_PEOPLE)
        self.who.changed.connect(self.load)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for the sheet of the chosen participant."""
        session, whose = self.session.id, self.who.value()

        def show(data: SessionDocument) -> None:
            from jobbpunkt.documents.session import render_session

            ready(Drawing(data, render_session, self.setting(spoken(data.speaks))))

        asking.read(self, self.context, lambda uow: on_paper.document(uow, session, words, person_id=whose), show)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("meeting-{day}.pdf", day=day_of(self.session.starts_at).isoformat())

    def noting(self) -> Note:
        """Return what notes that the chosen participant's sheet was printed."""
        session, whose = self.session.id, self.who.value()

        def note(uow: Writing) -> None:
            on_paper.note_printed(uow, session, person_id=whose)

        return note
