"""Organisations as they are read: all, one by its name, and what one took part in."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.fields import taken
from jobbpunkt.organisations.data import OrganisationRow, TookPart
from jobbpunkt.organisations.fields import FIELDS
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.campaign import Campaign, CampaignPartner
from models.event import Event, EventPartner
from models.organisation import Organisation
from models.programme import Programme, ProgrammePartner


def find(uow: Reading, name: str) -> UUID | None:
    """Return the organisation with this name, capitals and blanks apart, or None."""
    uow.require(Permission.SEE_CAMPAIGNS)
    wanted = " ".join(name.split()).casefold()
    return next((key for key, known in _names(uow) if known.casefold() == wanted), None)


@depends_on(Campaign, CampaignPartner, EventPartner, Organisation)
def rows(uow: Reading) -> tuple[OrganisationRow, ...]:
    """Return every organisation by name, with what it took part in."""
    uow.require(Permission.SEE_CAMPAIGNS)
    campaigns, events = _campaigns(uow), _event_counts(uow)
    found = uow.session.scalars(select(Organisation)).all()
    made = (_row(row, tuple(campaigns[row.id]), events[row.id]) for row in found)
    return tuple(sorted(made, key=lambda row: row.name.casefold()))


def _row(row: Organisation, campaigns: tuple[str, ...], events: int) -> OrganisationRow:
    return OrganisationRow(**taken(FIELDS, row), id=row.id, version=row.version, campaigns=campaigns, events=events)


def choices(uow: Reading) -> tuple[tuple[UUID, str], ...]:
    """Return keys and names by name, for a form to choose from."""
    uow.require(Permission.SEE_CAMPAIGNS)
    return tuple(sorted(_names(uow), key=lambda pair: pair[1].casefold()))


@depends_on(Campaign, CampaignPartner, Event, EventPartner, Programme, ProgrammePartner)
def took_part(uow: Reading, organisation_id: UUID) -> tuple[TookPart, ...]:
    """Return the campaigns, events and projects that an organisation took part in, the latest first."""
    uow.require(Permission.SEE_CAMPAIGNS)
    joined = [*_its_campaigns(uow, organisation_id), *_its_events(uow, organisation_id), *_its_programmes(uow, organisation_id)]
    return tuple(sorted(joined, key=lambda part: part.day or date.min, reverse=True))


def _names(uow: Reading) -> Iterable[tuple[UUID, str]]:
    return [(row.id, row.name) for row in uow.session.execute(select(Organisation.id, Organisation.name))]


def _campaigns(uow: Reading) -> dict[UUID, list[str]]:
    named: dict[UUID, list[str]] = defaultdict(list)
    query = (
        select(CampaignPartner.organisation_id, Campaign.name)
        .join(Campaign, Campaign.id == CampaignPartner.campaign_id)
        .order_by(Campaign.starts_on.desc(), Campaign.name)
    )
    for row in uow.session.execute(query):
        named[row.organisation_id].append(row.name)
    return named


def _event_counts(uow: Reading) -> dict[UUID, int]:
    counted: dict[UUID, int] = defaultdict(int)
    for key in uow.session.scalars(select(EventPartner.organisation_id)):
        counted[key] += 1
    return counted


def _its_campaigns(uow: Reading, organisation_id: UUID) -> Iterable[TookPart]:
    query = (
        select(Campaign.id, Campaign.name, Campaign.starts_on, CampaignPartner.responsibility)
        .join(CampaignPartner, CampaignPartner.campaign_id == Campaign.id)
        .where(CampaignPartner.organisation_id == organisation_id)
    )
    for row in uow.session.execute(query):
        yield TookPart("campaigns", row.id, row.name, row.starts_on, row.responsibility)


def _its_events(uow: Reading, organisation_id: UUID) -> Iterable[TookPart]:
    query = (
        select(Event.id, Event.title, Event.starts_at, Event.theme)
        .join(EventPartner, EventPartner.event_id == Event.id)
        .where(EventPartner.organisation_id == organisation_id)
    )
    for row in uow.session.execute(query):
        yield TookPart("events", row.id, row.title, day_of(row.starts_at), row.theme)


def _its_programmes(uow: Reading, organisation_id: UUID) -> Iterable[TookPart]:
    query = (
        select(Programme.id, Programme.name, Programme.starts_on, ProgrammePartner.responsibility)
        .join(ProgrammePartner, ProgrammePartner.programme_id == Programme.id)
        .where(ProgrammePartner.organisation_id == organisation_id)
    )
    for row in uow.session.execute(query):
        yield TookPart("programmes", row.id, row.name, row.starts_on, row.responsibility)
