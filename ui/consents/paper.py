"""The consent as a paper, shown to be printed and signed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import consents
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import spoken
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import FOR_PEOPLE

if TYPE_CHECKING:
    from jobbpunkt.documents.consent_data import ConsentDocument
    from jobbpunkt.register.unit_of_work import Writing


class ConsentPaper(PaperDialog):
    """Shows the consent in the participant's language, to be signed or as it was given."""

    def __init__(self, parent: QWidget, context: Context, person: UUID) -> None:
        self.person = person
        super().__init__(parent, context, context.words("Consent to a plan for better health"), offer=FOR_PEOPLE)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for what the paper says."""
        person = self.person

        def show(data: ConsentDocument) -> None:
            from jobbpunkt.documents.consent import render_consent

            ready(Drawing(data, render_consent, self.setting(spoken(data.speaks))))

        asking.read(self, self.context, lambda uow: consents.document(uow, person, words), show)

    def file_name(self) -> str:
        """Return a name that says the day, and neither whose it is nor what it is about."""
        return self.words("consent-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the paper was printed."""
        person = self.person

        def note(uow: Writing) -> None:
            consents.note_printed(uow, person)

        return note
