"""The participant's sheet from a meeting, shown to be printed."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jobbpunkt import coaching
from jobbpunkt.clock import day_of
from jobbpunkt.coaching import SessionRow
from jobbpunkt.documents.session_data import SessionDocument
from jobbpunkt.i18n import LANGUAGE_NAMES, Words
from ui import messages, operation
from ui.context import Context
from ui.tokens import Tone
from ui.widgets.buttons import primary
from ui.widgets.dialog_size import open_at
from ui.widgets.forms import SegmentField
from ui.widgets.labels import heading
from ui.widgets.layouts import row
from ui.widgets.notice import Notice
from ui.widgets.pdf_view import PdfView


class SheetDialog(QDialog):
    """Shows the sheet of one participant at a time: nobody takes another's steps home. Ctrl+P prints, Escape closes."""

    shown = Signal()

    def __init__(self, parent: QWidget, context: Context, session: SessionRow) -> None:
        super().__init__(parent)
        self.context, self.words, self.session = context, context.words, session
        self.setWindowTitle(self.words("The participant's sheet"))
        open_at(self, 760, 720)
        self.notice = Notice(self.words)
        self.pdf = PdfView(self.words)
        self.done_button = primary(self.words("Done"), self.accept)
        people = [(person.id, person.name.shown(self.words)) for person in session.people]
        self.who: SegmentField[UUID] = SegmentField("", people)
        self.who.set_value(people[0][0])
        self.who.setVisible(len(people) > 1)
        self.who.changed.connect(self.load)
        self.language: SegmentField[str] = SegmentField("", LANGUAGE_NAMES)
        self.language.set_value(self.words.language)
        self.language.changed.connect(self.load)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(
            row(heading(self.words("The participant's sheet")), None, self.who, 12, self.language, 12, self.done_button)
        )
        column.addWidget(self.notice)
        column.addWidget(self.pdf, 1)
        self.pdf.taken.connect(self._note)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self.load()

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the pages."""
        self.notice.say(text, tone)

    def load(self) -> None:
        """Make the sheet of the chosen participant, in the chosen language."""
        session_id, person = self.session.id, self.who.value()
        words = Words(self.language.value() or self.words.language)
        render = partial(self._render, words)
        operation.read(self, self.context, lambda uow: coaching.document(uow, session_id, words, person_id=person), render)

    def _render(self, words: Words, document: SessionDocument) -> None:
        from jobbpunkt.documents.session import render_session

        operation.compute(self, self.context, lambda: render_session(document, words), self._show)

    def _show(self, pdf: bytes) -> None:
        day = day_of(self.session.starts_at).isoformat()
        self.pdf.show_pdf(pdf, self.words("meeting-{day}.pdf", day=day))
        self.pdf.print_button.setFocus()
        self.shown.emit()

    def _note(self) -> None:
        session_id, person = self.session.id, self.who.value()
        work = partial(coaching.printed, session_id=session_id, person_id=person)
        operation.look(self, self.context, work, lambda _nothing: None)
        messages.tell(self, self.words("The printout has been noted."), self.words, "good")
