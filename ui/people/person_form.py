"""The form for a person's details, for new people and for known ones."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt.people import details
from jobbpunkt.people.details import PersonDetails
from jobbpunkt.people.fields import FIELDS, PersonData
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work

WIDTH = 680


def new_person_dialog(parent: QWidget, context: Context) -> FormDialog:
    """Return the dialog that adds a person."""
    form = declared.form_of(context, FIELDS)
    declared.show(form, FIELDS, PersonData(""))
    draft = DraftName("person.new", page="people")
    title = context.words("New person")

    def prepare() -> Work:
        data = PersonData(**declared.read(form, FIELDS))
        return lambda uow: details.create(uow, data)

    return FormDialog(parent, context, title, form, prepare, draft=draft, width=WIDTH)


def edit_person_dialog(parent: QWidget, context: Context, person: PersonDetails) -> FormDialog:
    """Return the dialog that changes a person's details."""
    form = declared.form_of(context, FIELDS)
    declared.show(form, FIELDS, person.data)
    title = context.words("Details")
    draft = DraftName("person", person.id, person=person.id, page="people", place=person.id)

    def prepare() -> Work:
        data = PersonData(**declared.read(form, FIELDS))
        return lambda uow: details.change(uow, person.id, person.version, data)

    return FormDialog(parent, context, title, form, prepare, draft=draft, width=WIDTH)
