"""A CV's pages, ready to be printed without its editor."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.words import N_, Words
from jobbpunkt.documents.cv_data import CvDocument, cv_document
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import Setting
from jobbpunkt.written import cvs
from jobbpunkt.written.cvs import CvView
from ui import asking
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready
from ui.widgets.setting_bar import Offer

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

OFFER = Offer(
    looks=(
        ("cv-classic", N_("Classic")),
        ("cv-compact", N_("Compact, for many jobs")),
        ("cv-first-job", N_("First job")),
        ("cv-plain", N_("Plain, for programs that read CVs")),
    )
)


class CvPaper(PaperDialog):
    """The latest version of a CV, in its own language until another one is chosen."""

    def __init__(self, parent: QWidget, context: Context, view: CvView) -> None:
        self._view = view
        super().__init__(parent, context, context.words("Print the CV"), explanation=view.title, offer=OFFER, explained=False)
        self.load()

    @classmethod
    def open_on(cls, parent: QWidget, context: Context, cv_id: UUID) -> None:
        """Read a CV and show it, ready to be printed."""
        asking.look(parent, context, lambda uow: cvs.get(uow, cv_id), lambda view: cls(parent, context, view).open())

    def ask(self, words: Words, ready: Ready) -> None:  # noqa: ARG002 - its words are those of its language
        """Hand over the CV that was read before."""
        ready(Drawing(cv_document(self._view.content), _render, self.setting(Setting(self._view.language))))

    def file_name(self) -> str:
        """Return a name that says nobody's name."""
        return "cv.pdf"

    def noting(self) -> Note:
        """Return what notes that the CV was printed."""
        cv_id = self._view.id

        def note(uow: Writing) -> None:
            cvs.note_printed(uow, cv_id)

        return note


def _render(document: CvDocument, setting: Setting) -> bytes:
    from jobbpunkt.documents.cv import render_cv  # the drawing of papers, which nothing else here needs

    return render_cv(document, setting)
