"""Where the content of campaigns stands in their weeks: one occasion, and those of all campaigns between two days."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased

from jobbpunkt.campaigns.rows import Activity, Slot, SlotDraft, Week
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.campaign import CampaignActivity, CampaignPartner, CampaignSlot, CampaignWeek
from models.organisation import Organisation


@dataclass(frozen=True, slots=True)
class Occasion:
    """Content on its day, and which campaign it is of."""

    campaign_id: UUID
    slot: Slot


@depends_on(CampaignActivity, CampaignPartner, CampaignSlot, CampaignWeek, Organisation)
def occasions_between(uow: Reading, first: date, last: date) -> tuple[Occasion, ...]:
    """Return the content of all campaigns on the days from `first` to `last`, in order of time; one question for all of them."""
    uow.require(Permission.SEE_CAMPAIGNS)
    every, instead = aliased(CampaignPartner), aliased(CampaignPartner)
    name, other_name = aliased(Organisation), aliased(Organisation)
    here = and_(CampaignSlot.activity_id == CampaignActivity.id, CampaignSlot.week_id == CampaignWeek.id)
    query = (
        select(CampaignWeek, CampaignActivity, CampaignSlot, name.name, other_name.name)
        .join(CampaignActivity, CampaignActivity.campaign_id == CampaignWeek.campaign_id)
        .outerjoin(CampaignSlot, here)
        .outerjoin(every, every.id == CampaignActivity.partner_id)
        .outerjoin(name, name.id == every.organisation_id)
        .outerjoin(instead, instead.id == CampaignSlot.partner_id)
        .outerjoin(other_name, other_name.id == instead.organisation_id)
        .where(CampaignWeek.starts_on <= last, CampaignWeek.ends_on >= first)
    )
    found = []
    for week, item, row, usual, other in uow.session.execute(query):
        day = day_in(week.starts_on, week.ends_on, item.weekday)
        if day is not None and first <= day <= last:
            found.append(Occasion(week.campaign_id, slot_of(week, item, day, row, other or usual or "")))
    return tuple(sorted(found, key=lambda one: (one.slot.day, one.slot.starts is not None, one.slot.starts, one.slot.title)))


def slot_of(
    week: Week | CampaignWeek, item: Activity | CampaignActivity, day: date, row: CampaignSlot | None, partner: str
) -> Slot:
    """Return content on its day of a week, with what is said of that week alone, and the name of the partner who is there."""
    own = SlotDraft(row.status, row.reason, row.partner_id, row.staffing, row.place) if row is not None else SlotDraft()
    return Slot(
        item.id,
        week.id,
        week.number,
        day,
        item.title,
        item.starts,
        item.ends,
        partner,
        own.staffing or item.staffing,
        own.place or item.place,
        own,
        *((row.id, row.version) if row is not None else (None, 0)),
    )


def day_in(first: date, last: date, weekday: int) -> date | None:
    """Return the day with this weekday (0 is Monday) in a week that may begin on any, or None where the week is too short."""
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    return day if day <= last else None
