"""A plan's pages in a dialog: before it is adopted, and any version afterwards."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.changes import Change
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.plans import PlanView, VersionView
from ui import operation
from ui.context import Context
from ui.plans.preview import draft_of, file_name, note_taken
from ui.plans.store import PlanStore
from ui.widgets.buttons import primary
from ui.widgets.pages_dialog import PagesDialog


class PaperDialog(PagesDialog):
    """Shows pages; `agree`, if given, is the button below them. Print and save stand above."""

    def __init__(self, parent: QWidget, context: Context, view: PlanView, title: str, explanation: str) -> None:
        super().__init__(parent, context, title, explanation)
        self.view = view
        self.pdf.taken.connect(lambda: note_taken(self, context, view))

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


def print_dialog(parent: QWidget, context: Context, plan_id: UUID) -> None:
    """Show a plan's pages as it now stands, ready to be printed."""
    words = context.words

    def show(view: PlanView) -> None:
        explanation = words("The plan of {name} as it now stands.", name=view.person.shown(words))
        dialog = PaperDialog(parent, context, view, words("Print the plan"), explanation)
        data = plans.paper(view, words, printed_on=context.clock.today())
        operation.compute(dialog, context, lambda: render_plan(data, words), dialog.show_pages)
        dialog.begin_with_print()
        dialog.open()

    operation.look(parent, context, lambda uow: plans.view(uow, plan_id), show)
