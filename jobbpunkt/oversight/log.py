"""The log for administrators: who did what kind of thing when, without contents, and of people only a number."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, text
from sqlalchemy.orm import aliased

from jobbpunkt.base.clock import instant
from jobbpunkt.base.words import N_
from jobbpunkt.oversight.kinds import looked, told_to
from jobbpunkt.register import shield
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.reads import depends_on
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.history import TRACES, HistoryEntry
from models.person import Person
from models.plan import Plan
from models.vocabulary import HistoryAction, Looked, Protection, Role

MOST = 500


class LogKind(Enum):
    """What the log can be narrowed to."""

    SIGNED_IN = N_("Signed in")
    REFUSED = N_("Wrong passwords")
    ACCESS = N_("Roles, keys and passwords")
    READ = N_("Looked")
    ANYWAY = N_("Opened anyway")
    PRINTED = N_("Printed")
    EXPORTED = N_("Taken out")


# Of every action that is no change of a record that people work with, where it stands in the log.
KINDS: Mapping[HistoryAction, LogKind] = MappingProxyType(
    {
        HistoryAction.SIGNED_IN: LogKind.SIGNED_IN,
        HistoryAction.RECOVERY_USED: LogKind.SIGNED_IN,
        HistoryAction.SIGN_IN_REFUSED: LogKind.REFUSED,
        HistoryAction.CREATED: LogKind.ACCESS,
        HistoryAction.CHANGED: LogKind.ACCESS,
        HistoryAction.REMOVED: LogKind.ACCESS,
        HistoryAction.KEYS_GRANTED: LogKind.ACCESS,
        HistoryAction.KEYS_RENEWED: LogKind.ACCESS,
        HistoryAction.KEYS_REVOKED: LogKind.ACCESS,
        HistoryAction.PASSWORD_RESET: LogKind.ACCESS,
        HistoryAction.RECOVERY_RENEWED: LogKind.ACCESS,
        HistoryAction.ROLES_ASKED: LogKind.ACCESS,
        HistoryAction.ROLES_CONFIRMED: LogKind.ACCESS,
        HistoryAction.READ: LogKind.READ,
        HistoryAction.OPENED_ANYWAY: LogKind.ANYWAY,
        HistoryAction.PRINTED: LogKind.PRINTED,
        HistoryAction.EXPORTED: LogKind.EXPORTED,
    }
)
# That somebody read what concerned them is told to nobody else; who was protected, and is no longer, stands at the person alone.
# What came home by a field file are counts, told where they stand.
UNTOLD = frozenset({HistoryAction.TOLD, HistoryAction.PROTECTED, HistoryAction.UNPROTECTED, HistoryAction.BROUGHT_HOME})
# Whose reason the program wrote itself; any other may say something of a person.
_WRITTEN_BY_PROGRAM = frozenset({"register", "report", User.__tablename__})


@dataclass(frozen=True, slots=True)
class LogFilter:
    """What one wants to see of the log; `first` and `last` are days, the last included."""

    kind: LogKind | None = None
    user_id: UUID | None = None
    first: date | None = None
    last: date | None = None
    most: int = MOST


@dataclass(frozen=True, slots=True)
class LogRow:
    """One event: who, when, what kind; `about` is the user whom it concerns, `reference` the number of a person.

    `roles` are what a user has from then on, where these were changed; `detail` is what the program noted, such as the keys.
    """

    at: datetime
    user: str
    action: HistoryAction
    kind: LogKind
    noun: str
    what: Looked
    about: str
    reference: int | None
    roles: tuple[Role, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class LogPage:
    """The latest events, the latest first, and whether there are older ones besides."""

    rows: tuple[LogRow, ...]
    older: bool


@depends_on(User, Person, Plan)
def events(uow: Reading, wanted: LogFilter = LogFilter()) -> LogPage:
    """Return what was done, for an administrator; whoever may not see health is told of no look at it."""
    uow.require(Permission.MANAGE_USERS)
    found = uow.session.execute(_query(uow, wanted).limit(wanted.most + 1)).all()
    sees = shield.sees_protected(uow)
    return LogPage(tuple(_row(sees, *row) for row in found[: wanted.most]), len(found) > wanted.most)


def _query(uow: Reading, wanted: LogFilter) -> Select[*tuple[Any, ...]]:
    whom = aliased(User)
    columns = (
        *(HistoryEntry.at, User.name, HistoryEntry.action, HistoryEntry.noun, HistoryEntry.reason, HistoryEntry.after),
        *(whom.name, Person.reference, Person.protection),
    )
    query = select(*columns).outerjoin(User, User.id == HistoryEntry.user_id)
    query = query.outerjoin(whom, whom.id == HistoryEntry.record_id).outerjoin(Person, Person.id == HistoryEntry.person_id)
    actions = [action for action, kind in KINDS.items() if wanted.kind in (None, kind)]
    query = query.where(text(f"({TRACES})"), HistoryEntry.action.in_(actions), *told_to(health=shield.sees_health(uow)))
    if wanted.user_id is not None:
        query = query.where(HistoryEntry.user_id == wanted.user_id)
    if wanted.first is not None:
        query = query.where(HistoryEntry.at >= instant(wanted.first))
    if wanted.last is not None:
        query = query.where(HistoryEntry.at < instant(date.fromordinal(wanted.last.toordinal() + 1)))
    return query.order_by(HistoryEntry.at.desc(), HistoryEntry.number.desc())


def _row(
    sees: bool,  # noqa: FBT001 - one of the columns that are handed over
    at: datetime,
    user: str | None,
    action: HistoryAction,
    noun: str,
    reason: str | None,
    after: str | None,
    whom: str | None,
    reference: int | None,
    protection: Protection | None,
) -> LogRow:
    of_user = noun == User.__tablename__
    roles = json.loads(after or "{}").get("roles") if of_user else None
    hidden = protection is not None and protection is not Protection.NONE and not sees
    return LogRow(
        at=at,
        user=user or "",
        action=action,
        kind=KINDS[action],
        noun=noun,
        what=looked(noun, health=False),
        about=(whom or "") if of_user else "",
        reference=None if hidden else reference,
        roles=tuple(sorted(map(Role.of, roles or ()), key=lambda role: role.value)),
        detail=(reason or "") if noun in _WRITTEN_BY_PROGRAM else "",
    )
