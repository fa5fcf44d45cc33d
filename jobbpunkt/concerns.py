"""What concerns oneself since one was last told: one's keys and password, one's participants, and who made themselves a coach."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from itertools import groupby
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select, text

from jobbpunkt.base.words import N_
from jobbpunkt.people.caseload import ACTIVE
from jobbpunkt.people.names import PersonName, names
from jobbpunkt.register import shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.case import Case
from models.history import TRACES, HistoryEntry
from models.person import Person
from models.vocabulary import HistoryAction, Role

MOST = 12
# Who has never been told anything is told of so much, from their own first sign-in on.
LOOK_BACK = timedelta(days=365)
_USER = User.__tablename__


class Concern(Enum):
    """Why somebody is told; the sentence that says so, with fields for what it is about."""

    ROLES_TAKEN = N_("{name} gave themselves the role {roles}.")
    ROLES_ASKED = N_("{name} asked for the role {roles}, which another administrator must confirm.")
    ROLES_CONFIRMED = N_("{name} confirmed the role {roles} of an administrator who had asked for it.")
    OPENED_ANYWAY = N_("{name} opened {person} although they do not work with each other: “{reason}”")
    ROLES_CHANGED = N_("{name} changed your roles to {roles}.")
    KEYS_CHANGED = N_("{name} changed which keys you hold.")
    PASSWORD_RESET = N_("{name} gave you a new password. If you had not asked for one, ask why.")
    RECOVERY_USED = N_("The recovery key was used to sign in as you. If it was not you, tell your manager at once.")
    SIGN_IN_REFUSED = N_("Wrong passwords typed under your name: {times}. If it was not you, tell an administrator.")


_ELEVATIONS = MappingProxyType(
    {HistoryAction.ROLES_ASKED: Concern.ROLES_ASKED, HistoryAction.ROLES_CONFIRMED: Concern.ROLES_CONFIRMED}
)


@dataclass(frozen=True, slots=True)
class ConcernRow:
    """One thing that concerns the signed-in user, and who did it."""

    at: datetime
    concern: Concern
    name: str
    person_id: UUID | None = None
    person: PersonName | None = None
    roles: tuple[Role, ...] = ()
    reason: str = ""
    times: int = 1


@dataclass(frozen=True, slots=True)
class Concerns:
    """What there is to be told, the latest first, and until when that reaches; `more` are left out."""

    rows: tuple[ConcernRow, ...]
    until: datetime | None
    more: int = 0


@depends_on(User, Case, Person)
def since_last(uow: Reading) -> Concerns:
    """Return what concerns the signed-in user and was not yet told to them, or nothing."""
    since = _since(uow)
    found = [*_about_me(uow, since), *_taken(uow, since), *_opened(uow, since)] if since is not None else []
    found.sort(key=lambda row: row.at, reverse=True)
    return Concerns(tuple(found[:MOST]), found[0].at if found else None, max(0, len(found) - MOST))


def has_read(uow: Writing, until: datetime) -> None:
    """Note that the signed-in user was told of everything up to an instant.

    It stands in the history, as everything that counts: it is the same on every computer, and nobody can have it for another.
    """
    uow.note(HistoryAction.TOLD, noun=_USER, record_id=uow.user.id, reason=until.isoformat())


def _since(uow: Reading) -> datetime | None:
    """Return until when the user has been told; None before their first sign-in."""
    mine = (HistoryEntry.record_id == uow.user.id, HistoryEntry.noun == _USER)
    told = select(HistoryEntry.reason).where(*mine, HistoryEntry.action == HistoryAction.TOLD)
    last = uow.session.scalar(told.order_by(HistoryEntry.number.desc()).limit(1))
    if last is not None:
        return datetime.fromisoformat(last)
    entered = select(HistoryEntry.at).where(*mine, HistoryEntry.action == HistoryAction.SIGNED_IN)
    first = uow.session.scalar(entered.order_by(HistoryEntry.number).limit(1))
    return None if first is None else max(first, uow.clock.now() - LOOK_BACK)


def _entries(since: datetime) -> Select[*tuple[Any, ...]]:
    columns = (HistoryEntry.at, HistoryEntry.transaction_id, HistoryEntry.user_id, User.name, HistoryEntry.action)
    query = select(*columns, HistoryEntry.before, HistoryEntry.after, HistoryEntry.reason, HistoryEntry.person_id)
    query = query.outerjoin(User, User.id == HistoryEntry.user_id)
    return query.where(text(f"({TRACES})"), HistoryEntry.at > since).order_by(HistoryEntry.at, HistoryEntry.number)


def _about_me(uow: Reading, since: datetime) -> Iterator[ConcernRow]:
    """Yield what was done with the user's own way in: one row for each transaction, which may say the same twice."""
    query = _entries(since).where(HistoryEntry.record_id == uow.user.id, HistoryEntry.noun == _USER)
    for _, rows in groupby(uow.session.execute(query), key=lambda row: row.transaction_id):
        told = _told(tuple(rows), uow.user.id)
        if told is not None:
            yield told


def _told(rows: tuple[Row[*tuple[Any, ...]], ...], me: UUID) -> ConcernRow | None:
    by = {row.action: row for row in rows}
    first = rows[0]
    if HistoryAction.RECOVERY_USED in by:
        return ConcernRow(first.at, Concern.RECOVERY_USED, first.name or "")
    if HistoryAction.SIGN_IN_REFUSED in by:
        return ConcernRow(first.at, Concern.SIGN_IN_REFUSED, "", times=int(by[HistoryAction.SIGN_IN_REFUSED].reason or 1))
    if first.user_id == me:
        return None
    changed = by.get(HistoryAction.CHANGED)
    if changed is not None and (roles := _roles(changed.after)):
        return ConcernRow(first.at, Concern.ROLES_CHANGED, first.name or "", roles=roles)
    if HistoryAction.PASSWORD_RESET in by:
        return ConcernRow(first.at, Concern.PASSWORD_RESET, first.name or "")
    if by.keys() & {HistoryAction.KEYS_GRANTED, HistoryAction.KEYS_REVOKED}:
        return ConcernRow(first.at, Concern.KEYS_CHANGED, first.name or "")
    return None


def _taken(uow: Reading, since: datetime) -> Iterator[ConcernRow]:
    """Yield who gave themselves roles: told to everybody who works with people's notes."""
    if not uow.user.may(Permission.SEE_NOTES):
        return
    query = _entries(since).where(
        HistoryEntry.action == HistoryAction.CHANGED, HistoryEntry.noun == _USER, HistoryEntry.record_id == HistoryEntry.user_id
    )
    for row in uow.session.execute(query.where(HistoryEntry.user_id != uow.user.id)):
        gained = tuple(role for role in _roles(row.after) if role not in _roles(row.before))
        if gained:
            yield ConcernRow(row.at, Concern.ROLES_TAKEN, row.name or "", roles=gained)
    asked = _entries(since).where(HistoryEntry.action.in_(_ELEVATIONS), HistoryEntry.user_id != uow.user.id)
    for row in uow.session.execute(asked):
        roles = tuple(map(Role.of, (row.reason or "").split(", ")))
        yield ConcernRow(row.at, _ELEVATIONS[row.action], row.name or "", roles=roles)


def _opened(uow: Reading, since: datetime) -> Iterable[ConcernRow]:
    """Return which of the user's own participants a colleague opened anyway."""
    if not uow.user.may(Permission.SEE_NOTES):
        return []
    mine = select(Case.person_id).join(Person, Person.id == Case.person_id)
    mine = mine.where(Case.coach_id == uow.user.id, Case.status.in_(ACTIVE), shield.visible(uow))
    query = _entries(since).where(HistoryEntry.action == HistoryAction.OPENED_ANYWAY, HistoryEntry.person_id.in_(mine))
    found = uow.session.execute(query.where(HistoryEntry.user_id != uow.user.id)).all()
    called = names(uow, {row.person_id for row in found})
    return [
        ConcernRow(row.at, Concern.OPENED_ANYWAY, row.name or "", row.person_id, called[row.person_id], reason=row.reason or "")
        for row in found
    ]


def _roles(values: str | None) -> tuple[Role, ...]:
    found = json.loads(values or "{}").get("roles") or ()
    return tuple(sorted(map(Role.of, found), key=lambda role: role.value))
