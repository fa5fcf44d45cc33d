"""Which meetings and steps exist for the signed-in user: those of a protected person only with the right and the key."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, select, true

from jobbpunkt.base.errors import UserError, gone
from jobbpunkt.register import gate, shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.person import Person
from models.vocabulary import Protection, SessionStatus


def visible(uow: Reading) -> ColumnElement[bool]:
    """Return the condition on CoachingSession that every list of meetings must ask for."""
    return visible_if(sees=shield.sees_protected(uow))


def visible_if(*, sees: bool) -> ColumnElement[bool]:
    """Return the same for a query that is built once, for users who see protected people or do not."""
    return and_(exists(_taking_part().where(Person.removed.is_(False))), unshielded_if(sees=sees))


def unshielded_if(*, sees: bool) -> ColumnElement[bool]:
    """Return the part of `visible_if` that is left where those who take part are read as well."""
    if sees:
        return true()
    # The time and place of a meeting would tell where a protected person can be met.
    return ~exists(_taking_part().where(Person.protection != Protection.NONE))


def _taking_part() -> Select[UUID]:
    taking_part = select(SessionParticipant.id).join(Person, Person.id == SessionParticipant.person_id)
    return taking_part.where(SessionParticipant.session_id == CoachingSession.id).correlate(CoachingSession)


def found(uow: Reading, session_id: UUID) -> CoachingSession:
    """Return the meeting to be changed, or raise NotFound when there is none to see; it takes need of who meets."""
    uow.require(Permission.SEE_NOTES)
    row = uow.session.scalar(select(CoachingSession).where(CoachingSession.id == session_id, visible(uow)))
    if row is None:
        raise gone()
    people = uow.session.scalars(select(SessionParticipant.person_id).where(SessionParticipant.session_id == session_id)).all()
    gate.require_one(uow, people)
    return row


def fresh(uow: Writing, session_id: UUID, version: int) -> CoachingSession:
    """Return the meeting to be changed; Stale when somebody has saved it since `version`."""
    found(uow, session_id)
    return uow.fresh(CoachingSession, session_id, version)


def booked(uow: Writing, session_id: UUID, version: int) -> CoachingSession:
    """Return a meeting that is still to come about; refuses one that was held, moved or cancelled."""
    row = fresh(uow, session_id, version)
    if row.status is not SessionStatus.BOOKED:
        raise UserError("This meeting is no longer booked. Book a new one instead.")
    return row


def known(uow: Reading, person_ids: Collection[UUID]) -> None:
    """Raise NotFound unless all these people are there for the user, who must have need of each."""
    gate.require_all(uow, person_ids)


def step(uow: Writing, step_id: UUID, version: int) -> AgreedStep:
    """Return an agreed step to be changed; Stale when somebody has saved it since `version`."""
    uow.require(Permission.SEE_NOTES)
    row = uow.get(AgreedStep, step_id)
    known(uow, [row.person_id])
    return uow.fresh(AgreedStep, step_id, version)
