"""A coach says who covers for them, and takes it back; nobody says it of anybody else."""

from datetime import date, timedelta
from uuid import UUID

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import InvalidInput, NotAllowed
from jobbpunkt.base.words import N_
from jobbpunkt.covers.data import NewCover
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.cover import Cover
from models.vocabulary import Role

LONGEST = timedelta(days=366)


def add(uow: Writing, new: NewCover) -> Change:
    """Say who covers for oneself; until the last day they open one's participants as their own."""
    uow.require(Permission.SEE_NOTES)
    row = Cover(coach_id=uow.user.id)
    _write(uow, row, new)
    return uow.change(uow.add(row), N_("It has been noted who covers for you."))


def change(uow: Writing, cover_id: UUID, version: int, new: NewCover) -> Change:
    """Put right who covers for oneself, and when."""
    row = _own(uow, cover_id, version)
    _write(uow, row, new)
    return uow.change(row, N_("The cover has been saved."))


def remove(uow: Writing, cover_id: UUID, version: int) -> Change:
    """Take back that somebody covers for oneself; it can be undone."""
    row = _own(uow, cover_id, version)
    uow.remove(row)
    return uow.change(row, N_("Nobody covers for you any more in those days."))


def _own(uow: Writing, cover_id: UUID, version: int) -> Cover:
    uow.require(Permission.SEE_NOTES)
    row = uow.fresh(Cover, cover_id, version)
    if row.coach_id != uow.user.id:
        raise NotAllowed("Only the coach who is away says who covers. Ask the coach, or open the person with a reason.")
    return row


def _write(uow: Reading, row: Cover, new: NewCover) -> None:
    row.stand_in_id = _stand_in(uow, new.stand_in_id)
    row.starts_on, row.ends_on = _days(uow, new)


def _stand_in(uow: Reading, user_id: UUID | None) -> UUID:
    if user_id is None:
        raise InvalidInput("Choose who covers for you.", field="stand_in_id")
    user = uow.get(User, user_id)
    if user.id == uow.user.id or not user.active or Role.COACH.value not in user.roles:
        raise InvalidInput("Choose another coach who works here.", field="stand_in_id")
    return user.id


def _days(uow: Reading, new: NewCover) -> tuple[date, date]:
    first = checks.chosen_day(new.starts_on, field="starts_on")
    last = checks.chosen_day(new.ends_on, field="ends_on")
    checks.day_order(first, last, field="ends_on")
    if last < uow.clock.today():
        raise InvalidInput("Those days have passed. Choose a last day to come.", field="ends_on")
    if last - first > LONGEST:
        raise InvalidInput("Nobody covers for longer than a year. Hand the participants over instead.", field="ends_on")
    return first, last
