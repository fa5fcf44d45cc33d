"""The day as it is read: what runs now first, then what falls due."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import campaigns
from jobbpunkt.base.clock import hour_of
from jobbpunkt.campaigns import CampaignRow, Occasion
from jobbpunkt.lead_day import due
from jobbpunkt.lead_day.data import CampaignDay, LeadDay, year_to_print
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.assignment import Assignment
from models.campaign import Campaign, CampaignMeasure, Evaluation, TallyEntry
from models.coaching import CoachingSession
from models.on_site import FieldFile, Stand
from models.programme import Programme
from models.report import FrozenReport
from models.report_release import ReportRelease


@depends_on(
    *(Assignment, Campaign, CampaignMeasure, CoachingSession, Evaluation, FieldFile, FrozenReport, Programme),
    *(ReportRelease, Stand, TallyEntry),
)
def lead_day(uow: Reading) -> LeadDay:
    """Return today as the campaigns, the events and the reports have it."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    day = uow.clock.today()
    rows = campaigns.overview(uow)
    occasions = campaigns.occasions_between(uow, date(year_to_print(day), 1, 1), day + due.AHEAD)
    running = sorted((row for row in rows if row.starts_on <= day <= row.ends_on), key=lambda row: (row.starts_on, row.name))
    away = _away(uow)
    return LeadDay(
        day,
        hour_of(uow.clock.now()),
        tuple(_day_of(uow, row, occasions, away, day) for row in running),
        min((row for row in rows if row.starts_on > day), key=lambda row: row.starts_on, default=None),
        max((row for row in rows if row.ends_on < day), key=lambda row: row.ends_on, default=None),
        due.falls_due(uow, rows, occasions, away, day),
    )


def _day_of(uow: Reading, row: CampaignRow, occasions: tuple[Occasion, ...], away: due.Away, day: date) -> CampaignDay:
    found = campaigns.results(uow, row.id)
    place = next((place for place, week in enumerate(found.weeks) if week.starts_on <= day <= week.ends_on), None)
    last = day if place is None else found.weeks[place].ends_on
    slots = [one.slot for one in occasions if one.campaign_id == row.id and day <= one.slot.day <= last]
    today = tuple(slot for slot in slots if slot.day == day)
    return CampaignDay(row, found, place, today, tuple(slot for slot in slots if slot.day > day), away.get(row.id, ()))


def _away(uow: Reading) -> due.Away:
    """Return the names of the field files that were never brought home, by campaign."""
    found: dict[UUID, tuple[str, ...]] = defaultdict(tuple)
    query = select(FieldFile.campaign_id, FieldFile.name).where(FieldFile.brought_at.is_(None)).order_by(FieldFile.id)
    for campaign, name in uow.session.execute(query):
        found[campaign] += (name,)
    return found
