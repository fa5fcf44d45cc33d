"""The consent that every plan for better health in a test rests on."""

from datetime import date
from uuid import UUID

from jobbpunkt import consents
from jobbpunkt.base.words import Words
from jobbpunkt.consents import GivenConsent
from jobbpunkt.register.unit_of_work import Writing
from models.vocabulary import ConsentPurpose

LONG_AGO = date(2020, 1, 2)


def agreed(uow: Writing, person_id: UUID) -> UUID:
    """Record that a person consents to a plan for better health; return the consent."""
    return consents.give(uow, person_id, ConsentPurpose.HEALTH_PLAN, GivenConsent(LONG_AGO), Words("sv")).record
