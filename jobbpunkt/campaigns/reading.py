"""Reading campaigns: the overview, one whole, and finding one by its name."""

from uuid import UUID

from sqlalchemy import func, select

from jobbpunkt.base.errors import NotFound
from jobbpunkt.base.fields import taken
from jobbpunkt.campaigns.clock import day_in, slot_of
from jobbpunkt.campaigns.fields import FIELDS
from jobbpunkt.campaigns.rows import (
    Activity,
    Campaign,
    CampaignDetails,
    CampaignRow,
    CountedMeasure,
    EvaluationRow,
    Partner,
    Slot,
    Week,
)
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models import campaign as tables
from models.account import User
from models.campaign import CampaignActivity, CampaignMeasure, CampaignPartner, CampaignSlot, CampaignWeek, Evaluation
from models.organisation import Organisation
from models.vocabulary import Role


@depends_on(tables.Campaign, CampaignPartner, CampaignWeek)
def overview(uow: Reading) -> tuple[CampaignRow, ...]:
    """Return every campaign, the latest first."""
    uow.require(Permission.SEE_CAMPAIGNS)
    weeks = _counted(uow, tables.CampaignWeek)
    partners = _counted(uow, tables.CampaignPartner)
    found = uow.session.scalars(select(tables.Campaign).order_by(tables.Campaign.starts_on.desc(), tables.Campaign.name))
    return tuple(
        CampaignRow(
            row.id,
            row.name,
            row.target_group,
            row.place,
            row.starts_on,
            row.ends_on,
            weeks.get(row.id, 0),
            partners.get(row.id, 0),
        )
        for row in found
    )


@depends_on(
    *(tables.Campaign, CampaignActivity, CampaignMeasure, CampaignPartner, CampaignSlot, CampaignWeek),
    *(Evaluation, Organisation, User),
)
def get(uow: Reading, campaign_id: UUID) -> Campaign:
    """Return a campaign whole: weeks, partners, content, measures and evaluations."""
    uow.require(Permission.SEE_CAMPAIGNS)
    row = uow.get(tables.Campaign, campaign_id)
    lead = uow.session.scalar(select(User.name).where(User.id == row.lead_id)) if row.lead_id is not None else None
    weeks, partners, content = weeks_of(uow, campaign_id), _partners(uow, campaign_id), _content(uow, campaign_id)
    return Campaign(
        id=row.id,
        version=row.version,
        details=details_of(row),
        lead=lead or "",
        weeks=weeks,
        partners=partners,
        content=content,
        slots=_slots(uow, weeks, partners, content),
        measures=measures_of(uow, campaign_id),
        evaluations=_evaluations(uow, campaign_id),
    )


def find(uow: Reading, wanted: str) -> UUID:
    """Return the campaign with this key or name, capitals apart; NotFound when there is none."""
    names = {row.id: row.name for row in overview(uow)}
    typed = " ".join(wanted.split()).casefold()
    for key, name in names.items():
        if typed in {str(key), name.casefold()}:
            return key
    raise NotFound("There is no campaign called {name}. See the list of campaigns for their names.", name=wanted[:100])


def leads(uow: Reading) -> tuple[tuple[UUID, str], ...]:
    """Return the active users who may lead a campaign, by name, to choose from."""
    uow.require(Permission.SEE_CAMPAIGNS)
    may_lead = {Role.COACH.value, Role.PROJECT_LEAD.value}
    found = uow.session.execute(select(User.id, User.name, User.roles).where(User.active.is_(True)).order_by(User.name))
    return tuple((row.id, row.name) for row in found if may_lead & set(row.roles))


def details_of(row: tables.Campaign) -> CampaignDetails:
    """Return the frame of a campaign as the form has it."""
    return CampaignDetails(**taken(FIELDS, row))


def weeks_of(uow: Reading, campaign_id: UUID) -> tuple[Week, ...]:
    """Return the weeks of a campaign in order."""
    query = select(tables.CampaignWeek).where(tables.CampaignWeek.campaign_id == campaign_id).order_by(tables.CampaignWeek.number)
    return tuple(Week(row.id, row.number, row.starts_on, row.ends_on) for row in uow.session.scalars(query))


def measures_of(uow: Reading, campaign_id: UUID) -> tuple[CountedMeasure, ...]:
    """Return what a campaign counts, in its order."""
    query = (
        select(tables.CampaignMeasure)
        .where(tables.CampaignMeasure.campaign_id == campaign_id)
        .order_by(tables.CampaignMeasure.position)
    )
    return tuple(
        CountedMeasure(
            *(row.id, row.version, row.key, row.label, row.unit, row.target, row.linked, row.employer_id, row.difference)
        )
        for row in uow.session.scalars(query)
    )


def _counted(uow: Reading, model: type[tables.CampaignWeek | tables.CampaignPartner]) -> dict[UUID, int]:
    query = select(model.campaign_id, func.count().label("number")).group_by(model.campaign_id)
    return {row.campaign_id: row.number for row in uow.session.execute(query)}


def _partners(uow: Reading, campaign_id: UUID) -> tuple[Partner, ...]:
    query = (
        select(tables.CampaignPartner, Organisation.name)
        .join(Organisation, Organisation.id == tables.CampaignPartner.organisation_id)
        .where(tables.CampaignPartner.campaign_id == campaign_id)
        .order_by(tables.CampaignPartner.id)
    )
    return tuple(
        Partner(row.id, row.version, row.organisation_id, name, row.responsibility) for row, name in uow.session.execute(query)
    )


def _content(uow: Reading, campaign_id: UUID) -> tuple[Activity, ...]:
    query = (
        select(tables.CampaignActivity, Organisation.name)
        .outerjoin(tables.CampaignPartner, tables.CampaignPartner.id == tables.CampaignActivity.partner_id)
        .outerjoin(Organisation, Organisation.id == tables.CampaignPartner.organisation_id)
        .where(tables.CampaignActivity.campaign_id == campaign_id)
    )
    found = [
        Activity(
            *(
                row.id,
                row.version,
                row.title,
                row.weekday,
                row.place,
                row.starts,
                row.ends,
                row.partner_id,
                name or "",
                row.staffing,
            )
        )
        for row, name in uow.session.execute(query)
    ]
    return tuple(sorted(found, key=lambda row: (row.weekday, row.starts is not None, row.starts, row.title)))


def slots_of(uow: Reading, campaign_id: UUID) -> tuple[Slot, ...]:
    """Return each content of a campaign in each week that has its day."""
    return _slots(uow, weeks_of(uow, campaign_id), _partners(uow, campaign_id), _content(uow, campaign_id))


def _slots(
    uow: Reading, weeks: tuple[Week, ...], partners: tuple[Partner, ...], content: tuple[Activity, ...]
) -> tuple[Slot, ...]:
    """Return each content in each week that has its day, week by week in the order of the days."""
    query = select(CampaignSlot).where(CampaignSlot.week_id.in_([week.id for week in weeks]))
    kept = {(row.activity_id, row.week_id): row for row in uow.session.scalars(query)}
    names = {partner.id: partner.name for partner in partners}
    found = []
    for week in weeks:
        of_week = []
        for item in content:
            day = day_in(week.starts_on, week.ends_on, item.weekday)
            if day is not None:
                row = kept.get((item.id, week.id))
                instead = names.get(row.partner_id, "") if row is not None and row.partner_id is not None else item.partner
                of_week.append(slot_of(week, item, day, row, instead))
        found += sorted(of_week, key=lambda slot: slot.day)
    return tuple(found)


def _evaluations(uow: Reading, campaign_id: UUID) -> tuple[EvaluationRow, ...]:
    query = (
        select(tables.Evaluation)
        .where(tables.Evaluation.campaign_id == campaign_id)
        .order_by(tables.Evaluation.evaluated_on, tables.Evaluation.id)
    )
    return tuple(
        EvaluationRow(row.id, row.version, row.evaluator, row.evaluated_on, row.text) for row in uow.session.scalars(query)
    )
