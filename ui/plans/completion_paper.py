"""The paper of how a completed plan went, shown to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobbpunkt import plans
from jobbpunkt.base.words import Words
from jobbpunkt.documents.drawing import Drawing
from jobbpunkt.documents.setting import spoken
from jobbpunkt.plans import PlanView
from ui.context import Context
from ui.widgets.note_print import Note
from ui.widgets.paper_dialog import PaperDialog, Ready

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


class CompletionPaper(PaperDialog):
    """Shows what was done and what was not, and why; the plan was opened, and noted, before."""

    def __init__(self, parent: QWidget, context: Context, view: PlanView) -> None:
        self.view = view
        super().__init__(parent, context, context.words("How the plan went"))
        self.load()

    def ask(self, words: Words, ready: Ready) -> None:
        """Hand over the plan that was read before."""
        from jobbpunkt.documents.completion import render_completion

        data = plans.completed(self.view, words, self.context.clock.today())
        ready(Drawing(data, render_completion, self.setting(spoken(data.speaks))))

    def file_name(self) -> str:
        """Return a name that says no more than the folder may."""
        return plans.file_name(self.view, self.words)

    def noting(self) -> Note:
        """Return what notes that the plan was printed."""
        plan = self.view.id

        def note(uow: Writing) -> None:
            plans.note_printed(uow, plan)

        return note
