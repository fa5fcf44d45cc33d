"""The form for a campaign's frame: name, period, for whom, where, and who leads."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.campaigns import Campaign, CampaignDetails
from jobbpunkt.campaigns.fields import FIELDS
from ui import asking
from ui.context import Context
from ui.drafts.naming import DraftName
from ui.widgets import declared
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import TickField

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

    asking.read(parent, context, campaigns.leads, show)


class FrameDialog(FormDialog):
    """Adds a campaign or changes its frame."""

    def __init__(self, parent: QWidget, context: Context, leads: Leads, campaign: Campaign | None) -> None:
        words = context.words
        self._campaign = campaign
        form = declared.form_of(context, FIELDS, {"lead_id": leads})
        self._template: TickField | None = None
        if campaign is None:
            self._template = form.add("template", TickField(words("Begin with what CV-boxen counts")))
            self._template.set_value(True)
            form.set_values(lead_id=context.user.id)
        else:
            declared.show(form, FIELDS, campaign.details)
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
        details, campaign = CampaignDetails(**declared.read(self.form, FIELDS)), self._campaign
        if campaign is not None:
            return lambda uow: campaigns.change(uow, campaign.id, campaign.version, details)
        drafts = campaigns.cv_box_measures() if self._template is not None and self._template.value() else ()
        return lambda uow: campaigns.create(uow, details, measures=drafts)
