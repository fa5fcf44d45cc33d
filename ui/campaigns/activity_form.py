"""The dialog that plans an activity of a campaign, or puts one right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.campaigns import Activity, ActivityDraft, Campaign
from ui.context import Context
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField, TimeField

if TYPE_CHECKING:
    pass
from ui.campaigns.form_parts import named, removable


def activity_dialog(
    parent: QWidget, context: Context, campaign: Campaign, activity: Activity | None = None, *, day: int = 0
) -> FormDialog:
    """Return the dialog that adds something to every week on a day, or changes what is there."""
    words = context.words
    form = Form(words)
    form.add("title", LineField(words("What happens")))
    form.add("weekday", ChoiceField(words("Day of the week"), [(number, words.weekday(number)) for number in range(7)]))
    form.add("place", LineField(words("Place")), beside=True)
    form.add("starts", TimeField(words("From")))
    form.add("ends", TimeField(words("To")), beside=True)
    partners = [(partner.id, partner.name) for partner in campaign.partners]
    form.add("partner_id", ChoiceField(words("Who answers for it"), partners, none=words("All together")))
    form.add("staffing", LineField(words("Staffing"), hint=words("For instance: two study counsellors.")))
    form.set_values(weekday=day)
    names = ("title", "weekday", "place", "starts", "ends", "partner_id", "staffing")
    if activity is not None:
        form.set_values(**{name: getattr(activity, name) for name in names})

    def prepare() -> Work:
        draft = ActivityDraft(**form.values())
        if activity is None:
            return lambda uow: campaigns.add_activity(uow, campaign.id, draft)
        return lambda uow: campaigns.change_activity(uow, activity.id, activity.version, draft)

    title = words("New weekly activity") if activity is None else words("Weekly activity")
    dialog = FormDialog(parent, context, title, form, prepare, draft=named("activity", campaign.id, activity), given=("weekday",))
    return dialog if activity is None else removable(dialog, lambda uow: campaigns.remove_activity(uow, activity.id))
