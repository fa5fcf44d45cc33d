"""The form for a campaign's frame: name, period, for whom, where, and who leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.campaigns import Campaign, CampaignDetails
from jobbpunkt.errors import InvalidInput
from ui import operation
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, DateField, Form, LineField, LongTextField, NumberField, TickField

Leads = tuple[tuple[UUID, str], ...]


def open_frame_form(
    parent: QWidget, context: Context, campaign: Campaign | None = None, saved: Callable[[UUID], None] | None = None
) -> None:
    """Load who may lead, then open the form for a new campaign or the one given."""

    def show(leads: Leads) -> None:
        dialog = FrameDialog(parent, context, leads, campaign)
        if saved is not None:
            dialog.saved.connect(lambda change: saved(change.record))
        dialog.open()

    operation.read(parent, context, campaigns.leads, show)


class FrameDialog(FormDialog):
    """Adds a campaign or changes its frame."""

    def __init__(self, parent: QWidget, context: Context, leads: Leads, campaign: Campaign | None) -> None:
        words = context.words
        self._campaign = campaign
        form = _frame_form(context, leads)
        self._template: TickField | None = None
        if campaign is None:
            self._template = form.add("template", TickField(words("Begin with what CV-boxen counts")))
            self._template.set_value(True)
            form.set_values(lead_id=context.user.id)
        else:
            form.set_values(**{field.name: getattr(campaign.details, field.name) for field in fields(CampaignDetails)})
        title = words("New campaign") if campaign is None else words("Change the campaign")
        record = None if campaign is None else campaign.id
        super().__init__(
            parent,
            context,
            title,
            form,
            self._work,
            draft=DraftName("campaign", record, page="campaigns", place=record),
            width=640,
        )

    def _work(self) -> Work:
        details, campaign = _details(self.form), self._campaign
        if campaign is not None:
            return lambda uow: campaigns.change(uow, campaign.id, campaign.version, details)
        drafts = campaigns.cv_box_measures() if self._template is not None and self._template.value() else ()
        return lambda uow: campaigns.create(uow, details, measures=drafts)


def _frame_form(context: Context, leads: Leads) -> Form:
    words, today = context.words, context.clock.today()
    form = Form(words)
    form.add("name", LineField(words("Name")))
    form.add("starts_on", DateField(words, words("First day"), today=today))
    form.add("ends_on", DateField(words, words("Last day"), today=today), beside=True)
    form.add("target_group", LineField(words("Target group")))
    form.add("age_from", NumberField(words("Age from"), highest=120))
    form.add("age_to", NumberField(words("Age to"), highest=120), beside=True)
    form.add("place", LineField(words("Place")))
    form.add("lead_id", ChoiceField(words("Led by"), leads, none=words("Nobody yet")), beside=True)
    form.add("purpose", LongTextField(words("Purpose"), lines=3))
    return form


def _details(form: Form) -> CampaignDetails:
    values = form.values()
    values.pop("template", None)
    for name in ("starts_on", "ends_on"):
        if values[name] is None:
            raise InvalidInput("Choose a day.", field=name)
    for name in ("age_from", "age_to"):
        values[name] = None if values[name] is None else int(values[name])
    return CampaignDetails(**values)
