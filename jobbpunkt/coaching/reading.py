"""One meeting with what was agreed before it, in it, and when one meets again."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, or_, select

from jobbpunkt.clock import day_of
from jobbpunkt.coaching import access, lists, steps
from jobbpunkt.coaching.data import LastTime, SessionDetails, StepView
from jobbpunkt.reads import depends_on
from jobbpunkt.unit_of_work import UnitOfWork
from models.account import User
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.person import Person
from models.vocabulary import SessionStatus


@depends_on(AgreedStep, CoachingSession, Person, SessionParticipant, User)
def details(uow: UnitOfWork, session_id: UUID) -> SessionDetails:
    """Return one meeting with its steps and those from before; the last and the next are meetings of all who take part."""
    found = access.found(uow, session_id)
    row = lists.rows(uow, CoachingSession.id == found.id, places=True)[0]
    people = [person.id for person in row.people]
    last = _last(uow, people, found.starts_at)
    moved_to = select(CoachingSession.id).where(CoachingSession.supersedes_id == found.id)
    return SessionDetails(
        row=row,
        note=found.note,
        summary=found.summary,
        steps=steps.rows(uow, AgreedStep.session_id == found.id),
        earlier=_earlier(uow, people, found.id, last),
        last=last,
        next=lists.next_of(uow, people, found.starts_at),
        moved_from=found.supersedes_id,
        moved_to=uow.session.scalar(moved_to),
    )


def _last(uow: UnitOfWork, people: list[UUID], before: datetime) -> LastTime | None:
    held = (CoachingSession.status == SessionStatus.HELD, CoachingSession.starts_at < before)
    query = select(CoachingSession).where(lists.together(people), *held, access.visible(uow))
    row = uow.session.scalar(query.order_by(CoachingSession.starts_at.desc()).limit(1))
    return None if row is None else LastTime(row.id, row.starts_at, row.kind, row.note, row.summary)


def _earlier(uow: UnitOfWork, people: list[UUID], session_id: UUID, last: LastTime | None) -> tuple[StepView, ...]:
    since = uow.clock.today() if last is None else day_of(last.starts_at)
    elsewhere = or_(AgreedStep.session_id.is_(None), AgreedStep.session_id != session_id)
    waiting = or_(AgreedStep.done_on.is_(None), AgreedStep.done_on >= since)
    return steps.rows(uow, and_(AgreedStep.person_id.in_(people), elsewhere, waiting))
