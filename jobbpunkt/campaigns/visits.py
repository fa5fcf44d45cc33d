"""Visitors who said yes to being written down by name; all others are counted without one. A name stands for one count."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.changes import Change
from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import InvalidInput, UserError, gone
from jobbpunkt.base.words import N_
from jobbpunkt.campaigns.counting import count, withdraw
from jobbpunkt.people import names
from jobbpunkt.people.names import PersonName
from jobbpunkt.register import shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.campaign import Campaign, CampaignMeasure, TallyEntry
from models.on_site import Visit
from models.person import Person
from models.vocabulary import Protection, Unit


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visitor with a name, and when they were counted."""

    id: UUID
    person_id: UUID
    name: PersonName
    at: datetime


def sign_in(uow: Writing, campaign_id: UUID, person_id: UUID, *, consents: bool, week_id: UUID | None = None) -> Change:
    """Count a visitor by name, who has said yes to that; whoever has not is counted without a name.

    It takes the right to see people, which the visitors ask for, and that to count, which the count asks for.
    """
    already = visitors(uow, campaign_id)
    uow.get(Campaign, campaign_id)
    person = uow.session.scalar(select(Person).where(Person.id == person_id, shield.visible(uow)))
    if person is None:
        raise gone()
    if not consents:
        raise InvalidInput("Ask whether they want to be written down by name. If not, count them without one.", field="consents")
    if person.protection is not Protection.NONE:
        raise InvalidInput("Whose identity is protected is counted without a name.", field="person_id")
    if any(row.person_id == person_id and day_of(row.at) == uow.clock.today() for row in already):
        raise InvalidInput("They have been written down today already.", field="person_id")
    entry = count(uow, _visitors_of(uow, campaign_id), week_id=week_id).record
    row = uow.add(Visit(campaign_id=campaign_id, person_id=person_id, entry_id=entry))
    return uow.change(row, N_("The visitor has been counted by name."), undoable=False)


def strike_visit(uow: Writing, visit_id: UUID) -> Change:
    """Take back a visitor who was signed in by mistake, by a further entry, which asks for the right to count."""
    row = uow.get(Visit, visit_id)
    withdraw(uow, row.entry_id)
    return uow.change_of(visit_id, N_("The visitor has been taken back."), undoable=False)


@depends_on(Person, TallyEntry, Visit)
def visitors(uow: Reading, campaign_id: UUID) -> tuple[VisitRow, ...]:
    """Return a campaign's visitors with names, the latest first."""
    uow.require(Permission.SEE_PEOPLE)
    query = (
        select(Visit, TallyEntry.at)
        .join(TallyEntry, TallyEntry.id == Visit.entry_id)
        .join(Person, Person.id == Visit.person_id)
        .where(Visit.campaign_id == campaign_id, shield.visible(uow))
        .order_by(Visit.id.desc())
    )
    found = uow.session.execute(query).all()
    called = names(uow, [row.person_id for row, _ in found])
    return tuple(VisitRow(row.id, row.person_id, called[row.person_id], at) for row, at in found)


def _visitors_of(uow: Reading, campaign_id: UUID) -> UUID:
    """Return what the campaign counts visitors by."""
    wanted = (CampaignMeasure.campaign_id == campaign_id, CampaignMeasure.unit == Unit.VISITORS)
    found = uow.session.scalar(select(CampaignMeasure.id).where(*wanted).order_by(CampaignMeasure.position))
    if found is None:
        raise UserError("The campaign counts no visitors. Add that under Set-up, with visitors as its unit.")
    return found
