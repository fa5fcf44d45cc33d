"""Who takes part in a campaign, and what happens each week."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.fields import put
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.rows import ActivityDraft
from jobbpunkt.campaigns.slots import drop_slots
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import Campaign, CampaignActivity, CampaignPartner, CampaignSlot
from models.organisation import Organisation


def add_partner(uow: Writing, campaign_id: UUID, *, organisation_id: UUID, responsibility: str) -> Change:
    """Let an organisation take part, with what it answers for."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    uow.get(Campaign, campaign_id)
    organisation = uow.get(Organisation, organisation_id)
    if _takes_part(uow, campaign_id, organisation_id):
        raise InvalidInput("{name} takes part already.", field="organisation_id", name=organisation.name)
    answers_for = _checked_responsibility(responsibility)
    row = uow.add(CampaignPartner(campaign_id=campaign_id, organisation_id=organisation_id, responsibility=answers_for))
    return uow.change(row, N_("The partner has been added."))


def change_partner(uow: Writing, partner_id: UUID, version: int, *, responsibility: str) -> Change:
    """Save what a partner answers for."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(CampaignPartner, partner_id, version)
    row.responsibility = _checked_responsibility(responsibility)
    return uow.change(row, N_("The partner has been saved."))


def remove_partner(uow: Writing, partner_id: UUID) -> Change:
    """Take a partner out of a campaign, once no content rests on it."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.get(CampaignPartner, partner_id)
    resting = (select(model.id).where(model.partner_id == partner_id).limit(1) for model in (CampaignActivity, CampaignSlot))
    if any(uow.session.scalar(query) for query in resting):
        raise UserError("This partner answers for something in the week. Give that to another partner first.")
    uow.remove(row)
    return uow.change_of(partner_id, N_("The partner has been removed."))


def add_activity(uow: Writing, campaign_id: UUID, draft: ActivityDraft) -> Change:
    """Add content that repeats every week."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    uow.get(Campaign, campaign_id)
    row = uow.add(CampaignActivity(campaign_id=campaign_id, **_checked(uow, campaign_id, draft)))
    return uow.change(row, N_("The activity has been added."))


def change_activity(uow: Writing, activity_id: UUID, version: int, draft: ActivityDraft) -> Change:
    """Save content that repeats every week."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(CampaignActivity, activity_id, version)
    put(row, _checked(uow, row.campaign_id, draft))
    return uow.change(row, N_("The activity has been saved."))


def remove_activity(uow: Writing, activity_id: UUID) -> Change:
    """Take content out of the week, with what was said of it in single weeks."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    drop_slots(uow, activity_id=activity_id)
    uow.remove(uow.get(CampaignActivity, activity_id))
    return uow.change_of(activity_id, N_("The activity has been removed."))


def _takes_part(uow: Reading, campaign_id: UUID, organisation_id: UUID) -> bool:
    query = select(CampaignPartner.id).where(
        CampaignPartner.campaign_id == campaign_id, CampaignPartner.organisation_id == organisation_id
    )
    return uow.session.scalar(query) is not None


def _checked_responsibility(text: str) -> str:
    return checks.line(text, field="responsibility", required=True)


def _checked(uow: Reading, campaign_id: UUID, draft: ActivityDraft) -> dict[str, object]:
    if not 0 <= draft.weekday <= 6:
        raise InvalidInput("Choose a day of the week.", field="weekday")
    if draft.starts is not None and draft.ends is not None and draft.ends <= draft.starts:
        raise InvalidInput("It ends before it begins. Change one of the times.", field="ends")
    if draft.partner_id is not None and uow.get(CampaignPartner, draft.partner_id).campaign_id != campaign_id:
        raise InvalidInput("Choose one of the campaign's partners.", field="partner_id")
    return {
        "title": checks.line(draft.title, field="title", required=True),
        "weekday": draft.weekday,
        "place": checks.line(draft.place, field="place"),
        "starts": draft.starts,
        "ends": draft.ends,
        "partner_id": draft.partner_id,
        "staffing": checks.line(draft.staffing, field="staffing"),
    }
