"""The form that says who covers, and when."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import covers
from jobbpunkt.covers import CoverRow, NewCover
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form

Coaches = tuple[tuple[UUID, str], ...]


def cover_dialog(parent: QWidget, context: Context, coaches: Coaches, cover: CoverRow | None = None) -> FormDialog:
    """Return the dialog that says who covers for oneself, or puts it right."""
    words, today = context.words, context.clock.today()
    form = Form(words)
    who = form.add("stand_in_id", ChoiceField(words("Who covers for you?"), coaches))
    first = form.add("starts_on", DateField(words, words("From"), today=today))
    last = form.add("ends_on", DateField(words, words("To"), today=today), beside=True)
    if cover is None:
        form.set_values(starts_on=today)
    else:
        form.set_values(stand_in_id=cover.colleague_id, starts_on=cover.starts_on, ends_on=cover.ends_on)

    def prepare() -> Work:
        new = NewCover(who.value(), first.value(), last.value())
        if cover is None:
            return lambda uow: covers.add(uow, new)
        return lambda uow: covers.change(uow, cover.id, cover.version, new)

    draft = NotKept("a choice and two days, and nothing is typed")
    return FormDialog(parent, context, words("Who covers for you"), form, prepare, draft=draft, width=460)
