"""A dialog that shows a paper to be printed or saved, in the chosen language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jobbpunkt.i18n import LANGUAGE_NAMES, Words
from ui import messages, operation
from ui.context import Context
from ui.dress import dress
from ui.tokens import Tone
from ui.widgets.buttons import primary
from ui.widgets.dialog_size import open_at
from ui.widgets.forms import SegmentField
from ui.widgets.labels import heading
from ui.widgets.layouts import row
from ui.widgets.notice import Notice
from ui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork

D = TypeVar("D")


class PaperDialog(QDialog, Generic[D]):
    """Reads a paper's data, draws it beside the window's thread and shows it. Ctrl+P prints, Escape closes."""

    shown = Signal()

    def __init__(self, parent: QWidget, context: Context, title: str, *beside: QWidget) -> None:
        super().__init__(parent)
        dress(self)
        self.context, self.words = context, context.words
        self.setWindowTitle(title)
        open_at(self, 760, 720)
        self.notice = Notice(self.words)
        self.pdf = PdfView(self.words)
        self.done_button = primary(self.words("Done"), self.accept)
        self.language: SegmentField[str] = SegmentField("", LANGUAGE_NAMES)
        self.language.set_value(self.words.language)
        self.language.changed.connect(self.load)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(row(heading(title), None, *beside, 12, self.language, 12, self.done_button))
        column.addWidget(self.notice)
        column.addWidget(self.pdf, 1)
        self.pdf.taken.connect(self._note)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)

    def read(self, uow: UnitOfWork, words: Words) -> D:
        """Return what the paper holds, in the language it is to be in."""
        raise NotImplementedError

    def draw(self, document: D, words: Words) -> bytes:
        """Return the paper; away from the window's thread and without the register."""
        raise NotImplementedError

    def file_name(self) -> str:
        """Return the name under which one saves it."""
        raise NotImplementedError

    def note_taken(self, uow: UnitOfWork) -> None:
        """Note in the history that the paper was printed or saved."""
        raise NotImplementedError

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the pages."""
        self.notice.say(text, tone)

    def load(self) -> None:
        """Make the paper as it is chosen."""
        words = Words(self.language.value() or self.words.language)
        operation.read(self, self.context, lambda uow: self.read(uow, words), partial(self._render, words))

    def _render(self, words: Words, document: D) -> None:
        operation.compute(self, self.context, lambda: self.draw(document, words), self._show)

    def _show(self, pdf: bytes) -> None:
        self.pdf.show_pdf(pdf, self.file_name())
        self.pdf.print_button.setFocus()
        self.shown.emit()

    def _note(self) -> None:
        operation.look(self, self.context, self.note_taken, lambda _nothing: None)
        messages.tell(self, self.words("The printout has been noted."), self.words, "good")
