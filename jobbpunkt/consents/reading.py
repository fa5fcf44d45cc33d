"""The consents of a person, as far as one may know of them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.consents import access, body
from jobbpunkt.consents.body import SEALED
from jobbpunkt.consents.data import ConsentView, GivenConsent, Withdrawal
from jobbpunkt.register import consents_shield, gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.consent import Consent
from models.person import Person
from models.vocabulary import ConsentForm


@depends_on(Consent, Person)
def of_person(uow: Reading, person_id: UUID) -> tuple[ConsentView, ...]:
    """Return a person's consents, the newest first; of health only to who may see such plans and has need of the person."""
    uow.require(Permission.SEE_PLANS)
    access.shown(uow, person_id)
    query = select(Consent).where(Consent.person_id == person_id, consents_shield.visible_consents(uow))
    if not gate.knows(uow, person_id):  # the office is open among its coaches, which opens nothing of health
        query = query.where(Consent.purpose.not_in(SEALED))
    return tuple(view(uow, row) for row in uow.session.scalars(query.order_by(Consent.id.desc())))


def view(uow: Reading, row: Consent) -> ConsentView:
    """Return a consent that was found as it was recorded."""
    said = body.read(uow, row)
    taken = said.get("withdrawn_on")
    return ConsentView(
        id=row.id,
        version=row.version,
        purpose=row.purpose,
        stands=row.stands,
        given=GivenConsent(date.fromisoformat(said["given_on"]), ConsentForm.of(said["how"]), said["witness"]),
        recorded_by=said["recorded_by"],
        number=said["number"],
        withdrawn=_withdrawal(said) if taken else None,
        replaced_on=date.fromisoformat(said["replaced_on"]) if said.get("replaced_on") else None,
    )


def _withdrawal(said: dict[str, Any]) -> Withdrawal:
    how = ConsentForm.of(said["withdrawn_how"])
    return Withdrawal(date.fromisoformat(said["withdrawn_on"]), how, said["withdrawn_witness"])
