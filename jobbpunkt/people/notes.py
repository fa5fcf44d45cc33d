"""Dated notes about a person that belong to no meeting."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from jobbpunkt.base import checks
from jobbpunkt.base.changes import Change
from jobbpunkt.base.words import N_
from jobbpunkt.register import gate
from jobbpunkt.register.permissions import Permission
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.account import User
from models.person import PersonNote


@dataclass(frozen=True, slots=True)
class Note:
    """A note as read."""

    id: UUID
    version: int
    noted_on: date
    author: str
    text: str


def add(uow: Writing, person_id: UUID, text: str, *, on: date | None = None) -> Change:
    """Add a note about a person, dated today unless said otherwise."""
    gate.require_need(uow, Permission.SEE_NOTES, person_id)
    tidy = checks.text(text, field="text", longest=checks.NOTE, required=True)
    day = checks.past_day(on, uow.clock.today(), field="noted_on") or uow.clock.today()
    return uow.change(
        uow.add(PersonNote(person_id=person_id, author_id=uow.user.id, noted_on=day, text=tidy)), N_("The note has been added.")
    )


def change(uow: Writing, note_id: UUID, version: int, text: str, *, on: date | None = None) -> Change:
    """Change a note's words, and its day if one is given."""
    row = gate.changing(uow, Permission.SEE_NOTES, PersonNote, note_id, version)
    row.text = checks.text(text, field="text", longest=checks.NOTE, required=True)
    row.noted_on = checks.past_day(on, uow.clock.today(), field="noted_on") or row.noted_on
    return uow.change(row, N_("The note has been saved."))


def remove(uow: Writing, note_id: UUID, version: int) -> Change:
    """Remove a note; it can be undone."""
    row = gate.changing(uow, Permission.SEE_NOTES, PersonNote, note_id, version)
    uow.remove(row)
    return uow.change(row, N_("The note has been removed."))


def of_person(uow: Reading, person_id: UUID) -> tuple[Note, ...]:
    """Return a person's notes, newest first."""
    gate.require_reading(uow, Permission.SEE_NOTES, person_id)
    query = select(PersonNote, User.name).join(User, User.id == PersonNote.author_id).where(PersonNote.person_id == person_id)
    rows = uow.session.execute(query.order_by(PersonNote.noted_on.desc(), PersonNote.id.desc()))
    return tuple(Note(row.id, row.version, row.noted_on, author, row.text) for row, author in rows)
