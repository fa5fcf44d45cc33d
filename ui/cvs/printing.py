"""A CV's pages, ready to be printed without its editor."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import cvs
from jobbpunkt.cvs import CvView
from jobbpunkt.i18n import Words
from ui import operation
from ui.context import Context
from ui.widgets.pages_dialog import PagesDialog


def print_dialog(parent: QWidget, context: Context, cv_id: UUID) -> None:
    """Show the latest version of a CV, ready to be printed; that it was is told in the history."""
    words = context.words

    def show(view: CvView) -> None:
        from jobbpunkt.documents.cv import cv_document, render_cv  # the drawing of papers, which nothing else here needs

        its_words = Words(view.language)
        dialog = PagesDialog(parent, context, words("Print the CV"), view.title)
        dialog.pdf.taken.connect(lambda: operation.write(dialog, context, lambda uow: cvs.printed(uow, cv_id)))
        data = cv_document(view.resume)
        operation.compute(dialog, context, lambda: render_cv(data, its_words), lambda pdf: dialog.pdf.show_pdf(pdf, "cv.pdf"))
        dialog.begin_with_print()
        dialog.open()

    operation.look(parent, context, lambda uow: cvs.get(uow, cv_id), show)
