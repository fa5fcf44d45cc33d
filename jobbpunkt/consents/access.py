"""Who may know of which consent: one to a plan for better health is there only for whoever may see such plans."""

from types import MappingProxyType
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base.errors import NotAllowed, gone
from jobbpunkt.consents.body import SEALED
from jobbpunkt.register import consents_shield, gate, shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading
from models.consent import Consent
from models.person import Person
from models.vocabulary import ConsentPurpose

# What a consent for a purpose tells of is what one needs the right to.
_NEEDS = MappingProxyType({ConsentPurpose.HEALTH_PLAN: Permission.SEE_HEALTH})


def require(uow: Reading, purpose: ConsentPurpose) -> None:
    """Refuse whoever may not know of consents for a purpose; who may know of them may record them."""
    uow.require(_NEEDS[purpose])
    if purpose in SEALED and not uow.vault.health.open_to_user:
        raise NotAllowed(uow.vault.health.refusal)


def known(uow: Reading, person_id: UUID, purpose: ConsentPurpose) -> None:
    """Ask for a person whose consent is recorded; NotFound when there is nobody of whom the user may know."""
    _there(uow, person_id)
    gate.require_need(uow, Permission.SEE_PLANS, person_id, health=purpose in SEALED)


def shown(uow: Reading, person_id: UUID, purpose: ConsentPurpose | None = None) -> Person:
    """Return the person whose consents are shown, for one purpose or any; the look is written first."""
    person = _there(uow, person_id)
    gate.require_reading(uow, Permission.SEE_PLANS, person_id, health=purpose in SEALED)
    return person


def _there(uow: Reading, person_id: UUID) -> Person:
    person = uow.session.scalar(select(Person).where(Person.id == person_id, shield.visible(uow)))
    if person is None:
        raise gone()
    return person


def found(uow: Reading, consent_id: UUID) -> Consent:
    """Return the consent to be changed, or raise NotFound when there is none that the user may know of."""
    row = uow.session.scalar(select(Consent).where(Consent.id == consent_id, consents_shield.visible_consents(uow)))
    if row is None:
        raise gone()
    gate.require_need(uow, Permission.SEE_PLANS, row.person_id, health=row.purpose in SEALED)
    return row


def standing(uow: Reading, person_id: UUID, purpose: ConsentPurpose) -> Consent | None:
    """Return the row of the consent that stands, if any; who may know of it has been asked."""
    wanted = (Consent.person_id == person_id, Consent.purpose == purpose, Consent.stands.is_(True))
    return uow.session.scalar(select(Consent).where(*wanted))
