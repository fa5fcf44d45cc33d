"""The dialog for content in one week: how it went and why, and who or where instead."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jobbpunkt import campaigns
from jobbpunkt.campaigns import Campaign, Slot, SlotDraft
from models.vocabulary import ActivityStatus
from ui.context import Context
from ui.drafts.naming import NotKept
from ui.widgets.dialog import FormDialog, Work
from ui.widgets.forms import ChoiceField, Form, LineField

NAMES = ("status", "reason", "partner_id", "staffing", "place")


def slot_dialog(parent: QWidget, context: Context, campaign: Campaign, slot: Slot) -> FormDialog:
    """Return the dialog that says how it went in a week, offered as carried out once its day has been."""
    words = context.words
    form = Form(words)
    form.add("status", ChoiceField(words("How it went"), [(one, words(one.label)) for one in ActivityStatus]))
    form.add("reason", LineField(words("Why"), hint=words("When it was changed or cancelled; it stands in the report.")))
    partners = [(partner.id, partner.name) for partner in campaign.partners]
    form.add("partner_id", ChoiceField(words("Who instead"), partners, none=words("As every week")))
    form.add("staffing", LineField(words("Staffing that week")), beside=True)
    form.add("place", LineField(words("Place that week")))
    form.set_values(**{name: getattr(slot.own, name) for name in NAMES})
    if slot.id is None and slot.day <= context.clock.today():
        form.set_values(status=ActivityStatus.HELD)

    def prepare() -> Work:
        draft = SlotDraft(**form.values())
        return lambda uow: campaigns.plan_slot(uow, slot.activity_id, slot.week_id, slot.version, draft)

    explanation = words("{what}, {day}", what=slot.title, day=words.day(slot.day, "long"))
    draft = NotKept("what is said of one week is a choice and a few words")
    title = words("Week {number}", number=slot.number)
    return FormDialog(parent, context, title, form, prepare, draft=draft, explanation=explanation, width=560)
