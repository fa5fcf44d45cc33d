"""The dialogs around those who work in a programme or pay for it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import organisations, programmes
from jobbpunkt.programmes import ProgrammePartner, ProgrammeView
from models.vocabulary import PartnerRole
from ui import asking
from ui.context import Context
from ui.organisations.choosing import Offered, add_organisation
from ui.programmes.form_parts import named
from ui.widgets.declared import choices_of
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField


def open_partner_form(parent: QWidget, context: Context, programme: ProgrammeView) -> None:
    """Load the organisations, then open the form for a new partner."""
    asking.read(
        parent, context, organisations.choices, lambda found: new_partner_dialog(parent, context, programme, found).open()
    )


def new_partner_dialog(parent: QWidget, context: Context, programme: ProgrammeView, found: Offered) -> FormDialog:
    """Return the dialog that lets an organisation work in a programme or pay for it."""
    words = context.words
    form = Form(words)
    organisation = add_organisation(form, words, found, {partner.organisation_id for partner in programme.partners})
    _add_role(form, context)

    def prepare() -> Work:
        key, (role, answers_for) = organisation(), _role(form)
        return lambda uow: programmes.add_partner(
            uow, programme.id, organisation_id=key(uow), role=role, responsibility=answers_for
        )

    draft = named("partner.new", programme.id)
    return FormDialog(
        parent, context, words("New partner"), form, prepare, draft=draft, explanation=programme.data.name, width=480
    )


def change_partner_dialog(parent: QWidget, context: Context, partner: ProgrammePartner) -> FormDialog:
    """Return the dialog that puts right what an organisation is to a programme."""
    form = Form(context.words)
    _add_role(form, context)
    form.set_values(role=partner.role, responsibility=partner.responsibility)

    def prepare() -> Work:
        role, answers_for = _role(form)
        return lambda uow: programmes.change_partner(uow, partner.id, partner.version, role=role, responsibility=answers_for)

    return FormDialog(parent, context, partner.name, form, prepare, draft=named("partner", partner.id), width=480)


def _add_role(form: Form, context: Context) -> None:
    words = context.words
    form.add("role", ChoiceField(words("As"), choices_of(PartnerRole, words)))
    form.add("responsibility", LineField(words("Answers for")))
    form.set_values(role=PartnerRole.PARTNER)


def _role(form: Form) -> tuple[PartnerRole, str]:
    values = form.values()
    return values["role"] or PartnerRole.PARTNER, values["responsibility"]
