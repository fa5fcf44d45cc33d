"""The dialogs around a campaign's partners."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns, organisations
from jobbpunkt.campaigns import Campaign, Partner
from ui import asking
from ui.campaigns.form_parts import removable
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.organisations.choosing import add_organisation
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import Form, LineField


def open_partner_form(parent: QWidget, context: Context, campaign: Campaign, partner: Partner | None = None) -> None:
    """Load the organisations, then open the form for a new partner or the one given."""
    if partner is not None:
        change_partner_dialog(parent, context, campaign.id, partner).open()
        return
    asking.read(parent, context, organisations.choices, lambda found: new_partner_dialog(parent, context, campaign, found).open())


def new_partner_dialog(parent: QWidget, context: Context, campaign: Campaign, found: tuple[tuple[UUID, str], ...]) -> FormDialog:
    """Return the dialog that lets an organisation take part."""
    words = context.words
    form = Form(words)
    organisation = add_organisation(form, words, found, {partner.organisation_id for partner in campaign.partners})
    task = form.add("responsibility", LineField(words("Answers for")))

    def prepare() -> Work:
        key, answers_for = organisation(), task.value()
        return lambda uow: campaigns.add_partner(uow, campaign.id, organisation_id=key(uow), responsibility=answers_for)

    draft = DraftName("campaign.partner.new", campaign.id, page="campaigns", place=campaign.id)
    return FormDialog(parent, context, words("New partner"), form, prepare, draft=draft)


def change_partner_dialog(parent: QWidget, context: Context, campaign: UUID, partner: Partner) -> FormDialog:
    """Return the dialog that changes what a partner answers for, or lets it go."""
    words = context.words
    form = Form(words)
    task = form.add("responsibility", LineField(words("Answers for")))
    form.set_values(responsibility=partner.responsibility)

    def prepare() -> Work:
        answers_for = task.value()
        return lambda uow: campaigns.change_partner(uow, partner.id, partner.version, responsibility=answers_for)

    draft = DraftName("campaign.partner", partner.id, page="campaigns", place=campaign)
    dialog = FormDialog(parent, context, partner.name, form, prepare, draft=draft)
    return removable(dialog, lambda uow: campaigns.remove_partner(uow, partner.id))
