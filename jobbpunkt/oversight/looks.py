"""Who has looked at what concerns one person: when, in which role, at what kind of thing, and why."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import case, func, select

from jobbpunkt.base.clock import instant
from jobbpunkt.oversight.kinds import LOOKS, looked, of_health, told_to
from jobbpunkt.oversight.then import roles_of
from jobbpunkt.register import gate, shield, subject
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.coaching import SessionParticipant
from models.history import HistoryEntry
from models.plan import Plan
from models.vocabulary import HistoryAction, Looked, Role

MONTHS = 3  # so far back one sees at first


@dataclass(frozen=True, slots=True)
class Look:
    """One look at one kind of thing, never what stood there; `own` is the reader's."""

    at: datetime
    user: str
    roles: frozenset[Role]
    own: bool
    action: HistoryAction
    what: Looked
    reason: str

    @property
    def of_health(self) -> bool:
        """Tell whether a plan for better health was looked at."""
        return self.what is Looked.HEALTH

    @property
    def anyway(self) -> bool:
        """Tell whether somebody opened what they had no need of in their work, and said why."""
        return self.action is HistoryAction.OPENED_ANYWAY


@dataclass(frozen=True, slots=True)
class Looks:
    """Looks since a day, the latest first; `people` is how many looked, `older` whether there are looks before that day."""

    since: date
    rows: tuple[Look, ...]
    people: int
    older: bool


@depends_on(User, Plan, SessionParticipant)
def of_person(uow: Reading, person_id: UUID, since: date) -> Looks:
    """Return who looked at what concerns a person since a day; to whoever may not see health, no row of it exists."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    told = (
        subject.concerning(uow.session, person_id),
        HistoryEntry.action.in_(LOOKS),
        *told_to(health=shield.sees_health(uow)),
    )
    start = instant(since)
    columns = (HistoryEntry.at, HistoryEntry.user_id, User.name, HistoryEntry.action, HistoryEntry.noun, HistoryEntry.reason)
    query = select(*columns, case((of_health(), 1), else_=0), HistoryEntry.number)
    query = query.outerjoin(User, User.id == HistoryEntry.user_id)
    # Put in order here: asked for it, the engine may rather go through all that was ever done, which has that order.
    found = sorted(uow.session.execute(query.where(*told, HistoryEntry.at >= start)), key=lambda row: row.number, reverse=True)
    then = roles_of(uow, {user for _, user, *_ in found if user is not None})
    older = uow.session.scalar(select(func.min(HistoryEntry.at)).where(*told, HistoryEntry.at < start)) is not None
    rows = tuple(
        Look(
            *(at, name or "", then.among_people(user, at), user == uow.user.id),
            *(action, looked(noun, health=bool(health)), reason or ""),
        )
        for at, user, name, action, noun, reason, health, _ in found
    )
    return Looks(since, rows, len({user for _, user, *_ in found}), older)


def months_before(day: date, months: int) -> date:
    """Return the day so many months before, or the last of that month where it has no such day."""
    month = day.year * 12 + day.month - 1 - months
    year, of_year = divmod(month, 12)
    return next(found for less in range(4) if (found := _day(year, of_year + 1, day.day - less)) is not None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
