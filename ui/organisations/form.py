"""The form for an organisation."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import organisations
from jobbpunkt.organisations import OrganisationDetails, OrganisationRow
from jobbpunkt.organisations.fields import FIELDS
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work


def organisation_dialog(parent: QWidget, context: Context, row: OrganisationRow | None = None) -> FormDialog:
    """Return the dialog that adds an organisation, or changes the one given."""
    words = context.words
    form = declared.form_of(context, FIELDS)
    if row is not None:
        declared.show(form, FIELDS, row)

    def prepare() -> Work:
        details = OrganisationDetails(**declared.read(form, FIELDS))
        if row is None:
            return lambda uow: organisations.create(uow, details)
        return lambda uow: organisations.change(uow, row.id, row.version, details)

    title = words("New organisation") if row is None else words("Change the organisation")
    if row is None:
        return FormDialog(parent, context, title, form, prepare, draft=DraftName("organisation.new", page="organisations"))
    record = row.id

    draft = DraftName("organisation", record, page="organisations", place=record)
    return FormDialog(parent, context, title, form, prepare, draft=draft)
