"""Adding organisations, putting them right, and removing what was never used."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import fields
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import N_
from jobbpunkt.organisations.fields import FIELDS, OrganisationDetails
from jobbpunkt.organisations.reading import find
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.application import Application
from models.campaign import CampaignMeasure, CampaignPartner
from models.case import Case
from models.event import EventPartner
from models.inspection import Inspection
from models.on_site import Stand
from models.organisation import Organisation
from models.programme import ProgrammePartner
from models.vocabulary import OrganisationKind


def create(uow: Writing, details: OrganisationDetails) -> Change:
    """Add an organisation; refused when one with the same name is there already."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    values = _checked(uow, details, None)
    return uow.change(uow.add(Organisation(**values)), N_("The organisation has been added."))


def change(uow: Writing, organisation_id: UUID, version: int, details: OrganisationDetails) -> Change:
    """Save an organisation as the form has it."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.fresh(Organisation, organisation_id, version)
    fields.put(row, _checked(uow, details, organisation_id))
    return uow.change(row, N_("The organisation has been saved."))


def remove(uow: Writing, organisation_id: UUID) -> Change:
    """Remove an organisation that has not taken part in anything."""
    uow.require(Permission.EDIT_CAMPAIGNS)
    row = uow.get(Organisation, organisation_id)
    if _in_use(uow, organisation_id):
        raise UserError("{name} has taken part in something here and stays in the register.", name=row.name)
    uow.remove(row)
    return uow.change_of(organisation_id, N_("The organisation has been removed."))


def find_or_create(uow: Writing, name: str, kind: OrganisationKind = OrganisationKind.OTHER) -> UUID:
    """Return the organisation with this name, made in this transaction if it was not there."""
    found = find(uow, name)
    return found if found is not None else create(uow, OrganisationDetails(name, kind)).record


def _checked(uow: Reading, details: OrganisationDetails, itself: UUID | None) -> dict[str, object]:
    values = fields.checked(FIELDS, details)
    if find(uow, values["name"]) not in {None, itself}:
        raise InvalidInput(
            "{name} is already in the register. Choose it in the list, or give another name.", field="name", name=values["name"]
        )
    return values


def _in_use(uow: Reading, organisation_id: UUID) -> bool:
    columns = (
        CampaignPartner.organisation_id,
        CampaignMeasure.employer_id,
        Stand.organisation_id,
        EventPartner.organisation_id,
        Application.organisation_id,
        Case.cooperation_id,
        Inspection.provider_id,
        ProgrammePartner.organisation_id,
    )
    return any(uow.session.scalar(select(column).where(column == organisation_id).limit(1)) for column in columns)
