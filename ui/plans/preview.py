"""The paper beside the plan: the real pages, drawn anew a moment after each change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jobbpunkt import plans
from jobbpunkt.documents.plan import render_plan
from jobbpunkt.documents.plan_data import PlanDocument
from jobbpunkt.i18n import Words
from jobbpunkt.plans import PlanView
from models.vocabulary import PlanKind
from ui import operation
from ui.context import Context
from ui.widgets.pdf_view import PdfView

PAUSE_MS = 350


class PaperPreview(QWidget):
    """Renders away from the window's thread, and only the latest of several changes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._wanted: PlanView | None = None
        self.pdf = PdfView(context.words)
        for button in (self.pdf.save_button, self.pdf.print_button):
            button.setToolTip(button.text())  # beside a plan there is room for their icons only
            button.setText("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pdf)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._render)
        self.pdf.taken.connect(self._note_taken)

    def show_plan(self, view: PlanView) -> None:
        """Draw this plan soon."""
        self._wanted = view
        self._timer.start()

    def clear(self) -> None:
        """Show nothing: the plan is no longer open."""
        self._wanted = None
        self._timer.stop()
        self.pdf.clear()

    def _render(self) -> None:
        view, words = self._wanted, self.context.words
        if view is None or not self.isVisible():
            return
        data = plans.paper(view, words, printed_on=self.context.clock.today())
        operation.compute(self, self.context, partial(render_plan, data, words), partial(self._show, view))

    def _show(self, view: PlanView, pdf: bytes) -> None:
        if view is self._wanted:
            self.pdf.show_pdf(pdf, file_name(view, self.context.words))

    def _note_taken(self) -> None:
        if self._wanted is not None:
            note_taken(self, self.context, self._wanted)


def note_taken(parent: QWidget, context: Context, view: PlanView) -> None:
    """Write into the history that a plan was printed or saved as a file."""
    operation.look(parent, context, lambda uow: plans.note_printed(uow, view.id), lambda _none: None)


def file_name(view: PlanView, words: Words) -> str:
    """Return what a plan's file is called; of a health plan or a protected person, nothing but the reference number."""
    if view.kind is PlanKind.HEALTH or view.person.protected:
        return words("Plan {reference}", reference=view.person.reference) + ".pdf"
    return f"{words(view.kind.label)} {view.person.shown(words)}.pdf"


def draft_of(view: PlanView, context: Context) -> PlanDocument:
    """Return the paper of the version that adopting the plan now would make."""
    number = view.versions[0].number + 1 if view.versions else 1
    return plans.paper(view, context.words, plans.Adoption(number, context.clock.today()))
