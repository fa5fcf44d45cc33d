"""Setting up a campaign: its frame, and the weeks that follow from its period."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks, fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.chains import overtaken
from jobbpunkt.campaigns.clock import day_in
from jobbpunkt.campaigns.fields import FIELDS
from jobbpunkt.campaigns.rows import CampaignDetails, MeasureDraft
from jobbpunkt.campaigns.slots import drop_slots
from jobbpunkt.campaigns.targets import add_rows
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.application import Application
from models.campaign import (
    Campaign,
    CampaignActivity,
    CampaignMeasure,
    CampaignPartner,
    CampaignSlot,
    CampaignWeek,
    Evaluation,
    TallyEntry,
)
from models.cv import Cv, Letter
from models.event import Event
from models.on_site import Feedback, FieldFile, Stand, StandMark
from models.report_release import ReportRelease
from models.vocabulary import ActivityStatus, Source

MOST_WEEKS = 53


def create(uow: Writing, details: CampaignDetails, *, measures: Sequence[MeasureDraft] = ()) -> Change:
    """Start a campaign with its weeks and, if given, what it will count."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.add(Campaign(**_checked(uow, details, None)))
    uow.flush()
    _lay_out_weeks(uow, row)
    add_rows(uow, row.id, measures)
    return uow.change(row, N_("The campaign has been made."))


def change(uow: Writing, campaign_id: UUID, version: int, details: CampaignDetails) -> Change:
    """Save a campaign's frame; a changed period changes its weeks, but never drops a week in which something was counted."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(Campaign, campaign_id, version)
    fields.put(row, _checked(uow, details, campaign_id))
    _lay_out_weeks(uow, row)
    return uow.change(row, N_("The campaign has been saved."))


def remove(uow: Writing, campaign_id: UUID) -> Change:
    """Remove a campaign that was made by mistake: nothing counted in it, and nothing else belongs to it."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.get(Campaign, campaign_id)
    if _has_results(uow, campaign_id):
        raise UserError("{name} has results and stays in the register.", name=row.name)
    if uow.session.scalar(select(FieldFile.id).where(FieldFile.campaign_id == campaign_id).limit(1)) is not None:
        raise UserError(
            "A field file of {name} is out, and may have been counted in. Bring it home, or strike it out under Set-up.",
            name=row.name,
        )
    for activity_id in uow.session.scalars(select(CampaignActivity.id).where(CampaignActivity.campaign_id == campaign_id)):
        drop_slots(uow, activity_id=activity_id)
    for model in (CampaignActivity, CampaignPartner, CampaignMeasure, CampaignWeek, Stand):
        for part in uow.session.scalars(select(model).where(model.campaign_id == campaign_id)):
            uow.remove(part)
        uow.flush()
    uow.remove(row)
    return uow.change_of(campaign_id, N_("The campaign has been removed."))


def name_is_taken(uow: Reading, name: str, itself: UUID | None) -> bool:
    """Tell whether another campaign has this name."""
    found = uow.session.scalar(select(Campaign.id).where(Campaign.name == name))
    return found is not None and found != itself


def _checked(uow: Reading, details: CampaignDetails, itself: UUID | None) -> dict[str, object]:
    values = fields.checked(FIELDS, details)
    if name_is_taken(uow, values["name"], itself):
        raise InvalidInput("There is already a campaign called {name}. Give it another name.", field="name", name=values["name"])
    if details.lead_id is not None:
        uow.get(User, details.lead_id)
    _check_ages(details)
    _check_period(details)
    return values


def _check_ages(details: CampaignDetails) -> None:
    if details.age_from is not None and details.age_to is not None and details.age_to < details.age_from:
        raise InvalidInput("The highest age is below the lowest. Change one of them.", field="age_to")


def _check_period(details: CampaignDetails) -> None:
    checks.day_order(details.starts_on, details.ends_on, field="ends_on")
    if len(_blocks(details.starts_on, details.ends_on)) > MOST_WEEKS:
        raise InvalidInput("A campaign lasts at most {weeks} weeks. Check the years.", field="ends_on", weeks=MOST_WEEKS)


def _blocks(first: date, last: date) -> list[tuple[date, date]]:
    """Return the weeks of a period, each from the first day's weekday, so that weekly content fits whole in each."""
    starts = [first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1)]
    return [(start, min(start + timedelta(days=6), last)) for start in starts]


def _lay_out_weeks(uow: Writing, campaign: Campaign) -> None:
    kept = {
        week.number: week for week in uow.session.scalars(select(CampaignWeek).where(CampaignWeek.campaign_id == campaign.id))
    }
    for number, (starts_on, ends_on) in enumerate(_blocks(campaign.starts_on, campaign.ends_on), 1):
        week = kept.pop(number, None)
        if week is None:
            week = uow.add(CampaignWeek(campaign_id=campaign.id, number=number))
        elif (week.starts_on, week.ends_on) != (starts_on, ends_on):
            _keep_what_happened(uow, week, starts_on, ends_on)
        week.starts_on, week.ends_on = starts_on, ends_on
    counted = set(uow.session.scalars(select(TallyEntry.week_id).where(TallyEntry.week_id.in_([w.id for w in kept.values()]))))
    for week in kept.values():
        if week.id in counted:
            raise InvalidInput(
                "Something was counted in week {number}, which would be left out. Choose a later last day.",
                field="ends_on",
                number=week.number,
            )
        drop_slots(uow, week=week)
        uow.remove(week)


def _keep_what_happened(uow: Reading, week: CampaignWeek, first: date, last: date) -> None:
    """Refuse other days for a week in which something was counted or took place on days that it would not hold any more."""
    entries = uow.session.execute(
        select(TallyEntry.at).where(TallyEntry.week_id == week.id, TallyEntry.source != Source.NOT_RECORDED, ~overtaken())
    )
    said = uow.session.execute(
        select(CampaignActivity.weekday)
        .join(CampaignSlot, CampaignSlot.activity_id == CampaignActivity.id)
        .where(CampaignSlot.week_id == week.id, CampaignSlot.status != ActivityStatus.PLANNED)
    )
    days = [day_of(at) for (at,) in entries] + [day_in(week.starts_on, week.ends_on, weekday) for (weekday,) in said]
    if any(day is not None and week.starts_on <= day <= week.ends_on and not first <= day <= last for day in days):
        raise InvalidInput(
            "What was counted or noted in week {number}, {first} to {last}, would come to lie outside of it. Keep these days in"
            " that week.",
            field="starts_on" if first != week.starts_on else "ends_on",
            number=week.number,
            first=week.starts_on.isoformat(),
            last=week.ends_on.isoformat(),
        )


def _has_results(uow: Reading, campaign_id: UUID) -> bool:
    counted = (
        select(TallyEntry.id)
        .join(CampaignMeasure, CampaignMeasure.id == TallyEntry.measure_id)
        .where(CampaignMeasure.campaign_id == campaign_id)
    )
    came = select(StandMark.id).join(Stand, Stand.id == StandMark.stand_id).where(Stand.campaign_id == campaign_id)
    belonging = [
        select(model.id).where(model.campaign_id == campaign_id)
        for model in (Application, Cv, Letter, Event, Evaluation, Feedback, ReportRelease)
    ]
    went = select(CampaignSlot.id).join(CampaignWeek, CampaignWeek.id == CampaignSlot.week_id)
    went = went.where(CampaignWeek.campaign_id == campaign_id, CampaignSlot.status != ActivityStatus.PLANNED)
    return any(uow.session.scalar(query.limit(1)) is not None for query in (counted, came, went, *belonging))
