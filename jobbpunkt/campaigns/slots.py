"""The clock of a campaign: each content in each week, how it went, and who or where instead."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, Stale
from jobbpunkt.base.fields import put
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.clock import day_in
from jobbpunkt.campaigns.reading import slots_of
from jobbpunkt.campaigns.rows import SlotDraft
from jobbpunkt.measures.result import Counted, MeasureResult
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import CampaignActivity, CampaignPartner, CampaignSlot, CampaignWeek
from models.vocabulary import TOOK_PLACE, ActivityStatus, Source, Unit

AS_PLANNED = SlotDraft()
DEVIATES = (ActivityStatus.CHANGED, ActivityStatus.CANCELLED)


@dataclass(frozen=True, slots=True)
class _Place:
    """Which content in which week, and its day; None where a short week has no such weekday."""

    activity: CampaignActivity
    week: CampaignWeek

    @property
    def day(self) -> date | None:
        """Return the day of the week on which the content is."""
        return day_in(self.week.starts_on, self.week.ends_on, self.activity.weekday)


def plan_slot(uow: Writing, activity_id: UUID, week_id: UUID, version: int, draft: SlotDraft) -> Change:
    """Say how content went in one week, or who and where instead; as every week, nothing is kept of it.

    `version` is that of what was shown, 0 where it was as every week.
    """
    uow.require(Permission.EDIT_CAMPAIGNS)
    place = _place(uow, activity_id, week_id)
    values = _checked(uow, place, draft)
    row = uow.session.scalar(select(CampaignSlot).where(CampaignSlot.activity_id == activity_id, CampaignSlot.week_id == week_id))
    if version != (row.version if row is not None else 0):
        raise Stale("Somebody has changed this in the meantime. Look at it again, and then change it.")
    if draft == AS_PLANNED:
        return _as_every_week(uow, row, activity_id)
    if row is None:
        row = uow.add(CampaignSlot(activity_id=activity_id, week_id=week_id, **values))
    else:
        put(row, values)
    return uow.change(row, N_("The week has been saved."))


def occasions(uow: Reading, campaign_id: UUID) -> MeasureResult:
    """Return how many times content took place; None as long as nobody has said so of any."""
    known = [slot for slot in slots_of(uow, campaign_id) if slot.status is not ActivityStatus.PLANNED]
    records = tuple(
        Counted("campaign_slot", slot.id, slot.day, slot.title) for slot in known if slot.id and slot.status in TOOK_PLACE
    )
    return MeasureResult(
        "campaign_occasions_held",
        N_("Occasions carried out"),
        N_("Times that the weekly content took place, as planned or in another form; cancelled ones do not count."),
        Unit.OCCASIONS,
        len(records) if known else None,
        source=Source.COUNTED if known else Source.NOT_RECORDED,
        records=records,
    )


def drop_slots(uow: Writing, *, activity_id: UUID | None = None, week: CampaignWeek | None = None) -> None:
    """Take away what is said of an activity or a week that goes; refuses a week of which it is noted how it went."""
    query = select(CampaignSlot)
    query = query.where(CampaignSlot.week_id == week.id) if week else query.where(CampaignSlot.activity_id == activity_id)
    for row in uow.session.scalars(query):
        if row.status is not ActivityStatus.PLANNED and week is not None:
            raise InvalidInput(
                "It is noted what took place in week {number}, which would be left out. Choose a later last day.",
                field="ends_on",
                number=week.number,
            )
        uow.remove(row)
    uow.flush()


def _place(uow: Reading, activity_id: UUID, week_id: UUID) -> _Place:
    place = _Place(uow.get(CampaignActivity, activity_id), uow.get(CampaignWeek, week_id))
    if place.activity.campaign_id != place.week.campaign_id:
        raise InvalidInput("Choose one of the campaign's own weeks.", field="week_id")
    if place.day is None:
        raise InvalidInput("Week {number} ends before that day. Choose another week.", field="week_id", number=place.week.number)
    return place


def _checked(uow: Reading, place: _Place, draft: SlotDraft) -> dict[str, object]:
    if draft.partner_id is not None and uow.get(CampaignPartner, draft.partner_id).campaign_id != place.week.campaign_id:
        raise InvalidInput("Choose one of the campaign's partners.", field="partner_id")
    reason = checks.line(draft.reason, field="reason")
    if draft.status in DEVIATES and not reason:
        raise InvalidInput("Say in a few words why, for the report.", field="reason")
    if draft.status in TOOK_PLACE and place.day is not None and place.day > uow.clock.today():
        raise InvalidInput("That day is still to come. Say how it went when it has been.", field="status")
    return {
        "status": draft.status,
        "reason": reason,
        "partner_id": draft.partner_id,
        "staffing": checks.line(draft.staffing, field="staffing"),
        "place": checks.line(draft.place, field="place"),
    }


def _as_every_week(uow: Writing, row: CampaignSlot | None, activity_id: UUID) -> Change:
    if row is not None:
        uow.remove(row)
    return uow.change_of(activity_id, N_("In that week it is as every week."))
