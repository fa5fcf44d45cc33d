"""Whom a record is about: followed up its foreign keys, so that a person's history holds all that concerns them."""

import json
from dataclasses import replace
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from jobbpunkt.register.history import Happening
from models.history import HistoryEntry

# A meeting may be with several people: they are those who take part, and the history of their taking part tells of them.
MEETING, TAKING_PART = "coaching_session", "session_participant"


def with_person(session: Session, happening: Happening) -> Happening:
    """Return the happening with its person filled in, where there is one; a meeting of several has none of its own."""
    if happening.person is not None:
        return happening
    if happening.noun == MEETING:
        return replace(happening, person=_met(session, happening.record))
    values = json.loads(happening.after or happening.before or "{}")
    return replace(happening, person=_follow(session, "person", happening.noun, happening.record, values))


def plan_of(session: Session, noun: str, record: UUID, told: str | None) -> UUID | None:
    """Return the plan that a record is or belongs to, if any; `told` is what the history says of the record."""
    return _follow(session, "plan", noun, record, json.loads(told or "{}")) if noun.startswith("plan") else None


def concerning(session: Session, person_id: UUID) -> ColumnElement[bool]:
    """Return the condition on HistoryEntry that it is about a person: by itself, or as a meeting that they take part in."""
    met = meetings(session, person_id)
    of_all = and_(HistoryEntry.person_id.is_(None), HistoryEntry.noun == MEETING, HistoryEntry.record_id.in_(met))
    return or_(HistoryEntry.person_id == person_id, of_all)


@cache
def ways() -> dict[str, Column[Any]]:
    """Return for each table that hangs on a person the column that leads there the shortest way, at any depth."""
    from models.tables import metadata  # every table, which the first page of the window has no need of

    found: dict[str, Column[Any]] = {}
    near = {"person"}
    while near:
        keys = [key for table in metadata().sorted_tables for key in table.foreign_keys if key.column.table.name in near]
        new = {key.parent.table.name: key.parent for key in keys if key.parent.table.name not in {"person", *found}}
        found |= new
        near = set(new)
    return found


def _follow(session: Session, end: str, noun: str, record: UUID, values: dict[str, Any]) -> UUID | None:
    """Return the record of the table `end` up the chain of parents, or None."""
    if noun == end:
        return record
    column = ways().get(noun)
    if column is None:
        return None
    parent_id = values.get(column.name) or session.scalar(select(column).where(column.table.c.id == record))
    if parent_id is None:
        return None
    (key,) = column.foreign_keys
    return _follow(session, end, key.column.table.name, UUID(str(parent_id)), {})


def _met(session: Session, meeting: UUID) -> UUID | None:
    """Return the one person whom a meeting is with."""
    from models.coaching import SessionParticipant

    found = session.scalars(select(SessionParticipant.person_id).where(SessionParticipant.session_id == meeting).limit(2)).all()
    return found[0] if len(found) == 1 else None


def meetings(session: Session, person_id: UUID) -> set[UUID]:
    """Return every meeting that a person takes part in or ever took part in."""
    from models.coaching import SessionParticipant

    present = session.scalars(select(SessionParticipant.session_id).where(SessionParticipant.person_id == person_id))
    noted = select(HistoryEntry.after, HistoryEntry.before).where(
        HistoryEntry.person_id == person_id, HistoryEntry.noun == TAKING_PART
    )
    once = (json.loads(after or before or "{}").get("session_id") for after, before in session.execute(noted))
    return {*present, *(UUID(meeting) for meeting in once if meeting)}
