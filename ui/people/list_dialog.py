"""The coach's own participants as a list to print."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from jobbpunkt.documents.caseload import CaseloadDocument
from jobbpunkt.people import list_on_paper
from ui import operation
from ui.context import Context
from ui.dress import dress
from ui.tokens import Tone
from ui.widgets.buttons import primary
from ui.widgets.dialog_size import open_at
from ui.widgets.labels import heading
from ui.widgets.layouts import column, row
from ui.widgets.notice import Notice
from ui.widgets.pdf_view import PdfView


class ListDialog(QDialog):
    """Shows the list as it would be printed now. Ctrl+P prints, Escape closes."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        dress(self)
        self.context, self.words = context, context.words
        self.setWindowTitle(self.words("My participants"))
        open_at(self, 760, 720)
        self.notice = Notice(self.words)
        self.pdf = PdfView(self.words)
        self.pdf.taken.connect(self._note)
        done = primary(self.words("Close"), self.accept)
        inside = column(row(heading(self.words("My participants")), None, done), self.notice, self.pdf, spacing=10)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setStretch(2, 1)
        self.setLayout(inside)
        operation.read(self, context, lambda uow: list_on_paper.document(uow, context.words), self._render)

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the pages."""
        self.notice.say(text, tone)

    def _render(self, document: CaseloadDocument) -> None:
        from jobbpunkt.documents.caseload import render_caseload

        words = self.words
        operation.compute(self, self.context, lambda: render_caseload(document, words), self._show)

    def _show(self, pdf: bytes) -> None:
        day = self.context.clock.today().isoformat()
        self.pdf.show_pdf(pdf, self.words("participants-{day}.pdf", day=day))
        self.pdf.print_button.setFocus()

    def _note(self) -> None:
        operation.look(self, self.context, list_on_paper.note_printed, lambda _nothing: None)
