"""Which roles somebody had when they did something: the history knows it, while an account only says what holds now."""

import json
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.register.permissions import Permission, allowed
from jobbpunkt.register.unit_of_work import Reading
from models.account import User
from models.history import HistoryEntry
from models.vocabulary import HistoryAction, Role

_WRITTEN = (HistoryAction.CREATED, HistoryAction.CHANGED)
_Since = tuple[datetime, frozenset[Role]]


@dataclass(frozen=True, slots=True)
class RolesThen:
    """The roles of some users at any time."""

    _since: Mapping[UUID, list[_Since]]

    def at(self, user: UUID | None, moment: datetime) -> frozenset[Role]:
        """Return the roles that a user had; before the first that is known of, those."""
        known = self._since.get(user, []) if user is not None else []
        if not known:
            return frozenset()
        place = bisect_right([since for since, _ in known], moment)
        return known[max(0, place - 1)][1]

    def among_people(self, user: UUID | None, moment: datetime) -> frozenset[Role]:
        """Return of those roles the ones that have to do with people; all, where none has."""
        roles = self.at(user, moment)
        near = (Permission.SEE_PEOPLE, Permission.SEE_WORK)
        return frozenset(role for role in roles if any(allowed(frozenset({role}), right) for right in near)) or roles


def roles_of(uow: Reading, users: Collection[UUID]) -> RolesThen:
    """Return which roles these users had when."""
    found: dict[UUID, list[_Since]] = {}
    query = select(HistoryEntry.record_id, HistoryEntry.at, HistoryEntry.after).where(
        HistoryEntry.noun == User.__tablename__, HistoryEntry.record_id.in_(users), HistoryEntry.action.in_(_WRITTEN)
    )
    for user, moment, after in uow.session.execute(query.order_by(HistoryEntry.number)):
        roles = json.loads(after or "{}").get("roles")
        if roles is not None:
            found.setdefault(user, []).append((moment, frozenset(map(Role.of, roles))))
    for user, roles in uow.session.execute(select(User.id, User.roles).where(User.id.in_(users))):
        found.setdefault(user, [(datetime.min.replace(tzinfo=uow.clock.now().tzinfo), frozenset(map(Role.of, roles)))])
    return RolesThen(found)
