"""Doing a campaign again next year: everything but the results."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.reading import get
from jobbpunkt.campaigns.rows import Campaign, CampaignDetails, MeasureDraft, SlotDraft
from jobbpunkt.campaigns.setup import create
from jobbpunkt.campaigns.slots import AS_PLANNED, plan_slot
from jobbpunkt.campaigns.stands import stands
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Writing
from models import campaign as tables
from models.on_site import Stand

WEEK = timedelta(weeks=1)
YEAR = 52 * WEEK  # whole weeks, so that every day keeps its weekday


def repeat_next_year(uow: Writing, campaign_id: UUID, *, name: str | None = None) -> Change:
    """Copy frame, partners, stands, weekly content and measures with their targets, 52 weeks later; nothing that was counted."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    old = get(uow, campaign_id)
    details = _later(old, name)
    drafts = [
        MeasureDraft(one.key, one.label, one.unit, one.target, one.linked, one.employer_id)
        for one in old.measures  # why the two differed is a result
    ]
    made = create(uow, details, measures=drafts)
    _copy_content(uow, old, made.record)
    return uow.change_of(made.record, N_("The campaign has been set up again for next year."))


def next_name(name: str, year: int) -> str:
    """Return a campaign's name with its year one later, or with the year added if it names none."""
    renamed = re.sub(rf"\b{year}\b", str(year + 1), name)
    return renamed if renamed != name else f"{name} {year + 1}"


def _later(old: Campaign, name: str | None) -> CampaignDetails:
    frame = old.details
    later = YEAR
    if (frame.starts_on + later).year == frame.starts_on.year:  # from the first days of a year 52 weeks do not leave it
        later += WEEK
    return replace(
        frame,
        name=name or next_name(frame.name, frame.starts_on.year),
        starts_on=frame.starts_on + later,
        ends_on=frame.ends_on + later,
    )


def _copy_content(uow: Writing, old: Campaign, new_id: UUID) -> None:
    partners = {
        partner.id: uow.add(
            tables.CampaignPartner(
                campaign_id=new_id, organisation_id=partner.organisation_id, responsibility=partner.responsibility
            )
        ).id
        for partner in old.partners
    }
    uow.flush()
    for stand in stands(uow, old.id):
        uow.add(Stand(campaign_id=new_id, organisation_id=stand.organisation_id, label=stand.label))
    activities = {
        activity.id: uow.add(
            tables.CampaignActivity(
                campaign_id=new_id,
                partner_id=partners[activity.partner_id] if activity.partner_id is not None else None,
                title=activity.title,
                place=activity.place,
                weekday=activity.weekday,
                starts=activity.starts,
                ends=activity.ends,
                staffing=activity.staffing,
            )
        ).id
        for activity in old.content
    }
    uow.flush()
    _copy_slots(uow, old, get(uow, new_id), partners, activities)


def _copy_slots(uow: Writing, old: Campaign, new: Campaign, partners: dict[UUID, UUID], activities: dict[UUID, UUID]) -> None:
    """Copy who and where instead, week by week; not how it went, which is a result."""
    weeks = {week.number: week.id for week in new.weeks}
    for slot in old.slots:
        draft = SlotDraft(
            partner_id=partners[slot.own.partner_id] if slot.own.partner_id is not None else None,
            staffing=slot.own.staffing,
            place=slot.own.place,
        )
        if draft != AS_PLANNED and slot.number in weeks:
            plan_slot(uow, activities[slot.activity_id], weeks[slot.number], 0, draft)
