"""All that is kept about a person, shown to be handed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QWidget

from jobbpunkt.base.secret import new_password
from jobbpunkt.base.words import N_, Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import spoken
from jobbpunkt.exchange import extract
from jobbpunkt.register.permissions import Permission
from ui import asking
from ui.context import Context
from ui.widgets.buttons import hide_unless, secondary
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import FOR_PEOPLE

if TYPE_CHECKING:
    from jobbpunkt.documents.extract import ExtractDocument
    from jobbpunkt.register.unit_of_work import Writing

PASSWORD = N_(
    "The password of the file is {password} and is shown this once. Write it down, and give it to the person apart from the file."
)


class ExtractDialog(PaperDialog):
    """Shows the extract once the history says who took it out; plans for better health are a paper of their own."""

    def __init__(self, parent: QWidget, context: Context, person: UUID, *, health: bool = False) -> None:
        words, self.person, self.health = context.words, person, health
        explanation = words("Read it through before you hand it over: what was written may tell of somebody else too.")
        title = words("All that is kept in health plans") if health else words("All that is kept about a person")
        self.apart = secondary(words("That of health plans …"), self._take_out_health)
        super().__init__(parent, context, title, self.apart, explanation=explanation, offer=FOR_PEOPLE)
        user = context.user
        hide_unless(self.apart, allowed=not health and user.may(Permission.SEE_HEALTH) and user.holds_health)
        self._data: ExtractDocument | None = None
        self._drawing: Drawing[ExtractDocument] | None = None
        self._password = ""
        self.encrypted = QCheckBox(words("Save with a password"))
        self.encrypted.toggled.connect(self._lock)
        self.pdf.add_tool(self.encrypted)
        self.pdf.saved.connect(self._tell_password)
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:  # noqa: ARG002 - the paper has words of its own
        """Ask for all that is kept, once; another language or look draws the same again."""
        if self._data is not None:
            self._hand_over(self._data, ready)
            return

        def keep(data: ExtractDocument) -> None:
            self._data = data
            self._hand_over(data, ready)

        asking.look(self, self.context, lambda uow: extract.document(uow, self.person, health=self.health), keep)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("extract-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that the extract was printed."""
        person, health = self.person, self.health

        def note(uow: Writing) -> None:
            extract.note_printed(uow, person, health=health)

        return note

    def _lock(self) -> None:
        self.pdf.save_locked(self._locked if self.encrypted.isChecked() else None)

    def _locked(self, pdf: bytes) -> bytes:
        from jobbpunkt.documents.extract_data import files_of
        from jobbpunkt.documents.pdf.locked import locked

        self._password = new_password()
        return locked(pdf, self._password, files_of(self._drawing) if self._drawing is not None else None)

    def _tell_password(self) -> None:
        """Show the password of the file that was saved, and keep it nowhere else."""
        password, self._password = self._password, ""
        if password:
            self.show_notice(self.words(PASSWORD, password=password), "good")

    def _take_out_health(self) -> None:
        ExtractDialog(self, self.context, self.person, health=True).open()

    def _hand_over(self, data: ExtractDocument, ready: Ready) -> None:
        from jobbpunkt.documents.extract import render_extract

        self._drawing = Drawing(data, render_extract, self.setting(spoken(data.speaks)))
        ready(self._drawing)
