"""The dialog that gives a CV or letter another title or language, and the form that it shares with a new one's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.changes import Change
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField
from ui.widgets.setting_bar import languages

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing


@dataclass(frozen=True, slots=True)
class RenamedWritten:
    """A CV or letter that gets another title, and whose it is."""

    id: UUID
    version: int
    title: str
    language: str
    person: UUID


Rename = Callable[["Writing", UUID, int, str, str], Change]


def rename_dialog(parent: QWidget, context: Context, rename: Rename, written: RenamedWritten) -> FormDialog:
    """Return the dialog that gives a CV or letter another title, or its headings another language."""
    words = context.words
    form = written_form(context, written.title, written.language)

    def prepare() -> Work:
        title, language = form["title"].value(), form["language"].value() or written.language
        return lambda uow: rename(uow, written.id, written.version, title, language)

    # Drafts on disk are found again by this name, so it stays what it was.
    draft = DraftName("paper.title", written.id, person=written.person, page="people", place=written.person)
    return FormDialog(parent, context, words("Title and language"), form, prepare, draft=draft, width=440)


def written_form(context: Context, title: str, language: str) -> Form:
    """Return a form with a CV's or letter's title and language."""
    words = context.words
    form = Form(words)
    hint = words("Only seen here, such as the kind of work it is for.")
    field = form.add("title", LineField(words("Title"), hint=hint))
    form.add("language", ChoiceField(words("Language"), languages(words), hint=words("Of the paper's own headings and days.")))
    form.set_values(title=title, language=language)
    field.line.selectAll()
    return form
