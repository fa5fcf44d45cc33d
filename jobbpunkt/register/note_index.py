"""The words of notes: kept in line in the transaction of the note itself, and only of people of whom everybody may know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, Select, delete, exists, select

from jobbpunkt.register.index import changed, known_otherwise, words_of
from models.base import Record
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.person import Person, PersonNote
from models.search import NoteEntry
from models.vocabulary import Protection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

MEETING = CoachingSession.__tablename__


class TouchedNotes:
    """What a transaction did to notes, to who takes part in a meeting, and to how much may be known of a person."""

    def __init__(self) -> None:
        self._touched: defaultdict[str, set[UUID]] = defaultdict(set)
        self._people: set[UUID] = set()
        self._empty: set[UUID] = set()

    def note(self, session: Session) -> None:
        """Take down what the session has just flushed."""
        for row in session.new:
            self._written(row)
        for row in session.dirty:
            if known_otherwise(row):
                self._people.add(row.id)
            elif changed(row, getattr(row, "noted_in", ())):
                self._touch(row)
        for row in session.deleted:
            if hasattr(row, "noted_in"):
                self._touch(row)
        for row in (*session.new, *session.deleted):
            if isinstance(row, SessionParticipant) and row.session_id not in self._empty:
                self._touched[MEETING].add(row.session_id)

    def reindex(self, session: Session) -> None:
        """Bring the index in line with all of it, and forget it."""
        if self._people:
            self._add_all_of_people(session)
        for kind, records in self._touched.items():
            put(session.connection(), kind, records)
        for kept in (self._touched, self._people, self._empty):
            kept.clear()

    def _written(self, row: object) -> None:
        columns = getattr(row, "noted_in", ())
        if any(getattr(row, column) for column in columns):
            self._touch(row)
        elif columns and isinstance(row, Record):
            self._empty.add(row.id)  # a meeting that is booked has nothing to look for yet

    def _touch(self, row: object) -> None:
        if isinstance(row, Record):
            self._touched[row.__tablename__].add(row.id)

    def _add_all_of_people(self, session: Session) -> None:
        part = select(SessionParticipant.session_id).where(SessionParticipant.person_id.in_(self._people))
        self._touched[MEETING].update(session.scalars(part))
        for model in (PersonNote, AgreedStep):
            own = select(model.id).where(model.person_id.in_(self._people))
            self._touched[model.__tablename__].update(session.scalars(own))


def put(connection: Connection, kind: str, records: Collection[UUID]) -> None:
    """Let the index hold the words of these notes as they now stand, and nothing of those whose words it may not hold."""
    rows = connection.execute(_SOURCES[kind](records)).all()
    entries = [{"record_id": row[0], "kind": kind, "folded": " ".join(words_of(" ".join(row[1:])))} for row in rows]
    kept = [entry for entry in entries if entry["folded"]]
    left = set(records) - {entry["record_id"] for entry in kept}
    if left:
        connection.execute(delete(NoteEntry).where(NoteEntry.record_id.in_(left)))
    if kept:
        connection.execute(_upsert(connection), kept)


def _of_meetings(records: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    """Return the query of meetings that nobody who is protected takes part in, with their words."""
    taking_part = select(SessionParticipant.id).join(Person, Person.id == SessionParticipant.person_id)
    taking_part = taking_part.where(SessionParticipant.session_id == CoachingSession.id).correlate(CoachingSession)
    query = select(CoachingSession.id, CoachingSession.note, CoachingSession.summary)
    return query.where(
        CoachingSession.id.in_(records),
        exists(taking_part.where(Person.removed.is_(False))),
        ~exists(taking_part.where(Person.protection != Protection.NONE)),
    )


def _of_one(model: type[PersonNote | AgreedStep], records: Collection[UUID]) -> Select[*tuple[Any, ...]]:
    """Return the query of what belongs to one person who is not protected, with its words."""
    query = select(model.id, model.text).join(Person, Person.id == model.person_id)
    return query.where(model.id.in_(records), Person.protection == Protection.NONE, Person.removed.is_(False))


_SOURCES: Mapping[str, Callable[[Collection[UUID]], Select[*tuple[Any, ...]]]] = MappingProxyType(
    {
        MEETING: _of_meetings,
        PersonNote.__tablename__: partial(_of_one, PersonNote),
        AgreedStep.__tablename__: partial(_of_one, AgreedStep),
    }
)


def _upsert(connection: Connection) -> Any:
    """Return the statement that writes an entry, in the place of one that is there already."""
    if connection.dialect.name == "sqlite":
        from sqlalchemy.dialects.sqlite import insert
    else:
        from sqlalchemy.dialects.postgresql import insert  # type: ignore[assignment]
    statement = insert(NoteEntry)
    return statement.on_conflict_do_update(index_elements=["record_id"], set_={"folded": statement.excluded.folded})
