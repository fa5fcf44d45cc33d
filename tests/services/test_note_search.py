"""Notes are found by their words by whoever may read them; the index holds what may be looked for, whatever happened."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from jobbpunkt import coaching
from jobbpunkt.base.changes import Change
from jobbpunkt.base.errors import UserError, gone
from jobbpunkt.coaching import MeetingEnd, NewSession, StepWords
from jobbpunkt.palette import note_search
from jobbpunkt.people import notes
from jobbpunkt.people.details import PersonData, change, create
from jobbpunkt.register import undo
from jobbpunkt.register.index import words_of
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading, Writing
from models.base import Record
from models.coaching import AgreedStep, CoachingSession, SessionParticipant
from models.person import Person, PersonNote
from models.search import NoteEntry
from models.vocabulary import Protection

R = TypeVar("R", bound=Record)
DAY, NINE = date(2020, 6, 15), time(9)


def write(register: Register, work: Callable[[Writing], Change]) -> Change:
    with register.writing() as uow:
        return work(uow)


def added(register: Register, name: str) -> UUID:
    return write(register, lambda uow: create(uow, PersonData(name))).record


def met(register: Register, note: str, *people: UUID) -> UUID:
    """Return a meeting with these people in which that was written."""
    meeting = write(register, lambda uow: coaching.book(uow, NewSession(people, DAY, NINE))).record
    write(register, lambda uow: coaching.save_note(uow, meeting, 1, note=note, summary=""))
    return meeting


def found(register: Register, words: str) -> list[str]:
    with register.reading() as uow:
        return [hit.around for hit in note_search.find(uow, words)]


def protect(register: Register, person: UUID, protection: Protection = Protection.PROTECTED_REGISTRATION) -> None:
    with register.writing() as uow:
        change(uow, person, uow.get(Person, person).version, PersonData("Nytt namn", protection=protection))


def assert_true(register: Register) -> None:
    """Compare the index with what may be looked for, as told by the rows alone."""
    with register.reading() as uow:
        wanted = dict(filter(None, (_entry(uow, row) for row in _noted(uow))))
        assert {row.record_id: (row.kind, row.folded) for row in uow.session.scalars(select(NoteEntry))} == wanted
    if register.engine.dialect.name == "sqlite":
        with register.engine.execution_options(writes=True).begin() as connection:
            connection.exec_driver_sql("INSERT INTO search_fts_notes(search_fts_notes, rank) VALUES ('integrity-check', 1)")


def _noted(uow: Reading) -> list[Record]:
    return [row for model in (CoachingSession, AgreedStep, PersonNote) for row in uow.session.scalars(select(model))]


def _entry(uow: Reading, row: Record) -> tuple[UUID, tuple[str, str]] | None:
    if isinstance(row, CoachingSession):
        part = uow.session.scalars(select(SessionParticipant.person_id).where(SessionParticipant.session_id == row.id))
        people, written = [uow.get(Person, one) for one in part], f"{row.note} {row.summary}"
    else:
        assert isinstance(row, AgreedStep | PersonNote)
        people, written = [uow.get(Person, row.person_id)], row.text
    words = " ".join(words_of(written))
    open_to_all = all(one.protection is Protection.NONE for one in people) and any(not one.removed for one in people)
    return (row.id, (row.__tablename__, words)) if words and open_to_all else None


def test_a_note_is_found_with_whose_it_is_its_day_and_the_words_around(register: Register) -> None:
    anna = added(register, "Anna")
    meeting = met(register, "Vi talade länge om allt möjligt. Hon vill helst börja på Åsas Bageri i höst, om det går.", anna)
    with register.reading() as uow:
        (hit,) = note_search.find(uow, "BAGERI asas")
    assert (hit.kind, hit.record, hit.meeting, hit.person, hit.on) == ("coaching_session", meeting, meeting, anna, DAY)
    assert [name.text for name in hit.names] == ["Anna"]
    assert hit.around == "... möjligt. Hon vill helst börja på Åsas Bageri i höst, om det går."


def test_every_kind_of_note_is_found_the_latest_written_first(register: Register) -> None:
    anna = added(register, "Anna")
    met(register, "Truckkort är målet", anna)
    write(register, lambda uow: notes.add(uow, anna, "Har gått truckutbildning"))
    write(register, lambda uow: coaching.add_step(uow, anna, StepWords("Anmäl till truckkurs", due_on=DAY)))
    assert found(register, "truck") == ["Anmäl till truckkurs", "Har gått truckutbildning", "Truckkort är målet"]
    with register.reading() as uow:
        assert len(note_search.find(uow, "truck", limit=2)) == 2


@pytest.mark.parametrize(
    ("words", "hits"), [("", 0), ("tr", 0), ("i", 0), ("tru", 1), ("tru i", 1), ("tru ho", 0), ("tru hos", 1), ("ruck", 0)]
)
def test_short_words_are_whole_words_and_nothing_alone(register: Register, words: str, hits: int) -> None:
    met(register, "Truckkort i Västerås, hosta", added(register, "Anna"))
    assert len(found(register, words)) == hits


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300), st.text(max_size=60))
def test_the_words_around_are_some_of_the_text(written: str, typed: str) -> None:
    told = note_search.around(written, words_of(typed))
    assert len(told) <= note_search.BEFORE + note_search.AFTER + 80 or " " not in told


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_nothing_typed_breaks_the_search(register: Register, words: str) -> None:
    found(register, words)


def test_an_edited_a_removed_and_an_undone_note_are_followed(register: Register) -> None:
    anna = added(register, "Anna")
    note = write(register, lambda uow: notes.add(uow, anna, "Körkort B"))
    write(register, lambda uow: notes.change(uow, note.record, 1, "Truckkort"))
    assert (found(register, "körkort"), found(register, "truckkort")) == ([], ["Truckkort"])
    gone = write(register, lambda uow: notes.remove(uow, note.record, 2))
    assert found(register, "truckkort") == []
    write(register, lambda uow: undo.undo(uow, gone.transaction))
    assert found(register, "truckkort") == ["Truckkort"]
    assert_true(register)


def everything_about(register: Register, *people: UUID) -> None:
    meeting = met(register, "Hemligt ord Hubertus", *people)
    end = MeetingEnd(note="Hemligt ord Hubertus", summary="Hubertus", steps=(StepWords("Ring Hubertus"),))
    write(register, lambda uow: coaching.hold(uow, meeting, 2, end))
    for person in people:
        with register.writing() as uow:
            notes.add(uow, person, "Hubertus bor där")


def test_nothing_of_a_protected_person_is_left_in_any_page_of_the_index(register: Register) -> None:
    anna, bo = added(register, "Anna"), added(register, "Bo")
    everything_about(register, anna, bo)
    assert len(found(register, "hubertus")) == 5
    protect(register, anna)
    # What is of Bo alone is still found: his note and his step, but not the meeting that both took part in.
    assert len(found(register, "hubertus")) == 2
    assert_true(register)
    protect(register, bo)
    assert found(register, "hubertus") == []
    if register.engine.dialect.name == "sqlite":
        with register.engine.connect() as connection:
            pages = connection.exec_driver_sql("SELECT block FROM search_fts_notes_data").scalars().all()
        assert not [page for page in pages if b"hubertus" in page or b"ubertus" in page]
    everything_about(register, anna)
    assert found(register, "hubertus") == []
    protect(register, anna, Protection.NONE)
    assert len(found(register, "hubertus")) == 5
    assert_true(register)


def test_what_is_of_somebody_removed_is_not_found(register: Register) -> None:
    anna = added(register, "Anna")
    everything_about(register, anna)
    with register.writing() as uow:
        uow.get(Person, anna).removed = True
    assert found(register, "hubertus") == []
    assert_true(register)


WORDS = ("Truckkort", "körkort", "", "hos Åsa", "...")


@dataclass
class Desk:
    """What one deed is done with: who and what it is about, the words, and what can be undone."""

    uow: Writing
    person: UUID
    other: UUID
    words: str
    done: list[Change]

    def any(self, model: type[R]) -> R:
        """Return some record of a kind; the program's own refusal when there is none."""
        rows = self.uow.session.scalars(select(model)).all()
        if not rows:
            raise gone()
        return rows[len(self.words) % len(rows)]

    def end(self) -> Change:
        meeting = self.any(CoachingSession)
        steps = (StepWords(f"Ring {self.words}"),)
        return coaching.hold(self.uow, meeting.id, meeting.version, MeetingEnd(self.words, "", steps))

    def protect(self) -> Change:
        row = self.uow.get(Person, self.person)
        protection = Protection.NONE if row.sealed else Protection.CONFIDENTIALITY_MARKING
        return change(self.uow, row.id, row.version, PersonData("Namn", protection=protection))


DEEDS: dict[str, Callable[[Desk], Change]] = {
    "book": lambda d: coaching.book(d.uow, NewSession((d.person, d.other), DAY, NINE)),
    "write": lambda d: coaching.save_note(d.uow, (m := d.any(CoachingSession)).id, m.version, note=d.words, summary=d.words[:5]),
    "hold": Desk.end,
    "move": lambda d: coaching.reschedule(d.uow, (m := d.any(CoachingSession)).id, m.version, day=DAY, at=NINE),
    "note": lambda d: notes.add(d.uow, d.person, d.words),
    "change": lambda d: notes.change(d.uow, (n := d.any(PersonNote)).id, n.version, d.words),
    "remove": lambda d: notes.remove(d.uow, (n := d.any(PersonNote)).id, n.version),
    "drop": lambda d: coaching.drop_step(d.uow, (s := d.any(AgreedStep)).id, s.version),
    "undo": lambda d: undo.undo(d.uow, d.done.pop().transaction if d.done else d.person),
    "protect": Desk.protect,
}
Deed = tuple[str, int, str]


@settings(max_examples=6, phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 5), st.sampled_from(WORDS)), min_size=10, max_size=20))
def test_whatever_is_done_the_index_is_true(sqlite_register: Register, deeds: list[Deed]) -> None:
    people, done = [added(sqlite_register, name) for name in ("Anna", "Bo", "Cia")], list[Change]()
    for name, number, words in deeds:
        # What the program refuses has changed nothing.
        with contextlib.suppress(UserError), sqlite_register.writing() as uow:
            done.append(DEEDS[name](Desk(uow, people[number % 3], people[number % 2], words, done)))
    assert_true(sqlite_register)
