"""The history of a server where each user has a login: only a function there writes it, and says whose hand it was."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from jobbpunkt.register.chain import Head
from jobbpunkt.register.history import Cover, Hand, Happening, Standing, digested
from models.account import User

_RESEAL = "SELECT jp.reseal(CAST(:turned AS json))"
_APPEND = "SELECT last_number, last_hash FROM jp.append(:at, :transaction, CAST(:happened AS json))"


def append(connection: Connection, hand: Hand, happenings: Iterable[Happening], cover: Cover) -> Standing:
    """Chain `happenings` to the history, in order, as who is signed in there; tell what `history` tells."""
    told = [
        {
            "action": one.action.value,
            "noun": one.noun,
            "record_id": str(one.record),
            "person_id": str(one.person) if one.person is not None else None,
            **digested(hand, one, cover),
        }
        for one in happenings
    ]
    end = None
    if told:
        values = {"at": hand.at, "transaction": hand.transaction, "happened": json.dumps(told, ensure_ascii=False)}
        last = connection.execute(text(_APPEND), values).one()
        end = Head(last.last_number, last.last_hash)
    stands = connection.execute(select(User.active, User.roles).where(User.id == hand.user)).first()
    return Standing(end, stands.active if stands else None, frozenset(stands.roles if stands else ()))


def reseal(connection: Connection, entries: Sequence[dict[str, Any]]) -> None:
    """Write what entries say, sealed or opened again: each its number, and all that an entry says."""
    connection.execute(text(_RESEAL), {"turned": json.dumps(list(entries), ensure_ascii=False)})
