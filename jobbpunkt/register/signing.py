"""The signed history: at the end of each transaction its last hash is signed with the pair of who did it.

The register key lets anybody write a history that fits together; only its owner's pair gives it a signature. Entries from
before there were signatures are pinned by the first one, whose hash covers all that came before.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, func, insert, select

from jobbpunkt.register.asking import Sent
from jobbpunkt.register.chain import START, Head
from jobbpunkt.register.key_file import KeyFile
from jobbpunkt.register.keyring import Standing
from jobbpunkt.register.links import Kind, Link
from models.history import HistoryEntry, HistorySignature

_NOTHING = Head(0, START)
_BATCH = 1000


def sign(connection: Connection, standing: Standing, last: Head) -> None:
    """Sign the end of the history in a member's name; with it goes how far they have followed the chain of members."""
    me, members = standing.identity, standing.members
    told = _told(members.register_id, members.seen.n, last)
    row = {"number": last.number, "user_id": UUID(me.user), "links": members.seen.n, "signature": me.pair.signs.sign(told)}
    _signing().send(connection, [row])


@cache
def _signing() -> Sent:
    return Sent(insert(HistorySignature))


@dataclass(frozen=True, slots=True)
class Vouched:
    """How far the signatures vouch for the history: up to where, and the first entry that they do not vouch for, if any."""

    until: Head
    unfit: int | None


def verify(connection: Connection, file: KeyFile, since: Head = _NOTHING) -> Vouched:
    """Follow the signatures, those after `since` only; the chain of members must have been followed before.

    From the first signature on, every transaction ends with one, by the user whose name it bears, with the pair that was
    theirs in the chain of members. What was signed before the keys were last renewed is older than any signature after it.
    """
    pairs, until = _Pairs(file.chain, _links_before(connection, since)), since
    for number, hash_, user, signature in _ends(connection, since):
        if signature is None:
            if until.number:
                return Vouched(until, number)
            continue
        last = Head(number, hash_)
        if not pairs.fit(file.register_id, last, user, signature):
            return Vouched(until, number)
        until = last
    return Vouched(until, None)


class _Pairs:
    """Whose pair was which after each link, and which links renewed the keys."""

    def __init__(self, chain: Sequence[Link], seen: int) -> None:
        self._count = len(chain)
        self._of_user: dict[str, list[tuple[int, bytes]]] = {}
        self._renewed = [number for number, link in enumerate(chain, 1) if link.told["kind"] == Kind.EPOCH]
        for number, link in enumerate(chain, 1):
            if "signs" in link.told:
                user = str(link.told["by"] if link.told["kind"] == Kind.FOUND else link.told["user"])
                self._of_user.setdefault(user, []).append((number, bytes.fromhex(link.told["signs"])))
        self._floor = self._renewed_by(seen)

    def fit(self, register_id: str, last: Head, user: UUID | None, signature: Any) -> bool:
        """Tell whether a signature is the user's own over the end of their transaction."""
        if signature.user_id != user or not self._floor <= signature.links <= self._count:
            return False
        signs = next((half for number, half in reversed(self._of_user.get(str(user), [])) if number <= signature.links), None)
        if signs is None:
            return False
        try:
            Ed25519PublicKey.from_public_bytes(signs).verify(signature.signature, _told(register_id, signature.links, last))
        except InvalidSignature:
            return False
        self._floor = max(self._floor, self._renewed_by(signature.links))
        return True

    def _renewed_by(self, links: int) -> int:
        """Return the last link up to `links` that renewed the keys."""
        return self._renewed[at - 1] if (at := bisect_right(self._renewed, links)) else 0


def _links_before(connection: Connection, since: Head) -> int:
    """Return how far those had followed the chain of members who signed up to `since`."""
    query = select(func.max(HistorySignature.links)).where(HistorySignature.number <= since.number)
    return connection.scalar(query) or 0


def _ends(connection: Connection, since: Head) -> Iterator[tuple[int, str, UUID | None, Any]]:
    """Yield the last entry of each transaction, with its signature or None."""
    entry, signed = HistoryEntry.__table__.c, HistorySignature.__table__.c
    query = (
        select(entry.number, entry.hash, entry.user_id, entry.transaction_id, signed.user_id.label("by"), signed.links)
        .add_columns(signed.signature)
        .outerjoin_from(HistoryEntry.__table__, HistorySignature.__table__, signed.number == entry.number)
        .where(entry.number > since.number)
        .order_by(entry.number)
    )
    before = None
    with connection.execution_options(yield_per=_BATCH).execute(query) as rows:
        for row in rows:
            if before is not None and before.transaction_id != row.transaction_id:
                yield _end(before)
            before = row
    if before is not None:
        yield _end(before)


@dataclass(frozen=True, slots=True)
class _Signature:
    user_id: UUID
    links: int
    signature: bytes


def _end(row: Any) -> tuple[int, str, UUID | None, _Signature | None]:
    signature = None if row.signature is None else _Signature(row.by, row.links, row.signature)
    return row.number, row.hash, row.user_id, signature


def _told(register_id: str, links: int, last: Head) -> bytes:
    return f"jobbpunkt history 1:{register_id}:{links}:{last.number}:{last.hash}".encode()
