"""With whom a programme works, and who pays for it."""

from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import N_
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Writing
from models.organisation import Organisation
from models.programme import Programme, ProgrammePartner
from models.vocabulary import PartnerRole


def add_partner(
    uow: Writing, programme_id: UUID, *, organisation_id: UUID, role: PartnerRole = PartnerRole.PARTNER, responsibility: str = ""
) -> Change:
    """Let an organisation work in a programme or pay for it; refused when it is there already."""
    uow.require(Permission.EDIT_EVENTS)
    uow.get(Programme, programme_id)
    name = uow.get(Organisation, organisation_id).name
    row = ProgrammePartner
    taken = select(row.id).where(row.programme_id == programme_id, row.organisation_id == organisation_id)
    if uow.session.scalar(taken) is not None:
        raise InvalidInput("{name} is in the project already. Change its line instead.", field="organisation_id", name=name)
    answers_for = checks.line(responsibility, field="responsibility")
    made = ProgrammePartner(programme_id=programme_id, organisation_id=organisation_id, role=role, responsibility=answers_for)
    return uow.change(uow.add(made), N_("The partner has been added."))


def change_partner(uow: Writing, partner_id: UUID, version: int, *, role: PartnerRole, responsibility: str) -> Change:
    """Put right what an organisation is to a programme, and what it answers for."""
    uow.require(Permission.EDIT_EVENTS)
    row = uow.fresh(ProgrammePartner, partner_id, version)
    row.role, row.responsibility = role, checks.line(responsibility, field="responsibility")
    return uow.change(row, N_("The partner has been saved."))


def remove_partner(uow: Writing, partner_id: UUID, version: int) -> Change:
    """Take an organisation out of a programme; it can be undone."""
    uow.require(Permission.EDIT_EVENTS)
    uow.remove(uow.fresh(ProgrammePartner, partner_id, version))
    return uow.change_of(partner_id, N_("The partner has been removed."))
