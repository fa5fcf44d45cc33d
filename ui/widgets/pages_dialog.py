"""A paper's pages in a dialog, to be read, printed and saved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.context import Context
from ui.dress import dress
from ui.tokens import Tone
from ui.widgets.buttons import secondary
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import row
from ui.widgets.notice import Notice
from ui.widgets.pdf_view import PdfView


class PagesDialog(QDialog):
    """Shows pages under a title and a sentence; print and save stand above them, Close below."""

    def __init__(self, parent: QWidget, context: Context, title: str, explanation: str) -> None:
        super().__init__(parent)
        dress(self)
        self.context, self.words = context, context.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(760, min(900, parent.window().height()))
        self.notice = Notice(self.words)
        self.pdf = PdfView(self.words)
        self.buttons = row(None, secondary(self.words("Close"), self.reject))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading(title))
        column.addWidget(muted(explanation))
        column.addWidget(self.notice)
        column.addWidget(self.pdf, 1)
        column.addLayout(self.buttons)

    def show_notice(self, text: str, tone: Tone = "neutral") -> None:
        """Show one sentence above the pages."""
        self.notice.say(text, tone)

    def begin_with_print(self) -> None:
        """Let Enter print as soon as the pages are there."""
        self.pdf.print_button.setDefault(True)
        self.pdf.print_button.setFocus()
