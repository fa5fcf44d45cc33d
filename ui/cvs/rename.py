"""The dialog that gives a paper another title or language, and the form that it shares with a new one's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.changes import Change
from jobbpunkt.i18n import LANGUAGE_NAMES
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField, SegmentField

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class RenamedPaper:
    """A paper that gets another title, and whose it is."""

    id: UUID
    version: int
    title: str
    language: str
    person: UUID


Rename = Callable[["UnitOfWork", UUID, int, str, str], Change]


def rename_dialog(parent: QWidget, context: Context, rename: Rename, paper: RenamedPaper) -> FormDialog:
    """Return the dialog that gives a paper another title, or its headings another language."""
    words = context.words
    form = paper_form(context, paper.title, paper.language)

    def prepare() -> Work:
        title, language = form["title"].value(), form["language"].value() or paper.language
        return lambda uow: rename(uow, paper.id, paper.version, title, language)

    draft = DraftName("paper.title", paper.id, person=paper.person, page="people", place=paper.person)
    return FormDialog(parent, context, words("Title and language"), form, prepare, draft=draft, width=440)


def paper_form(context: Context, title: str, language: str) -> Form:
    """Return a form with a paper's title and language."""
    words = context.words
    form = Form(words)
    hint = words("Only seen here, such as the kind of work it is for.")
    field = form.add("title", LineField(words("Title"), hint=hint))
    form.add("language", SegmentField(words("Language"), LANGUAGE_NAMES, hint=words("Of the paper's own headings and days.")))
    form.set_values(title=title, language=language)
    field.line.selectAll()
    return form
