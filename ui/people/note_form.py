"""The dialog that writes a note about a person."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.people import notes
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LongTextField


def note_dialog(parent: QWidget, context: Context, person: UUID) -> FormDialog:
    """Return the dialog that adds a note, dated today unless changed."""
    words = context.words
    form = Form(words)
    hint = words("Write facts, not opinions. The person has a right to read it.")
    text = form.add("text", LongTextField(words("Note"), lines=6, hint=hint))
    on = form.add("noted_on", DateField(words, words("Day"), today=context.clock.today()))
    form.set_values(noted_on=context.clock.today())

    def prepare() -> Work:
        typed, day = text.value(), on.value()
        return lambda uow: notes.add(uow, person, typed, on=day)

    draft = DraftName("person.note", person, person=person, page="people", place=person)
    return FormDialog(parent, context, words("New note"), form, prepare, draft=draft)
