"""A new paper: its title is asked for, and then its editor opened over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import cvs, letters
from jobbpunkt.changes import Change
from jobbpunkt.papers import NewPaper
from ui.context import Context
from ui.cvs.rename import new_dialog
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog
from ui.widgets.over import place_of

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork


def new_paper_dialog(parent: QWidget, context: Context, person: UUID, *, letter: bool) -> FormDialog:
    """Return the dialog that makes a CV or a letter, which begins with what is known of the person, and then opens it."""
    words = context.words
    title, suggested = (words("New letter"), words("Personal letter")) if letter else (words("New CV"), words("CV"))

    def create(uow: UnitOfWork, title: str) -> Change:
        new = NewPaper(person, title)
        return letters.create(uow, new) if letter else cvs.create(uow, new)

    draft = DraftName("letter.new" if letter else "cv.new", person, person=person, page="people", place=person)
    dialog = new_dialog(parent, context, title, suggested, create, draft=draft)
    dialog.saved.connect(lambda change: open_paper(parent, context, change.record, letter=letter))
    return dialog


def open_paper(over: QWidget, context: Context, paper: UUID, *, letter: bool, number: int | None = None) -> None:
    """Lay the editor of a paper over the page around `over`; without a number, of its latest version."""
    # Imported when first opened: the editors bring the drawing of papers along.
    from ui.cvs.editor import CvEditor
    from ui.cvs.letter_editor import LetterEditor

    kind = LetterEditor if letter else CvEditor
    place_of(over).lay_over(kind(context, paper, number))
