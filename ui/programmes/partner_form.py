"""The dialogs around those who work in a programme or pay for it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import organisations, programmes
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.programmes import ProgrammePartner, ProgrammeView
from models.vocabulary import PartnerRole
from ui import asking
from ui.context import Context
from ui.programmes.form_parts import named
from ui.widgets.declared import choices_of
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Writing

Offered = tuple[tuple[UUID, str], ...]


def open_partner_form(parent: QWidget, context: Context, programme: ProgrammeView) -> None:
    """Load the organisations, then open the form for a new partner."""
    asking.read(
        parent, context, organisations.choices, lambda found: new_partner_dialog(parent, context, programme, found).open()
    )


def new_partner_dialog(parent: QWidget, context: Context, programme: ProgrammeView, found: Offered) -> FormDialog:
    """Return the dialog that lets an organisation work in a programme or pay for it."""
    words = context.words
    there = {partner.organisation_id for partner in programme.partners}
    form = Form(words)
    offered = [choice for choice in found if choice[0] not in there]
    known = form.add("organisation_id", ChoiceField(words("Organisation"), offered, none=words("Choose an organisation")))
    new = form.add("name", LineField(words("or a new organisation")))
    _add_role(form, context)

    def prepare() -> Work:
        chosen, name, (role, answers_for) = known.value(), new.value(), _role(form)
        if chosen is None and not name:
            raise InvalidInput("Choose an organisation, or write the name of a new one.", field="organisation_id")

        def work(uow: Writing) -> Change:
            key = chosen if chosen is not None else organisations.find_or_create(uow, name)
            return programmes.add_partner(uow, programme.id, organisation_id=key, role=role, responsibility=answers_for)

        return work

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
