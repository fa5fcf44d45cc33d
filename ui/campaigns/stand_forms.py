"""The dialog around a stand at a campaign's fair."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns, organisations
from jobbpunkt.campaigns import StandRow
from ui import asking
from ui.campaigns.form_parts import removable
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.organisations.choosing import add_organisation
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField


def open_stand_form(parent: QWidget, context: Context, campaign: UUID, stand: StandRow | None = None) -> None:
    """Load the organisations, then open the form for a new stand or the one given."""
    if stand is not None:
        change_stand_dialog(parent, context, campaign, stand).open()
        return
    asking.read(parent, context, organisations.choices, lambda found: new_stand_dialog(parent, context, campaign, found).open())


def new_stand_dialog(parent: QWidget, context: Context, campaign: UUID, found: tuple[tuple[UUID, str], ...]) -> FormDialog:
    """Return the dialog that gives an organisation a stand."""
    words = context.words
    form = Form(words)
    organisation = add_organisation(form, words, found)
    label = form.add("label", LineField(words("Stand, such as A1 (optional)")))

    def prepare() -> Work:
        key, called = organisation(), label.value()
        return lambda uow: campaigns.add_stand(uow, campaign, organisation_id=key(uow), label=called)

    draft = DraftName("campaign.stand.new", campaign, page="campaigns", place=campaign)
    return FormDialog(parent, context, words("New stand"), form, prepare, draft=draft)


def change_stand_dialog(parent: QWidget, context: Context, campaign: UUID, stand: StandRow) -> FormDialog:
    """Return the dialog that changes what a stand is called, or removes it."""
    words = context.words
    form = Form(words)
    label = form.add("label", LineField(words("Stand, such as A1 (optional)")))
    form.set_values(label=stand.label)

    def prepare() -> Work:
        called = label.value()
        return lambda uow: campaigns.change_stand(uow, stand.id, stand.version, label=called)

    draft = DraftName("campaign.stand", stand.id, page="campaigns", place=campaign)
    dialog = FormDialog(parent, context, stand.name, form, prepare, draft=draft)
    return removable(dialog, lambda uow: campaigns.remove_stand(uow, stand.id))
