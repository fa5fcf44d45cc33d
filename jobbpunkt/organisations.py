"""Organisations: employers, partners and associations, and what each of them took part in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt import checks
from jobbpunkt.changes import Change
from jobbpunkt.clock import day_of
from jobbpunkt.errors import InvalidInput, UserError
from jobbpunkt.i18n import N_
from jobbpunkt.permissions import Permission
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.application import Application
from models.campaign import Campaign, CampaignPartner
from models.case import Case
from models.event import Event, EventPartner
from models.organisation import Organisation
from models.vocabulary import OrganisationKind


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """What is written down about an organisation."""

    name: str
    kind: OrganisationKind = OrganisationKind.OTHER
    contact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation with the names of the campaigns and the number of events it took part in."""

    id: UUID
    version: int
    name: str
    kind: OrganisationKind
    contact: str
    note: str
    campaigns: tuple[str, ...]
    events: int


@dataclass(frozen=True, slots=True)
class TookPart:
    """One thing that an organisation took part in: the page that shows it ("campaigns", "events"), what and when."""

    page: str
    record: UUID
    title: str
    day: date
    role: str


def create(uow: UnitOfWork, details: OrganisationDetails) -> Change:
    """Add an organisation; refused when one with the same name is there already."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    values = _checked(uow, details, None)
    return uow.change(uow.add(Organisation(**values)), N_("The organisation has been added."))


def change(uow: UnitOfWork, organisation_id: UUID, version: int, details: OrganisationDetails) -> Change:
    """Save an organisation as the form has it."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(Organisation, organisation_id, version)
    for name, value in _checked(uow, details, organisation_id).items():
        setattr(row, name, value)
    return uow.change(row, N_("The organisation has been saved."))


def remove(uow: UnitOfWork, organisation_id: UUID) -> Change:
    """Remove an organisation that has not taken part in anything."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.get(Organisation, organisation_id)
    if _in_use(uow, organisation_id):
        raise UserError("{name} has taken part in something here and stays in the register.", name=row.name)
    uow.remove(row)
    return uow.change_of(organisation_id, N_("The organisation has been removed."))


def find(uow: UnitOfWork, name: str) -> UUID | None:
    """Return the organisation with this name, capitals and blanks apart, or None."""
    uow.require(Permission.SEE_CAMPAIGNS)
    wanted = " ".join(name.split()).casefold()
    return next((key for key, known in _names(uow) if known.casefold() == wanted), None)


def find_or_create(uow: UnitOfWork, name: str, kind: OrganisationKind = OrganisationKind.OTHER) -> UUID:
    """Return the organisation with this name, made in this transaction if it was not there."""
    found = find(uow, name)
    return found if found is not None else create(uow, OrganisationDetails(name, kind)).record


@depends_on(Campaign, CampaignPartner, EventPartner, Organisation)
def rows(uow: UnitOfWork) -> tuple[OrganisationRow, ...]:
    """Return every organisation by name, with what it took part in."""
    uow.require(Permission.SEE_CAMPAIGNS)
    campaigns, events = _campaigns(uow), _event_counts(uow)
    found = uow.session.scalars(select(Organisation)).all()
    made = (
        OrganisationRow(row.id, row.version, row.name, row.kind, row.contact, row.note, tuple(campaigns[row.id]), events[row.id])
        for row in found
    )
    return tuple(sorted(made, key=lambda row: row.name.casefold()))


def choices(uow: UnitOfWork) -> tuple[tuple[UUID, str], ...]:
    """Return keys and names by name, for a form to choose from."""
    uow.require(Permission.SEE_CAMPAIGNS)
    return tuple(sorted(_names(uow), key=lambda pair: pair[1].casefold()))


@depends_on(Campaign, CampaignPartner, Event, EventPartner)
def took_part(uow: UnitOfWork, organisation_id: UUID) -> tuple[TookPart, ...]:
    """Return the campaigns and events that an organisation took part in, the latest first."""
    uow.require(Permission.SEE_CAMPAIGNS)
    joined = [*_its_campaigns(uow, organisation_id), *_its_events(uow, organisation_id)]
    return tuple(sorted(joined, key=lambda part: part.day, reverse=True))


def _checked(uow: UnitOfWork, details: OrganisationDetails, itself: UUID | None) -> dict[str, object]:
    name = checks.line(details.name, field="name", longest=checks.NAME, required=True)
    if find(uow, name) not in {None, itself}:
        raise InvalidInput(
            "{name} is already in the register. Choose it in the list, or give another name.", field="name", name=name
        )
    contact = checks.line(details.contact, field="contact")
    note = checks.text(details.note, field="note", longest=checks.NOTE)
    return {"name": name, "kind": details.kind, "contact": contact, "note": note}


def _in_use(uow: UnitOfWork, organisation_id: UUID) -> bool:
    columns = (
        CampaignPartner.organisation_id,
        EventPartner.organisation_id,
        Application.organisation_id,
        Case.cooperation_id,
    )
    return any(uow.session.scalar(select(column).where(column == organisation_id).limit(1)) for column in columns)


def _names(uow: UnitOfWork) -> Iterable[tuple[UUID, str]]:
    return [(row.id, row.name) for row in uow.session.execute(select(Organisation.id, Organisation.name))]


def _campaigns(uow: UnitOfWork) -> dict[UUID, list[str]]:
    named: dict[UUID, list[str]] = defaultdict(list)
    query = (
        select(CampaignPartner.organisation_id, Campaign.name)
        .join(Campaign, Campaign.id == CampaignPartner.campaign_id)
        .order_by(Campaign.starts_on.desc(), Campaign.name)
    )
    for row in uow.session.execute(query):
        named[row.organisation_id].append(row.name)
    return named


def _event_counts(uow: UnitOfWork) -> dict[UUID, int]:
    counted: dict[UUID, int] = defaultdict(int)
    for key in uow.session.scalars(select(EventPartner.organisation_id)):
        counted[key] += 1
    return counted


def _its_campaigns(uow: UnitOfWork, organisation_id: UUID) -> Iterable[TookPart]:
    query = (
        select(Campaign.id, Campaign.name, Campaign.starts_on, CampaignPartner.responsibility)
        .join(CampaignPartner, CampaignPartner.campaign_id == Campaign.id)
        .where(CampaignPartner.organisation_id == organisation_id)
    )
    for row in uow.session.execute(query):
        yield TookPart("campaigns", row.id, row.name, row.starts_on, row.responsibility)


def _its_events(uow: UnitOfWork, organisation_id: UUID) -> Iterable[TookPart]:
    query = (
        select(Event.id, Event.title, Event.starts_at, Event.theme)
        .join(EventPartner, EventPartner.event_id == Event.id)
        .where(EventPartner.organisation_id == organisation_id)
    )
    for row in uow.session.execute(query):
        yield TookPart("events", row.id, row.title, day_of(row.starts_at), row.theme)
