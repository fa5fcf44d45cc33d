"""The dialog that writes a note about a person."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt.base.changes import Change
from jobbpunkt.people import notes
from jobbpunkt.people.notes import Note
from jobbpunkt.register.unit_of_work import Writing
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName, again
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import DateField, Form, LongTextField


def note_dialog(parent: QWidget, context: Context, person: UUID, note: Note | None = None) -> FormDialog:
    """Return the dialog that adds a note, dated today unless changed, or puts one right."""
    words = context.words
    form = Form(words)
    hint = words("Write facts, not opinions. The person has a right to read it.")
    text = form.add("text", LongTextField(words("Note"), lines=6, hint=hint))
    on = form.add("noted_on", DateField(words, words("Day"), today=context.clock.today()))
    form.set_values(noted_on=context.clock.today())

    def prepare() -> Work:
        typed, day = text.value(), on.value()
        if note is None:
            return lambda uow: notes.add(uow, person, typed, on=day)
        return lambda uow: notes.change(uow, note.id, note.version, typed, on=day)

    if note is None:
        draft = DraftName("person.note", person, person=person, page="people", place=person)
        return FormDialog(parent, context, words("New note"), form, prepare, draft=draft)
    form.set_values(text=note.text, noted_on=note.noted_on)

    draft = DraftName("person.note.change", note.id, person=person, page="people", place=person)
    return FormDialog(parent, context, words("Change the note"), form, prepare, draft=draft)


def change_note(parent: QWidget, context: Context, person: UUID, record: UUID) -> None:
    """Load a note as it now stands and open it to be put right."""

    def show(note: Note) -> None:
        note_dialog(parent, context, person, note).open()

    asking.read(parent, context, lambda uow: again(notes.of_person(uow, person), record), show)


def remove_note(parent: QWidget, context: Context, person: UUID, record: UUID) -> None:
    """Remove a note; it can be undone."""

    def work(uow: Writing) -> Change:
        note = again(notes.of_person(uow, person), record)
        return notes.remove(uow, note.id, note.version)

    asking.write(parent, context, work)
