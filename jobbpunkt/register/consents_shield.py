"""What of consents exists for whom, and which plans may be opened at all: apart from the shield, which every start brings."""

from sqlalchemy import ColumnElement, and_, exists, or_, select

from jobbpunkt.register import shield
from jobbpunkt.register.unit_of_work import Reading
from models.consent import Consent
from models.person import Person
from models.plan import Plan
from models.vocabulary import ConsentPurpose, PlanKind


def visible_consents(uow: Reading) -> ColumnElement[bool]:
    """Return the condition on Consent that every list and count of consents must ask for: one to a health plan tells of it."""
    known = exists(select(Person.id).where(Person.id == Consent.person_id, shield.visible(uow)).correlate(Consent))
    return known if shield.sees_health(uow) else and_(known, Consent.purpose != ConsentPurpose.HEALTH_PLAN)


def consented() -> ColumnElement[bool]:
    """Return the condition on Plan that it may be opened at all: of a health plan, that its person's consent stands."""
    of_person = (Consent.person_id == Plan.person_id, Consent.purpose == ConsentPurpose.HEALTH_PLAN, Consent.stands.is_(True))
    return or_(Plan.kind != PlanKind.HEALTH, exists(select(Consent.id).where(*of_person).correlate(Plan)))
