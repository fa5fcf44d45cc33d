"""Finding notes by their words: what was written in meetings, about people and as agreed steps, the latest written first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Integer, Row, Select, and_, bindparam, column, func, literal_column, select, table, text

from jobbpunkt.base.clock import day_of
from jobbpunkt.coaching import lists, steps
from jobbpunkt.people.names import PersonName, name_of
from jobbpunkt.register import need, shield
from jobbpunkt.register.index import fold, tokens
from jobbpunkt.register.permissions import Permission
from models.coaching import AgreedStep, CoachingSession
from models.person import Person, PersonNote
from models.search import NoteEntry

if TYPE_CHECKING:
    from datetime import date

    from jobbpunkt.register.unit_of_work import Reading

# Fewer letters begin too many words: a shorter word is looked for as it is, and alone it finds nothing.
LEAST = 3
BEFORE, AFTER = 30, 60
FURTHER, MOST = 60, 1200  # entries looked at next, and in all


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note that was found: whose, of which day, the words around what was looked for, and the meeting that it was part of."""

    kind: str
    record: UUID
    person: UUID
    names: tuple[PersonName, ...]
    on: date | None
    around: str
    meeting: UUID | None = None


Read = Callable[["Reading", Collection[UUID], Sequence[str]], Iterator[NoteHit]]


def find(uow: Reading, words: str, *, limit: int = 6) -> tuple[NoteHit, ...]:
    """Return the notes that hold all of `words`, by their beginnings; none for what is shorter than a word.

    Nothing of protected people is looked through at all, nor a meeting that one of them takes part in.
    """
    uow.require(Permission.SEE_NOTES)
    wanted = tokens(words)
    if not any(len(token) >= LEAST for token in wanted):
        return ()
    hits: list[NoteHit] = []
    entries = _page(uow, wanted)
    looked, more = 0, limit
    while len(hits) < limit and looked < MOST:  # what others wrote of those one has no need of is passed over
        page = uow.session.execute(entries.limit(more).offset(looked)).all()
        hits += _hits(uow, page, wanted)
        if len(page) < more:
            break
        looked, more = looked + more, FURTHER
    return tuple(hits[:limit])


def _hits(uow: Reading, page: Sequence[Row[str, UUID]], wanted: Sequence[str]) -> Iterator[NoteHit]:
    """Yield what stands behind some entries, in their order, of the people whom one may open without a reason."""
    found: dict[UUID, NoteHit] = {}
    for kind in {row.kind for row in page}:
        ids = [row.record_id for row in page if row.kind == kind]
        found |= {hit.record: hit for hit in _READERS[kind](uow, ids, wanted)}
    return (found[row.record_id] for row in page if row.record_id in found)


def _page(uow: Reading, wanted: Sequence[str]) -> Select[str, UUID]:
    """Return the query of the entries themselves; it ends with the page, however many there are."""
    query = select(NoteEntry.kind, NoteEntry.record_id)
    if uow.engine_name == "sqlite":
        typed = " ".join(f'"{token}"*' if len(token) >= LEAST else f'"{token}"' for token in wanted)
        index = table("search_fts_notes", column("rowid", Integer))
        query = query.select_from(index).join(NoteEntry, NoteEntry.number == index.c.rowid).order_by(index.c.rowid.desc())
        return query.where(literal_column("search_fts_notes").op("MATCH")(bindparam(None, typed)))
    typed = " & ".join(f"{token}:*" if len(token) >= LEAST else token for token in wanted)
    simple = text("'simple'")
    matches = func.to_tsvector(simple, NoteEntry.folded).op("@@")(func.to_tsquery(simple, typed))
    return query.where(matches).order_by(NoteEntry.number.desc())


def _meetings(uow: Reading, ids: Collection[UUID], wanted: Sequence[str]) -> Iterator[NoteHit]:
    written = select(CoachingSession.id, CoachingSession.note, CoachingSession.summary).where(CoachingSession.id.in_(ids))
    texts = {row.id: f"{row.note}\n{row.summary}" for row in uow.session.execute(written)}
    for row in lists.rows(uow, and_(CoachingSession.id.in_(ids), need.within_reach(uow))):
        names = tuple(person.name for person in row.people)
        around_it = around(texts[row.id], wanted)
        yield NoteHit("coaching_session", row.id, row.people[0].id, names, day_of(row.starts_at), around_it, row.id)


def _steps(uow: Reading, ids: Collection[UUID], wanted: Sequence[str]) -> Iterator[NoteHit]:
    for step in steps.rows(uow, and_(AgreedStep.id.in_(ids), need.within_reach(uow))):
        words = around(step.words.text, wanted)
        yield NoteHit("agreed_step", step.id, step.person_id, (step.person,), step.words.due_on, words, step.session_id)


def _notes(uow: Reading, ids: Collection[UUID], wanted: Sequence[str]) -> Iterator[NoteHit]:
    query = select(PersonNote, Person).join(Person, Person.id == PersonNote.person_id)
    for row, of in uow.session.execute(query.where(PersonNote.id.in_(ids), shield.visible(uow), need.within_reach(uow))):
        name = name_of(of.given_name, of.family_name, of.reference, of.protection)
        yield NoteHit("person_note", row.id, row.person_id, (name,), row.noted_on, around(row.text, wanted))


_READERS: Mapping[str, Read] = MappingProxyType({"coaching_session": _meetings, "agreed_step": _steps, "person_note": _notes})


def around(written: str, wanted: Sequence[str]) -> str:
    """Return some words of a text around the first of the longest word that is looked for; dots tell that there is more."""
    whole = " ".join(unicodedata.normalize("NFC", written).split())
    first = next((at for token in sorted(wanted, key=len, reverse=True) for at in _places(whole, token)), 0)
    start = whole.rfind(" ", 0, first - BEFORE) + 1 if first > BEFORE else 0
    end = len(whole) if len(whole) <= first + AFTER else whole.rfind(" ", first, first + AFTER)
    end = end if end > first else first + AFTER
    return f"{'... ' if start else ''}{whole[start:end]}{' ...' if end < len(whole) else ''}"


def _places(whole: str, token: str) -> Iterator[int]:
    for word in re.finditer(r"[^\W_]+", whole):
        folded = fold(word[0])
        if folded.startswith(token) if len(token) >= LEAST else folded == token:
            yield word.start()
