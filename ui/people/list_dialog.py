"""The coach's own participants as a list to print."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import Words
from jobbpunkt.documents.caseload import CaseloadDocument
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import Setting
from jobbpunkt.people import on_paper
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready


class ListDialog(PaperDialog):
    """Shows the list as it would be printed now."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, context, context.words("My participants"))
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Ask for who is on the list."""

        def show(data: CaseloadDocument) -> None:
            from jobbpunkt.documents.caseload import render_caseload

            ready(Drawing(data, render_caseload, self.setting(Setting())))

        asking.read(self, self.context, lambda uow: on_paper.document(uow, words), show)

    def file_name(self) -> str:
        """Return a name that says the day and nobody's name."""
        return self.words("participants-{day}.pdf", day=self.context.clock.today().isoformat())

    def noting(self) -> Note:
        """Return what notes that everybody on the list was printed."""
        return on_paper.note_printed
