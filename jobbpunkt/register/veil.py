"""The veil over protected people: whatever is written of them is sealed on its way to the engine, in one place for all rooms.

What a session holds stays in plain words for whoever holds the key; what it sends is sealed, and what the engine gives back is
opened by its columns' types (`models/types.py`). A room knows nothing of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Column, Connection, Select, Table, inspect, literal_column, select, text
from sqlalchemy.orm.attributes import set_committed_value

from jobbpunkt.base.errors import NotAllowed
from jobbpunkt.register import subject
from jobbpunkt.register.database import GATE
from jobbpunkt.register.history import Happening
from jobbpunkt.register.vault import Safe, is_sealed
from models.base import Record
from models.coaching import CoachingSession, SessionParticipant
from models.person import Person
from models.types import Content, Structured, Worded
from models.vocabulary import Protection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from jobbpunkt.register.history import Said
    from models.history import HistoryEntry

MEETING, PERSON = CoachingSession.__tablename__, Person.__tablename__
ENTRY = "history_entry"
# Columns of words that are left open, and why.
OPEN: Mapping[str, str] = MappingProxyType(
    {"plan.code": "made by chance, it says nothing, and a paper that was found is looked up by it"}
)
# Whoever writes of people, and alone whoever protects one: on a server it is taken before any row and before the history, and
# alone never after it was shared, or two of them would wait for each other.
_TURN = 0x6A6F6262


class _Text(str):
    sealed: Any


class _Bytes(bytes):
    sealed: Any


class _Named(dict[str, Any]):
    sealed: Any


@cache
def sealed_columns(table: str) -> tuple[str, ...]:
    """Return the columns of a table that are sealed where they concern a protected person."""
    from models.tables import metadata  # every table, which the first page of the window has no need of

    return tuple(one.name for one in metadata().tables[table].columns if _is_sealed_kind(one))


def is_theirs(table: str) -> bool:
    """Tell whether rows of a table concern people."""
    return table in {PERSON, MEETING} or table in subject.ways()


def _is_sealed_kind(column: Column[Any]) -> bool:
    return isinstance(column.type, Worded | Structured | Content) and f"{column.table}.{column.name}" not in OPEN


def seal(safe: Safe, value: Any, *, table: str, row: UUID, column: str) -> Any:
    """Return a value sealed for its place: bytes as bytes, all else as text."""
    if isinstance(value, bytes):
        return safe.seal_bytes(value, table=table, row=row, column=column)
    text = json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value
    return safe.seal(text, table=table, row=row, column=column)


@dataclass
class Veil:
    """What one transaction knows of protected people, and what it has to put back after sending it sealed."""

    safe: Safe
    _hidden: set[UUID] | None = None
    _in_turn: bool = False
    _told: dict[UUID, bool] = field(default_factory=dict)  # of people whose own rows were sent
    _drawn: list[tuple[Record, str, Any]] = field(default_factory=list)
    late: set[UUID] = field(default_factory=set)  # meetings that a protected person joined after they were written

    def draw(self, session: Session, *_: object) -> None:
        """Seal what the session is about to send (call in `before_flush`)."""
        rows = [row for row in (*session.new, *session.dirty) if isinstance(row, Record)]
        for row in rows:
            self.take_no_seal(row)
        concerned = [row for row in rows if is_theirs(row.__tablename__)]
        if not concerned:
            return
        hidden = self._known(session.connection(), concerned)
        if not hidden:
            return
        whose = _Whose(session, hidden)
        for row in concerned:
            if whose.is_hidden(row):
                self._draw_over(row)
            if isinstance(row, SessionParticipant) and row.person_id in hidden:
                self.late.add(row.session_id)

    def draw_back(self, *_: object) -> None:
        """Let the session hold the plain words again (call when the flush is over)."""
        for row, name, value in self._drawn:
            set_committed_value(row, name, value)
        self._drawn.clear()

    def hidden(self, connection: Connection) -> set[UUID]:
        """Return who is protected, and wait on a server for whoever is changing that."""
        if self._hidden is None:
            self.take_turn(connection)
            found = connection.execute(_protected())
            told = {person for person, protected in self._told.items() if protected}
            self._hidden = (set(found.scalars()) - self._told.keys()) | told
        return self._hidden

    def alone(self, connection: Connection) -> None:
        """Wait on a server until nobody else is writing of people, since somebody becomes protected or stops being it."""
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_TURN})"))
            self._in_turn = True

    def take_turn(self, connection: Connection) -> None:
        """Wait on a server for whoever is protecting somebody; what writes of people and more besides asks before all else."""
        if not self._in_turn and connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock_shared({_TURN})"))
        self._in_turn = True

    def cover(self, connection: Connection, happenings: Iterable[Happening]) -> Iterable[Happening]:
        """Return those of the happenings that concern somebody protected."""
        return [one for one, people in self._concerned(connection, happenings) if people]

    def whose(self, connection: Connection, entries: Iterable[HistoryEntry]) -> set[UUID]:
        """Return the protected people whom entries of the history concern."""
        happenings = [Happening(one.action, one.noun, one.record_id, one.person_id) for one in entries]
        return {person for _, people in self._concerned(connection, happenings) for person in people}

    def _concerned(self, connection: Connection, happenings: Iterable[Happening]) -> Iterable[tuple[Happening, set[UUID]]]:
        """Return happenings with the protected people whom they concern."""
        found = [one for one in happenings if one.person is not None or one.noun == MEETING]
        if all(one.person in self._told for one in found):
            return [(one, {one.person}) for one in found if one.person is not None and self._told[one.person]]
        hidden = self.hidden(connection)
        if not hidden:
            return []
        met = {one.record for one in found if one.person is None}
        meetings = _with_any(connection, met, hidden) if met else {}
        return [(one, meetings.get(one.record, set()) if one.person is None else {one.person} & hidden) for one in found]

    def sealed_said(self, transaction: UUID, said: Said) -> Said:
        """Return what the history keeps of a happening that concerns somebody protected.

        Whoever lacks the key writes no words of them, so that what is left is who did what when.
        """
        if not self.safe.open_to_user:
            return said
        return {
            name: None if value is None else self.safe.seal(value, table=ENTRY, row=transaction, column=name)
            for name, value in said.items()
        }

    def _known(self, connection: Connection, rows: list[Record]) -> set[UUID]:
        """Return who is protected after what is about to be sent; of people alone, their own rows tell."""
        people = [row for row in rows if isinstance(row, Person)]
        protected = {row.id for row in people if row.protection not in {None, Protection.NONE}}
        self._told.update({row.id: row.id in protected for row in people})
        if len(people) == len(rows) and self._hidden is None:
            self.take_turn(connection)  # more may follow, when these rows are held
            return protected
        hidden = self.hidden(connection)
        hidden -= {row.id for row in people}
        hidden |= protected
        return hidden

    def _draw_over(self, row: Record) -> None:
        state = inspect(row)
        for name in sealed_columns(row.__tablename__):
            value = getattr(row, name)
            if not value or (isinstance(value, str) and is_sealed(value)):
                continue
            if not state.pending and not state.attrs[name].history.has_changes():
                continue
            if not self.safe.open_to_user:
                raise NotAllowed(
                    "This person has a protected identity, and nothing can be written about them"
                    " without the key to it. Ask an administrator if you need it for your work."
                )
            held = _holder(value)
            held.sealed = seal(self.safe, value, table=row.__tablename__, row=row.id, column=name)
            setattr(row, name, held)
            self._drawn.append((row, name, value))

    def take_no_seal(self, row: Record) -> None:
        """Let words that look like a seal be words: only what was sealed here is ever taken for it."""
        for column in row.__table__.columns:
            if type(column.type) is Worded:
                value = row.__dict__.get(column.name)
                if isinstance(value, str) and is_sealed(value):
                    setattr(row, column.name, f" {value}")


def _holder(value: Any) -> Any:
    if isinstance(value, bytes):
        return _Bytes(value)
    return _Named(value) if isinstance(value, dict) else _Text(value)


class _Whose:
    """Tells of records whether they concern somebody who is hidden, up their foreign keys, also of those not yet sent."""

    def __init__(self, session: Session, hidden: set[UUID]) -> None:
        self._session, self._hidden = session, hidden
        self._new = {(row.__tablename__, row.id): row for row in session.new if isinstance(row, Record)}
        self._known: dict[tuple[str, UUID], UUID | None] = {}
        self._joining = {row.session_id for row in session.new if isinstance(row, SessionParticipant) and row.person_id in hidden}

    def is_hidden(self, row: Record) -> bool:
        """Tell it of one record."""
        if row.__tablename__ == MEETING:
            return row.id in self._joining or bool(_with_any(self._session.connection(), {row.id}, self._hidden))
        return self._person(row.__tablename__, row.id, row) in self._hidden

    def _person(self, table: str, key: UUID, row: Record | None = None) -> UUID | None:
        if table == PERSON:
            return key
        if (table, key) not in self._known:
            self._known[table, key] = self._found(table, key, row)
        return self._known[table, key]

    def _found(self, table: str, key: UUID, row: Record | None) -> UUID | None:
        way = subject.ways()[table]
        row = row or self._new.get((table, key))
        query = select(way).where(way.table.c.id == key)
        above = getattr(row, way.name) if row is not None else self._session.connection().execute(query).scalar()
        if above is None:
            return None
        (foreign,) = way.foreign_keys
        return self._person(foreign.column.table.name, above)


@cache
def _protected() -> Select[UUID]:
    """Return the query for who is protected; the word stands in it as in the condition of the index, which few are in."""
    return select(Person.id).prefix_with(GATE).where(Person.protection != literal_column(f"'{Protection.NONE.value}'"))


def _with_any(connection: Connection, meetings: set[UUID], people: set[UUID]) -> dict[UUID, set[UUID]]:
    """Return who of some people takes part in which of some meetings."""
    part = select(SessionParticipant.session_id, SessionParticipant.person_id).where(
        SessionParticipant.session_id.in_(meetings), SessionParticipant.person_id.in_(people)
    )
    found: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for meeting, person in connection.execute(part):
        found[meeting].add(person)
    return found


def plain_table(name: str) -> Table:
    """Return a table whose rows are read and written as they lie, seals and all."""
    from sqlalchemy import MetaData

    from models.tables import metadata

    table = metadata().tables[name]
    return Table(
        name,
        MetaData(),
        *(Column(one.name, _plain(one.type), primary_key=one.primary_key, info=one.info) for one in table.columns),
    )


def _plain(kind: Any) -> Any:
    return kind.impl_instance if isinstance(kind, Worded | Structured | Content) else kind
