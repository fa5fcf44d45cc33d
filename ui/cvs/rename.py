"""The dialogs that give a paper its title: a new one, or another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.changes import Change
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField

if TYPE_CHECKING:
    from jobbpunkt.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class RenamedPaper:
    """A paper that gets another title, and whose it is."""

    id: UUID
    version: int
    title: str
    person: UUID


Create = Callable[["UnitOfWork", str], Change]
Rename = Callable[["UnitOfWork", UUID, int, str], Change]


def rename_dialog(parent: QWidget, context: Context, rename: Rename, paper: RenamedPaper) -> FormDialog:
    """Return the dialog that gives a paper another title."""
    words = context.words
    form, field = _title_form(context, paper.title)

    def prepare() -> Work:
        title = field.value()
        return lambda uow: rename(uow, paper.id, paper.version, title)

    draft = DraftName("paper.title", paper.id, person=paper.person, page="people", place=paper.person)
    return FormDialog(parent, context, words("Change the title"), form, prepare, draft=draft, width=440)


def new_dialog(parent: QWidget, context: Context, title: str, suggested: str, create: Create, *, draft: DraftName) -> FormDialog:
    """Return the dialog that makes a paper with a title."""
    form, field = _title_form(context, suggested)
    field.line.selectAll()

    def prepare() -> Work:
        typed = field.value()
        return lambda uow: create(uow, typed)

    return FormDialog(parent, context, title, form, prepare, draft=draft, save=context.words("Make"), width=440)


def _title_form(context: Context, now: str) -> tuple[Form, LineField]:
    words = context.words
    form = Form(words)
    hint = words("Only seen here, such as the kind of work it is for.")
    field = form.add("title", LineField(words("Title"), hint=hint))
    field.set_value(now)
    return form, field
