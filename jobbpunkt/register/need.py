"""Who has need of a person: the question of `gate`, as the engine is asked it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Uuid, and_, case, exists, false, literal, or_, select, true
from sqlalchemy.orm import aliased

from jobbpunkt.base.clock import instant
from jobbpunkt.register.asking import asked_once, given
from jobbpunkt.register.database import GATE
from jobbpunkt.register.permissions import Permission
from models.account import RegisterInfo, User
from models.case import Case
from models.coaching import CoachingSession, SessionParticipant
from models.cover import Cover
from models.history import HistoryEntry
from models.person import Person
from models.plan import Plan
from models.vocabulary import HistoryAction, PlanStatus, Protection, SessionStatus

if TYPE_CHECKING:
    from jobbpunkt.register.unit_of_work import Reading

OPEN_AMONG_COACHES, YES = "open_among_coaches", "yes"
# How long one may read what one wrote in a meeting with a colleague's participant.
DAYS_AFTER_A_MEETING = 30


@asked_once
def asked(*, coaches: bool, people: bool) -> Select[*tuple[Any, ...]]:
    """Return the query for one person: protection, coach and their name, need, whether nobody's, whether the office is open.

    It asks no more than the user's roles read: without `people` only of the person, and of meetings and plans only `coaches`.
    """
    if not people:
        return _of_one(select(Person.protection, literal(""), false(), false(), false(), false()))
    latest = _latest(Person.id, Case.id)
    me, today, since = given("me", Uuid()), given("today"), given("since")
    covered = exists(_away(me, today).where(Cover.coach_id == Case.coach_id).correlate(Case))
    # Whose coach one is, is asked first: of one's own people, who are opened most, the rest is not looked for.
    mine = case((Case.coach_id == me, true()), else_=or_(covered, *(_besides(Person.id, me, since) if coaches else ())))
    query = _of_one(select(Person.protection, User.name, covered, mine, _of_nobody(), is_open()).select_from(Person))
    return query.outerjoin(Case, Case.id == latest).outerjoin(User, User.id == Case.coach_id)


def _of_one(query: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return query.prefix_with(GATE).where(Person.id == given("person", Uuid()), Person.removed.is_(False))


def takes_part(uow: Reading, person_id: UUID, programme_id: UUID | None) -> bool:
    """Tell whether a person has or had a place in a programme, or in any."""
    found = _places().rows(uow, person=person_id)
    return any(programme_id in (None, programme) for (programme,) in found)


@asked_once
def _places() -> Select[UUID]:
    from models.programme import ProgrammeEnrolment  # which the first page of the window has no need of

    places = select(ProgrammeEnrolment.programme_id).prefix_with(GATE)
    return places.where(ProgrammeEnrolment.person_id == given("person", Uuid()))


@dataclass(frozen=True, slots=True)
class Near:
    """Whose participants a list tells more of than name, coach and status, for one user at one moment."""

    coaches: frozenset[UUID | None]
    people: frozenset[UUID]
    everybody: bool

    def has(self, person_id: UUID, coach_id: UUID | None, *, protected: bool) -> bool:
        """Tell whether a list may tell more of this person."""
        return (self.everybody and not protected) or coach_id in self.coaches or person_id in self.people


def near(uow: Reading) -> Near:
    """Return whom lists tell more of: one's own, those one covers for, those whom nobody coaches, and whom one was let in to."""
    told = values(uow)
    found = _near().rows(uow, me=told["me"], today=told["today"])
    coaches = uow.user.may(Permission.SEE_NOTES)
    nobody = {None} if coaches else set()
    covered = {coach for coach, _ in found if coach is not None}
    everybody = coaches and any(is_open_here for _, is_open_here in found)
    people = uow.sitting.let_in | set(uow.sitting.followed)
    return Near(frozenset({uow.user.id, *covered, *nobody}), frozenset(people), everybody)


@asked_once
def _near() -> Select[UUID, bool]:
    me, today = given("me", Uuid()), given("today")
    away = (Cover.stand_in_id == User.id, Cover.starts_on <= today, Cover.ends_on >= today)
    query = select(Cover.coach_id, is_open()).prefix_with(GATE).select_from(User).outerjoin(Cover, and_(*away))
    return query.where(User.id == me)


def values(uow: Reading) -> dict[str, Any]:
    """Return what `asked` is told of who asks, and when."""
    today = uow.clock.today()
    return {"me": uow.user.id, "today": today, "since": instant(today - timedelta(days=DAYS_AFTER_A_MEETING))}


def needed(uow: Reading, person: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the condition on a column with people's ids that the signed-in user has need of them, or opened them anyway."""
    told, coach = values(uow), _latest(person, Case.coach_id)
    me = literal(told["me"], Uuid())
    ways = [
        coach == me,
        coach.in_(_away(me, told["today"])),
        *_besides(person, me, told["since"]),
        person.in_(uow.sitting.let_in | uow.let_in),
    ]
    if uow.user.may(Permission.SEE_NOTES):
        gone = select(User.id).where(User.active.is_(False))
        ways += [coach.is_(None), coach.in_(gone)]
    return or_(*ways)


def within_reach(uow: Reading) -> ColumnElement[bool]:
    """Return the condition on Person that the user may open them without giving a reason."""
    open_here = and_(is_open(), Person.protection == Protection.NONE) if uow.user.may(Permission.SEE_NOTES) else ~true()
    return or_(open_here, needed(uow, Person.id.expression))


def reach(uow: Reading, person: ColumnElement[Any]) -> ColumnElement[bool]:
    """Return the same condition on a column with people's ids: of all others a list tells that they are there, and whose."""
    known = aliased(Person)
    ordinary = exists(select(known.id).where(known.id == person, known.protection == Protection.NONE).correlate_except(known))
    open_here = and_(is_open(), ordinary) if uow.user.may(Permission.SEE_NOTES) else ~true()
    return or_(open_here, needed(uow, person))


def is_open() -> ColumnElement[bool]:
    """Return the condition that the office chose to be open among its coaches."""
    chosen = (RegisterInfo.key == OPEN_AMONG_COACHES, RegisterInfo.value == YES)
    return exists(select(RegisterInfo.key).where(*chosen).correlate(None))


def _of_nobody() -> ColumnElement[bool]:
    """Return the condition that no colleague coaches the person of the latest enrolment: none was chosen, or who was has left."""
    return or_(Case.coach_id.is_(None), User.active.is_(False))


def _latest(person: Any, wanted: Any) -> Any:
    """Return a column of a person's latest enrolment."""
    query = select(wanted).where(Case.person_id == person).order_by(Case.registered_on.desc(), Case.id.desc()).limit(1)
    return query.correlate_except(Case).scalar_subquery()


def _away(me: Any, today: Any) -> Any:
    """Return the query for the coaches for whom one covers today."""
    return select(Cover.coach_id).where(Cover.stand_in_id == me, Cover.starts_on <= today, Cover.ends_on >= today)


def _besides(person: Any, me: Any, since: Any) -> tuple[ColumnElement[bool], ...]:
    """Return the other ways to need of a person: a plan with them, a meeting, or that one put them into the register."""
    # Under names of their own: the column asked about may be one of these tables'.
    own, meeting, part, entry = aliased(Plan), aliased(CoachingSession), aliased(SessionParticipant), aliased(HistoryEntry)
    plan = select(own.id).where(own.person_id == person, own.coach_id == me, own.status != PlanStatus.CLOSED)
    met = select(part.id).join(meeting, meeting.id == part.session_id)
    held = and_(meeting.status == SessionStatus.HELD, meeting.starts_at >= since)
    of_mine = (meeting.coach_id == me, or_(meeting.status == SessionStatus.BOOKED, held))
    made = select(entry.number).where(
        entry.record_id == person,
        entry.noun == Person.__tablename__,
        entry.action == HistoryAction.CREATED,
        entry.user_id == me,
    )
    return (
        exists(plan.correlate_except(own)),
        exists(met.where(part.person_id == person, *of_mine).correlate_except(part, meeting)),
        exists(made.correlate_except(entry)),
    )
