"""The form for an organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobbpunkt import organisations
from jobbpunkt.organisations import OrganisationDetails, OrganisationRow
from models.vocabulary import OrganisationKind
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField, LongTextField

if TYPE_CHECKING:
    pass


def organisation_dialog(parent: QWidget, context: Context, row: OrganisationRow | None = None) -> FormDialog:
    """Return the dialog that adds an organisation, or changes the one given."""
    words = context.words
    form = Form(words)
    name = form.add("name", LineField(words("Name")))
    kinds = [(kind, words(kind.label)) for kind in OrganisationKind]
    kind = form.add("kind", ChoiceField(words("Kind of organisation"), kinds))
    hint = words("For example an e-mail address or a switchboard, not a private number.")
    contact = form.add("contact", LineField(words("Contact"), hint=hint))
    note = form.add("note", LongTextField(words("Note"), lines=3))
    if row is not None:
        form.set_values(name=row.name, kind=row.kind, contact=row.contact, note=row.note)

    def prepare() -> Work:
        chosen = kind.value() or OrganisationKind.OTHER
        details = OrganisationDetails(name.value(), chosen, contact.value(), note.value())
        if row is None:
            return lambda uow: organisations.create(uow, details)
        return lambda uow: organisations.change(uow, row.id, row.version, details)

    title = words("New organisation") if row is None else words("Change the organisation")
    if row is None:
        return FormDialog(parent, context, title, form, prepare, draft=DraftName("organisation.new", page="organisations"))
    record = row.id

    draft = DraftName("organisation", record, page="organisations", place=record)
    return FormDialog(parent, context, title, form, prepare, draft=draft)
