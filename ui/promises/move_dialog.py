"""The dialog that moves promises to another day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jobbpunkt import promises
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.promises import Promise
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form


def move_dialog(parent: QWidget, context: Context, moved: Sequence[Promise]) -> FormDialog:
    """Return the dialog that asks to which day; it says so when a plan has to be agreed on again afterwards."""
    words, chosen = context.words, tuple(moved)
    agreed, planned = promises.seen(chosen)
    form = Form(words)
    day = form.add("due_on", DateField(words, words("To be done by"), today=context.clock.today()))
    form.set_values(due_on=chosen[0].due_on)

    def prepare() -> Work:
        to = day.value()
        if to is None:
            raise InvalidInput("This must be filled in.", field="due_on")
        return lambda uow: promises.move(uow, to=to, agreed=agreed, planned=planned)

    said = (
        words("The day stands in the plan: one that was adopted is a draft again until you have agreed on it.") if planned else ""
    )
    title = chosen[0].text if len(chosen) == 1 else words.plural("Move {n} promise", "Move {n} promises", len(chosen))
    kept = NotKept("one day for what is chosen in the list")
    return FormDialog(parent, context, title, form, prepare, draft=kept, explanation=said, save=words("Move"), width=440)
