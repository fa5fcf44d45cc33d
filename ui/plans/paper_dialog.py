"""A plan's pages in a dialog: before it is adopted, and any version afterwards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.changes import Change
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.plans import PlanView, VersionView
from ui import operation
from ui.context import Context
from ui.plans.preview import draft_of, file_name, note_taken
from ui.plans.store import PlanStore
from ui.tokens import Tone
from ui.widgets.buttons import primary, secondary
from ui.widgets.dialog_size import open_at
from ui.widgets.labels import heading, muted
from ui.widgets.layouts import row
from ui.widgets.notice import Notice
from ui.widgets.pdf_view import PdfView


class PaperDialog(QDialog):
    """Shows pages; `agree`, if given, is the button below them. Print and save stand above."""

    def __init__(self, parent: QWidget, context: Context, view: PlanView, title: str, explanation: str) -> None:
        super().__init__(parent)
        self.context, self.words, self.view = context, context.words, view
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        open_at(self, 760, 900)
        self.notice = Notice(self.words)
        self.pdf = PdfView(self.words)
        self.pdf.taken.connect(lambda: note_taken(self, context, view))
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

    def show_pages(self, pdf: bytes) -> None:
        """Show the pages."""
        self.pdf.show_pdf(pdf, file_name(self.view, self.words))

    def add_agreement(self, text: str, agree: Callable[[], object]) -> None:
        """Put the button below the pages that Ctrl+Enter presses too."""
        button = primary(text, agree)
        button.setDefault(True)
        self.buttons.addWidget(button)
        QShortcut(QKeySequence("Ctrl+Return"), self, button.click)
        button.setFocus()


def adopt_dialog(parent: QWidget, store: PlanStore, view: PlanView) -> PaperDialog:
    """Return the dialog that shows the version to be, and adopts it."""
    context, words = store.context, store.context.words
    explanation = words("These pages are kept exactly as they are. The plan can be changed afterwards, and adopted again.")
    dialog = PaperDialog(parent, context, view, words("Adopt the plan"), explanation)

    def adopted(_change: Change) -> None:
        store.show_after()
        dialog.accept()
        if store.view is not None and store.view.versions:
            version_dialog(parent, context, store.view, store.view.versions[0]).open()

    def agree() -> None:
        work = store.carrying(lambda uow: plans.adopt(uow, plan_id=view.id, version=view.version, words=words))
        operation.write(dialog, context, work, adopted)

    dialog.add_agreement(words("Adopt"), agree)
    data = draft_of(view, context)
    operation.compute(dialog, context, lambda: render_plan(data, words), dialog.show_pages)
    return dialog


def version_dialog(parent: QWidget, context: Context, view: PlanView, version: VersionView) -> PaperDialog:
    """Return the dialog with an adopted version, exactly as it was kept."""
    words = context.words
    explanation = words("Print it, sign it together, and give the participant a copy.")
    dialog = PaperDialog(parent, context, view, words("Version {number}", number=version.number), explanation)
    operation.look(dialog, context, lambda uow: plans.version_pdf(uow, version.id), dialog.show_pages)
    return dialog
