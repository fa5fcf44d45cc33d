"""Who did what with what concerns one person: written, read, printed, taken out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.register import gate, shield, subject
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.coaching import SessionParticipant
from models.history import HistoryEntry
from models.vocabulary import HistoryAction


@dataclass(frozen=True, slots=True)
class Trace:
    """One entry of the history, without the words that were written: `noun` is the table of the record."""

    at: datetime
    user: str
    action: HistoryAction
    noun: str
    record: UUID
    reason: str


@depends_on(User, SessionParticipant)
def of_person(uow: Reading, person_id: UUID) -> tuple[Trace, ...]:
    """Return everything that was done with what concerns a person, the latest first.

    Whoever may not see health is told nothing of plans and consents, since these would tell of a plan for better health.
    """
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    columns = (HistoryEntry.at, User.name, HistoryEntry.action, HistoryEntry.noun, HistoryEntry.record_id, HistoryEntry.reason)
    query = select(*columns).outerjoin(User, User.id == HistoryEntry.user_id)
    query = query.where(subject.concerning(uow.session, person_id))
    if not shield.sees_health(uow):
        query = query.where(HistoryEntry.noun.not_like("plan%"), HistoryEntry.noun.not_like("consent%"))
    found = uow.session.execute(query.order_by(HistoryEntry.number.desc()))
    return tuple(Trace(at, user or "", action, noun, record, reason or "") for at, user, action, noun, record, reason in found)
