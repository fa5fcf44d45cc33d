"""One meeting with what was agreed before it, in it, and when one meets again."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import aliased

from jobbpunkt.base.clock import day_of
from jobbpunkt.base.errors import gone
from jobbpunkt.coaching import access, lists, steps
from jobbpunkt.coaching.data import LastTime, SessionDetails
from jobbpunkt.register import gate, shield
from jobbpunkt.register.asking import asked_once, given, numbered, several
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.person import Person
from models.vocabulary import SessionKind, SessionStatus


@depends_on(AgreedStep, CoachingSession, Person, SessionParticipant, User)
def details(uow: Reading, session_id: UUID) -> SessionDetails:
    """Return one meeting with its steps and those from before; the last and the next are meetings of all who take part."""
    uow.require(Permission.SEE_NOTES)
    sees = shield.sees_protected(uow)
    lines = _meeting(sees=sees).rows(uow, meeting=session_id)
    if not lines:
        raise gone()
    (row,), (note, summary, moved_from, moved_to) = lists.gathered(lines), lines[0][lists.LINE :]
    people = [person.id for person in row.people]
    gate.require_meeting(uow, people, session_id)
    who = numbered("who", people)
    found = _last(len(people), sees=sees).first(uow, before=row.starts_at, **who)
    last = None if found is None else LastTime(*found)
    since = uow.clock.today() if last is None else day_of(last.starts_at)
    agreed = steps.views(_steps(len(people), sees=sees).rows(uow, meeting=session_id, since=since, **who))
    return SessionDetails(
        row=row,
        note=note,
        summary=summary,
        steps=tuple(step for step in agreed if step.session_id == session_id),
        earlier=tuple(step for step in agreed if step.session_id != session_id),
        last=last,
        next=lists.first_of(lists.coming(len(people), sees=sees).rows(uow, after=row.starts_at, **who)),
        moved_from=moved_from,
        moved_to=moved_to,
    )


@asked_once
def _meeting(*, sees: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for the meeting itself, which alone tells where a protected person is met."""
    later = aliased(CoachingSession)
    # Asked by the id itself: hardly any meeting was moved, and compared with a column the engine would look through all of them.
    moved_to = select(later.id).where(later.supersedes_id == given("meeting")).limit(1)
    more = (CoachingSession.note, CoachingSession.summary, CoachingSession.supersedes_id, moved_to.scalar_subquery())
    return lists.query(CoachingSession.id == given("meeting"), *more, sees=sees)


@asked_once
def _last(people: int, *, sees: bool) -> Select[UUID, datetime, SessionKind, str, str]:
    meeting = CoachingSession
    held = (meeting.status == SessionStatus.HELD, meeting.starts_at < given("before"))
    query = select(meeting.id, meeting.starts_at, meeting.kind, meeting.note, meeting.summary)
    query = lists.together(query, people).where(*held, access.unshielded_if(sees=sees))
    return query.order_by(meeting.starts_at.desc()).limit(1)


@asked_once
def _steps(people: int, *, sees: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for what was agreed in the meeting, and for those people's steps that are open or were done since."""
    waiting = or_(AgreedStep.done_on.is_(None), AgreedStep.done_on >= given("since"))
    theirs = and_(AgreedStep.person_id.in_(several("who", people)), waiting)
    return steps.query(or_(AgreedStep.session_id == given("meeting"), theirs), sees=sees)
