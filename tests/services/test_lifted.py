"""Whatever leaves the index when a person is protected comes back, word for word, when their protection is lifted."""

from datetime import date, time
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import applications, coaching
from jobbpunkt.applications import ApplicationData
from jobbpunkt.coaching import NewSession, StepWords
from jobbpunkt.palette import note_search
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import finding
from jobbpunkt.register.opening import Register
from models.person import Person
from models.search import NoteEntry, SearchEntry
from models.tables import records
from models.vocabulary import Protection

Kept = dict[UUID, tuple[str, ...]]
WORD = "Hubertus"
DAY, NINE = date(2020, 6, 15), time(9)


def _kinds(mark: str) -> set[str]:
    """Return the tables whose rows can be found and are about people, by the mark of an index on their class."""
    marked = [one for one in records().values() if getattr(one, mark, None)]
    about = {"person", "coaching_session"}  # the person, and what several take part in
    return {one.__tablename__ for one in marked if "person_id" in one.__table__.columns or one.__tablename__ in about}


@pytest.fixture
def person(register: Register) -> UUID:
    """Somebody about whom there is one of everything that can be found."""
    with register.writing() as uow:
        key = details.create(uow, PersonData(WORD, "Öberg")).record
        applications.create(uow, key, ApplicationData(WORD, "Kock"))
        applications.create(uow, key, ApplicationData("Hamnen", WORD))
        notes.add(uow, key, f"{WORD} ringde")
        coaching.add_step(uow, key, StepWords(f"Ring {WORD}"))
        meeting = coaching.book(uow, NewSession((key,), DAY, NINE)).record
    with register.writing() as uow:
        coaching.save_note(uow, meeting, 1, note=f"{WORD} var glad", summary="")
    return key


def _index(register: Register) -> Kept:
    with register.reading() as uow:
        rows = [(row.record_id, (row.kind, row.title, row.folded)) for row in uow.session.scalars(select(SearchEntry))]
        noted = [(row.record_id, (row.kind, row.folded)) for row in uow.session.scalars(select(NoteEntry))]
        return {**dict(rows), **dict(noted)}


def _found(register: Register) -> int:
    with register.reading() as uow:
        return len(finding.find(uow, WORD)) + len(note_search.find(uow, WORD))


def _protect(register: Register, person: UUID, protection: Protection) -> None:
    with register.writing() as uow:
        version = uow.get(Person, person).version
        details.change(uow, person, version, PersonData(WORD, "Öberg", protection=protection))


@pytest.mark.parametrize("protection", [one for one in Protection if one is not Protection.NONE])
def test_all_of_it_leaves_and_all_of_it_comes_back(register: Register, person: UUID, protection: Protection) -> None:
    whole, found = _index(register), _found(register)
    kinds = {kept[0] for kept in whole.values()}
    assert kinds == _kinds("found_by") | _kinds("noted_in"), "write one of each kind that can be found about a person"
    assert found == len(whole)
    _protect(register, person, protection)
    assert {record: kept[0] for record, kept in _index(register).items()} == {person: "person"}
    assert _found(register) == 0
    _protect(register, person, Protection.NONE)
    assert (_index(register), _found(register)) == (whole, found)


def test_who_becomes_protected_in_another_way_stays_out(register: Register, person: UUID) -> None:
    _protect(register, person, Protection.CONFIDENTIALITY_MARKING)
    _protect(register, person, Protection.PROTECTED_REGISTRATION)
    assert set(_index(register)) == {person}


def test_of_who_is_removed_nothing_is_found_until_they_are_back(register: Register, person: UUID) -> None:
    whole = _index(register)
    for removed, left in ((True, {}), (False, whole)):
        with register.writing() as uow:
            uow.get(Person, person).removed = removed
        assert _index(register) == left
