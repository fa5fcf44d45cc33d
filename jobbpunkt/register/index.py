"""The search index: words without case and accents, kept in line with the records in the transaction that writes them."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import (
    delete,
    insert,
    inspect,
    select,
)
from sqlalchemy.orm import Session

from models.base import Record
from models.person import Person
from models.search import SearchEntry
from models.vocabulary import Protection

_LONGEST = 200
# Letters with a stroke through them, which Unicode does not take apart.
_STROKES = MappingProxyType({ord("ø"): "o", ord("đ"): "d", ord("ł"): "l", ord("ħ"): "h", ord("æ"): "ae", ord("œ"): "oe"})


def fold(words: str) -> str:
    """Return words without case and accents, å ä ö included: "Åsa Öberg" becomes "asa oberg"."""
    bare = unicodedata.normalize("NFKD", words.casefold().translate(_STROKES))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def tokens(words: str) -> list[str]:
    """Return the folded words of what was typed; signs that mean something to a search engine are left out."""
    return words_of(words[:_LONGEST])


def words_of(text: str) -> list[str]:
    """Return the folded words of any text, in order."""
    return re.findall(r"[^\W_]+", fold(text))


class Touched:
    """The records that a transaction has written or removed, each once and as it was left; findable ones have `found_by`."""

    def __init__(self) -> None:
        self._written: dict[UUID, Record] = {}
        self._new: set[UUID] = set()
        self._old: set[UUID] = set()
        self._people: set[UUID] = set()

    def note(self, session: Session) -> None:
        """Take down what the session has just flushed."""
        new, dirty, deleted = (_findable(rows) for rows in (session.new, session.dirty, session.deleted))
        self._new |= {row.id for row in new} - self._old
        self._old |= {row.id for row in (*dirty, *deleted)} - self._new
        self._written |= {row.id: row for row in (*new, *dirty)}
        for row in deleted:
            self._written.pop(row.id, None)
        self._people |= {row.id for row in dirty if known_otherwise(row)}

    def reindex(self, session: Session) -> None:
        """Bring the index in line with all of it, and forget it."""
        for row in _belonging_to(session, self._people):
            self._written[row.id] = row
            self._old.add(row.id)
        if self._written or self._old:
            _reindex(session, self._written.values(), self._old)
        for kept in (self._written, self._new, self._old, self._people):
            kept.clear()


def changed(row: object, columns: Collection[str]) -> bool:
    """Tell whether the flush that has just happened wrote another value into any of these columns."""
    return bool(columns) and any(inspect(row).attrs[column].history.has_changes() for column in columns)


def known_otherwise(row: object) -> bool:
    """Tell whether more or less may be known of a person since the flush that has just happened."""
    return isinstance(row, Person) and changed(row, ("protection", "removed"))


def _belonging_to(session: Session, people: Collection[UUID]) -> list[Record]:
    """Return all that can be found of people of whom more or less may be known than before."""
    if not people:
        return []
    from models.tables import records  # whatever this program happened to ask for so far, none of theirs stays behind

    kinds: list[Any] = [kind for kind in records().values() if hasattr(kind, "found_by") and hasattr(kind, "person_id")]
    return [row for kind in kinds for row in session.scalars(select(kind).where(kind.person_id.in_(people)))]


def _findable(rows: Iterable[object]) -> list[Record]:
    return [row for row in rows if isinstance(row, Record) and hasattr(row, "found_by")]


def _reindex(session: Session, records: Collection[Record], old: Collection[UUID]) -> None:
    """Index records anew; only those in `old` can stand in the index already."""
    connection = session.connection()
    if old:
        connection.execute(delete(SearchEntry).where(SearchEntry.record_id.in_(old)))
    entries = [entry for row in records if (entry := _entry(session, row)) is not None]
    if entries:
        connection.execute(insert(SearchEntry), entries)


def _entry(session: Session, row: Record) -> dict[str, object] | None:
    found_by = getattr(row, "found_by", None)
    words = found_by() if found_by is not None else None
    if words is None:
        return None
    person_id = row.id if isinstance(row, Person) else getattr(row, "person_id", None)
    if person_id is not None and not isinstance(row, Person):
        person = session.get(Person, person_id)
        if person is None or person.removed or person.protection is not Protection.NONE:
            return None
    title, more = words
    return {
        "record_id": row.id,
        "kind": row.__tablename__,
        "person_id": person_id,
        "title": title,
        # Bare words: PostgreSQL would otherwise read addresses, numbers and hyphens as words of their own kinds.
        "folded": " ".join(words_of(f"{title} {more}")),
    }
