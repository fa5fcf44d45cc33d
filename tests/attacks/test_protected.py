"""Whoever holds a register's key, and reads its very pages, finds no word of a protected person."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import MetaData, select, text
from sqlalchemy.exc import DBAPIError

from jobbpunkt import coaching
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import NotAllowed
from jobbpunkt.coaching import MeetingFacts, NewSession
from jobbpunkt.people import details, notes
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import chain, finding, undo
from jobbpunkt.register.check import check
from jobbpunkt.register.index import fold
from jobbpunkt.register.opening import Register
from jobbpunkt.register.vault import Opener
from models.person import PersonNote
from models.vocabulary import Protection, Role
from tests.colleagues import colleague
from tests.registers import opened

WORD = "Kvittenlykta"
HIDDEN = Protection.CONFIDENTIALITY_MARKING
DAY = date(2020, 6, 15)
_PAGE, _IV, _RESERVED = 4096, 16, 80


def pages(register: Register) -> bytes:
    """Return a register file's pages as SQLCipher decrypts them, with whatever was left in them."""
    register.engine.dispose()
    raw, key = Path(register.location.text).read_bytes(), register.data_keys.register
    assert not Path(f"{register.location.text}-wal").exists()
    found = []
    for start in range(0, len(raw), _PAGE):
        page = raw[start : start + _PAGE]
        iv = page[_PAGE - _RESERVED :][:_IV]
        opened_page = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        found.append(opened_page.update(page[16 * (not start) : _PAGE - _RESERVED]))
    return b"".join(found)


def stored(register: Register) -> str:
    """Return every row of every table as it is stored, on either engine."""
    tables = MetaData()
    tables.reflect(register.engine)
    with register.engine.connect() as connection:
        rows = [
            (table.name, tuple(bytes(one) if isinstance(one, memoryview) else one for one in row))
            for table in tables.sorted_tables
            for row in connection.execute(table.select())
        ]
    return "\n".join(map(str, rows))


def protection(register: Register, person: UUID, wanted: Protection) -> None:
    """Protect somebody or lift it, as the form does."""
    with register.writing() as uow:
        found = details.reveal(uow, person, "Skydd")
    with register.writing() as uow:
        details.change(uow, person, found.version, replace(found.data, protection=wanted))


def live(register: Register) -> UUID:
    """Give somebody words in details, notes, a meeting of their own and one with another person, changed and removed."""
    with register.writing() as uow:
        typed = PersonData(WORD, f"{WORD} Ek", phone="0701740620", own_goal=WORD, language="svenska", contact_note=WORD)
        person = details.create(uow, typed).record
        other = details.create(uow, PersonData("Bo")).record
        note = notes.add(uow, person, f"{WORD} sade").record
        gone = notes.add(uow, person, f"{WORD} borta").record
        both = NewSession((person, other), DAY, time(13), MeetingFacts(place=WORD))
        coaching.book(uow, NewSession((person,), DAY, time(9), MeetingFacts(place=WORD, interpreter=WORD)))
        coaching.book(uow, both)
    with register.writing() as uow:
        notes.change(uow, note, 1, f"{WORD} sade något annat")
        notes.remove(uow, gone, 1)
    return person


@pytest.fixture
def someone(register: Register) -> UUID:
    """Somebody with words everywhere."""
    return live(register)


def test_no_word_is_left_in_any_row_and_all_reads_again(register: Register, someone: UUID) -> None:
    before = stored(register)
    assert WORD in before
    protection(register, someone, HIDDEN)
    assert WORD.lower() not in fold(stored(register))
    with register.reading() as uow:
        assert [one.text for one in notes.of_person(uow, someone)] == [f"{WORD} sade något annat"]
        assert finding.find(uow, WORD) == ()
    assert check(register).findings == ()
    protection(register, someone, Protection.NONE)
    assert "sealed:" not in stored(register)
    with register.reading() as uow:
        assert [hit.record for hit in finding.find(uow, WORD)] == [someone]
        assert coaching.of_person(uow, someone)[0].facts.place == WORD
    assert check(register).findings == ()


def test_no_word_is_left_in_the_pages_of_the_file(sqlite_register: Register) -> None:
    someone = live(sqlite_register)
    assert WORD.encode() in pages(sqlite_register)
    protection(sqlite_register, someone, HIDDEN)
    found = pages(sqlite_register)
    for word in (WORD, WORD.lower(), "0701740620", "070-174 06 20"):
        assert word.encode() not in found, word


def test_what_is_written_afterwards_is_sealed_and_its_history_holds(register: Register, someone: UUID) -> None:
    protection(register, someone, HIDDEN)
    with register.writing() as uow:
        note = notes.add(uow, someone, f"{WORD} efteråt").record
        notes.add(uow, someone, "sealed:1p:person_note|00000000-0000-0000-0000-000000000000|text:AAAA")
    with register.writing() as uow:
        notes.change(uow, note, 1, f"{WORD} ändrat")
    assert WORD.lower() not in fold(stored(register))
    with register.reading() as uow:
        told = {one.text for one in notes.of_person(uow, someone)}
        assert {f"{WORD} ändrat", " sealed:1p:person_note|00000000-0000-0000-0000-000000000000|text:AAAA"} < told
        assert chain.verify(uow.session, Opener(uow.vault.protected, may=True)) is None
        assert chain.verify(uow.session) is None, "its place in the chain is shown without the key"


def test_a_changed_seal_in_the_history_is_found_by_who_holds_the_key(register: Register, someone: UUID) -> None:
    protection(register, someone, HIDDEN)
    with register.engine.execution_options(writes=True).begin() as connection:
        for name in ("history_entry_no_update",):
            on = "" if connection.dialect.name == "sqlite" else " ON history_entry"
            connection.execute(text(f"DROP TRIGGER {name}{on}"))
        sealed = "SELECT min(number) FROM history_entry WHERE after LIKE 'sealed:%'"
        other = "SELECT max(number) FROM history_entry WHERE after LIKE 'sealed:%'"
        swap = f"(SELECT after FROM history_entry WHERE number = ({other}))"
        connection.execute(text(f"UPDATE history_entry SET after = {swap} WHERE number = ({sealed})"))
    assert any("history" in str(one) for one in check(register).findings)


@pytest.mark.parametrize(
    "change",
    [
        "after = '{}'",
        "noun = 'x'",
        "told = 'x'",
        "hash = 'x'",
        "reason = 'x'",
        "after = NULL",
        "person_id = NULL",
        "after = after || 'x'",
    ],
)
def test_the_engine_lets_an_entry_be_sealed_and_nothing_else(register: Register, someone: UUID, change: str) -> None:
    """The words of an entry may become a seal, which the chain then shows to be theirs or not."""
    statement = text(f"UPDATE history_entry SET {change} WHERE noun = 'person' AND action = 'created'")
    with pytest.raises(DBAPIError), register.engine.execution_options(writes=True).begin() as connection:
        connection.execute(statement)


def test_undo_brings_no_word_back(register: Register) -> None:
    with register.writing() as uow:
        person = details.create(uow, PersonData(WORD, street=WORD)).record
    with register.reading() as uow:
        found = details.details(uow, person)
    with register.writing() as uow:
        changed = details.change(uow, person, found.version, replace(found.data, street="Annan gata"))
        added = notes.add(uow, person, WORD)
    with register.reading() as uow:
        found = details.details(uow, person)
    with register.writing() as uow:
        turned = details.change(uow, person, found.version, replace(found.data, protection=HIDDEN))
    for change in (changed, added, turned):
        with pytest.raises(NotAllowed), register.writing() as uow:
            undo.undo(uow, change.transaction)
    with register.writing() as uow:
        later = notes.add(uow, person, f"{WORD} senare")
    with register.writing() as uow:
        undo.undo(uow, later.transaction)
    assert WORD.lower() not in fold(stored(register))


def test_a_meeting_with_another_who_is_protected_stays_sealed(register: Register, someone: UUID) -> None:
    protection(register, someone, HIDDEN)
    with register.writing() as uow:
        second = details.create(uow, PersonData("Två", protection=HIDDEN)).record
        coaching.book(uow, NewSession((someone, second), DAY, time(15), MeetingFacts(place=f"{WORD} tre")))
    protection(register, someone, Protection.NONE)
    assert f"{WORD} tre" not in stored(register)
    protection(register, second, Protection.NONE)
    assert f"{WORD} tre" in stored(register)
    assert "sealed:" not in stored(register)


def test_words_of_a_protected_person_are_not_written_without_the_key(register: Register, someone: UUID) -> None:
    protection(register, someone, HIDDEN)
    with colleague(register, [Role.COACH], ()) as other:
        before = stored(register)
        with pytest.raises(NotAllowed), other.writing() as uow:
            notes.add(uow, someone, f"{WORD} utan nyckel")
        assert stored(register) == before
        with other.reading() as uow:
            assert uow.session.scalars(select(PersonNote.text)).all() == [""], "whatever asks for it, past the gate too"


def test_whoever_was_protected_before_there_was_a_veil_is_protected_at_the_next_sign_in(place: str, clock: Clock) -> None:
    with opened(place, clock) as register:
        someone = live(register)
        with register.engine.execution_options(writes=True).begin() as connection:
            wanted = {"one": WORD, "protection": HIDDEN.value}
            connection.execute(text("UPDATE person SET protection = :protection WHERE given_name = :one"), wanted)
            connection.execute(text("DELETE FROM register_info WHERE key = 'protected_are_sealed'"))
            for name in ("search_entry", "search_note"):  # the search has always forgotten them
                connection.execute(text(f"DELETE FROM {name}"))
        with colleague(register, [Role.SUPERVISOR], ()):
            assert WORD in stored(register)
    with opened(place, clock) as register:
        assert WORD.lower() not in fold(stored(register))
        with register.reading() as uow:
            assert notes.of_person(uow, someone)
            assert chain.verify(uow.session, Opener(uow.vault.protected, may=True)) is None


def test_what_an_earlier_version_left_sealed_when_protection_was_lifted_is_opened_at_the_next_sign_in(
    place: str, clock: Clock
) -> None:
    with opened(place, clock) as register:
        someone = live(register)
        with register.reading() as uow:
            row = uow.session.scalars(select(PersonNote.id)).one()
            unplaced = replace(uow.vault.protected, letter="h").seal(f"{WORD} förr", table="person_note", row=row, column="text")
        with register.engine.execution_options(writes=True).begin() as connection:
            wanted = {"text": unplaced.replace("sealed:1h:", "sealed:1p:")}
            connection.execute(text("UPDATE person_note SET text = :text"), wanted)
            connection.execute(text("DELETE FROM register_info WHERE key = 'protected_are_sealed'"))
    with opened(place, clock) as register:
        with register.reading() as uow:
            assert [one.text for one in notes.of_person(uow, someone)] == [f"{WORD} förr"]
        assert "sealed:" not in stored(register)
