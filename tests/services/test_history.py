"""The chained history: every tampering is found, nothing but growth is allowed, and undo takes back exactly."""

import hashlib
import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from jobbpunkt import people
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import NotFound, Stale, UserError
from jobbpunkt.people.details import PersonData
from jobbpunkt.people.details import change as change_person
from jobbpunkt.people.details import create as create_person
from jobbpunkt.register import chain, history, undo
from jobbpunkt.register.chain import Head
from jobbpunkt.register.opening import Register
from models.history import HistoryEntry
from models.organisation import Organisation
from models.person import Person
from models.tables import metadata, records
from models.vocabulary import HistoryAction, Protection, Role
from tests.colleagues import colleague
from tests.old_registers import fill

Sabotage = Callable[[Connection], Any]
UNGUARD = {
    "sqlite": ("DROP TRIGGER history_entry_no_update", "DROP TRIGGER history_entry_no_delete"),
    "postgresql": (
        "DROP TRIGGER history_entry_append_only ON history_entry",
        "DROP TRIGGER history_entry_no_update ON history_entry",
    ),
}


def run(statement: str, **values: object) -> Sabotage:
    return lambda connection: connection.execute(text(statement), values)


def swap(connection: Connection) -> None:
    for change in ("number = -1 WHERE number = 3", "number = 3 WHERE number = 4", "number = 4 WHERE number = -1"):
        connection.execute(text(f"UPDATE history_entry SET {change}"))


def cut_the_end(connection: Connection) -> None:
    """Remove the last entry and let the head fit what is left: only a head noted elsewhere can tell."""
    last = connection.execute(text("SELECT number, previous FROM history_entry ORDER BY number DESC LIMIT 1")).one()
    connection.execute(text("DELETE FROM history_entry WHERE number = :number"), {"number": last.number})
    connection.execute(
        text("UPDATE history_head SET number = :number, hash = :hash"), {"number": last.number - 1, "hash": last.previous}
    )


@pytest.fixture
def filled(register: Register) -> Register:
    for number in range(6):
        with register.writing() as uow:
            uow.add(Organisation(name=f"Förening {number}", note="å\nä\tö"))
    return register


def sabotage(register: Register, how: Sabotage) -> None:
    with register.engine.execution_options(writes=True).begin() as connection:
        for statement in UNGUARD[connection.dialect.name]:
            connection.execute(text(statement))
        how(connection)


def first_fault(register: Register) -> int | None:
    with register.reading() as uow:
        return chain.verify(uow.session)


@pytest.mark.parametrize(
    ("how", "at"),
    [
        (run("UPDATE history_entry SET after = replace(after, 'Förening', 'Forening') WHERE number = 4"), 4),
        (run("UPDATE history_entry SET reason = 'annat' WHERE number = 2"), 2),
        (run("UPDATE history_entry SET user_id = NULL WHERE number = 5"), 5),
        (run("UPDATE history_entry SET at = '2020-06-15 07:00:01' WHERE number = 3"), 3),
        (run("UPDATE history_entry SET action = 'read' WHERE number = 3"), 3),
        (run("DELETE FROM history_entry WHERE number = 4"), 4),
        (run("DELETE FROM history_entry WHERE number > 6"), 7),
        (swap, 3),
        (run("DELETE FROM history_entry"), 1),
        (run("DELETE FROM history_head"), None),
        (run("UPDATE history_head SET hash = previous FROM history_entry WHERE history_entry.number = 5"), None),
    ],
)
def test_every_tampering_is_found(filled: Register, how: Sabotage, at: int | None) -> None:
    assert first_fault(filled) is None
    sabotage(filled, how)
    found = first_fault(filled)
    assert found is not None
    assert at is None or found == at


def test_a_cut_that_fits_itself_is_shown_by_a_head_noted_elsewhere(filled: Register) -> None:
    with filled.reading() as uow:
        noted = chain.head(uow.session)
        assert chain.goes_through(uow.session, noted)
    sabotage(filled, cut_the_end)
    assert first_fault(filled) is None
    with filled.reading() as uow:
        assert not chain.goes_through(uow.session, noted)
        assert chain.goes_through(uow.session, Head(0, chain.START))


@pytest.mark.parametrize("statement", ["UPDATE history_entry SET reason = 'x'", "DELETE FROM history_entry"])
def test_the_database_lets_the_history_only_grow(filled: Register, statement: str) -> None:
    with pytest.raises(DBAPIError), filled.engine.execution_options(writes=True).begin() as connection:
        connection.execute(text(statement))
    assert first_fault(filled) is None


def contents(register: Register) -> dict[str, list[Any]]:
    """Return every row of every table but the bookkeeping: versions, the history itself, and row numbers of the index."""
    apart = ("history_entry", "history_head", "history_signature", "key_slots")
    with register.reading() as uow:
        connection = uow.session.connection()
        return {
            table.name: sorted(
                str({name: value for name, value in row.items() if name not in {"version", "number"}})
                for row in connection.execute(table.select()).mappings()
            )
            for table in metadata().sorted_tables
            if table.name not in apart
        }


def take_back(register: Register, transaction: Any) -> None:
    with register.writing() as uow:
        undo.undo(uow, transaction)


def test_undo_takes_back_exactly(filled: Register) -> None:
    with filled.writing() as uow:
        first = create_person(uow, PersonData(given_name="Åsa", own_goal="jobb", phone="070-174 06 05"))
    before = contents(filled)
    with filled.writing() as uow:
        version = people.details.details(uow, first.record).version
        changed = change_person(uow, first.record, version, PersonData(given_name="Åsa-Lisa", birth_year=1990))
    with filled.writing() as uow:
        organisation = uow.session.query(Organisation).filter_by(name="Förening 3").one()
        uow.remove(organisation)
        removed = uow.change(organisation)
    with filled.writing() as uow:
        added = create_person(uow, PersonData(given_name="Ny"))
    for change in (added, removed, changed):
        take_back(filled, change.transaction)
    assert contents(filled) == before
    assert first_fault(filled) is None


def test_undo_of_an_undo_is_the_change_again(filled: Register) -> None:
    with filled.writing() as uow:
        row = uow.session.query(Organisation).filter_by(name="Förening 1").one()
        row.name = "Nytt namn"
        change = uow.change(row)
    after = contents(filled)
    with filled.writing() as uow:
        undone = undo.undo(uow, change.transaction)
    take_back(filled, undone.transaction)
    assert contents(filled) == after


def test_what_the_history_tells_of_any_record_is_read_back_as_it_was(register: Register) -> None:
    fill(register.engine)
    with register.reading() as uow:
        for model in records().values():
            for row in uow.session.query(model).all():
                # Undo cannot bring back a frozen paper, of which only a digest is told.
                whole = {name: value for name, value in history._values(row).items() if not isinstance(value, bytes)}
                assert undo._parsed(model, json.loads(history.canonical(whole))) == whole, model


def test_undo_is_refused_when_the_record_has_changed_since(filled: Register) -> None:
    changes = []
    for name in ("Första", "Andra"):
        with filled.writing() as uow:
            row = uow.session.query(Organisation).order_by(Organisation.id).limit(1).one()
            row.name = name
            changes.append(uow.change(row))
    before = contents(filled)
    with pytest.raises(Stale):
        take_back(filled, changes[0].transaction)
    assert contents(filled) == before
    take_back(filled, changes[1].transaction)
    take_back(filled, changes[0].transaction)


def test_undo_is_refused_when_another_field_of_a_removed_record_is_needed(filled: Register) -> None:
    with filled.writing() as uow:
        made = uow.change(uow.add(Organisation(name="Kort liv")))
    with filled.writing() as uow:
        row = uow.get(Organisation, made.record)
        row.note = "ändrad"
        uow.change(row)
    with pytest.raises(Stale):
        take_back(filled, made.transaction)


def test_only_the_one_who_did_it_can_undo(filled: Register) -> None:
    with filled.writing() as uow:
        made = uow.change(uow.add(Organisation(name="Min")))
    with colleague(filled, [Role.COACH]) as other, pytest.raises(NotFound):
        take_back(other, made.transaction)
    with pytest.raises(NotFound):
        take_back(filled, filled.user.id)


def test_nothing_is_written_when_a_transaction_fails(filled: Register) -> None:
    before = contents(filled)

    def fail() -> None:
        with filled.writing() as uow:
            create_person(uow, PersonData(given_name="Aldrig"))
            uow.flush()
            raise UserError("stop")

    with pytest.raises(UserError):
        fail()
    assert contents(filled) == before
    assert first_fault(filled) is None


def test_a_person_has_all_that_concerns_them(filled: Register, clock: Clock) -> None:
    with filled.writing() as uow:
        made = create_person(uow, PersonData(given_name="Åsa"))
    with filled.reading() as uow:
        entries = uow.session.query(HistoryEntry).filter(HistoryEntry.person_id == made.record).all()
        assert [entry.noun for entry in entries] == ["person"]
        assert {entry.at for entry in entries} == {clock.now()}


def test_the_history_of_a_protected_person_holds_no_open_words(filled: Register) -> None:
    with filled.writing() as uow:
        made = create_person(uow, PersonData(given_name="Hemligtnamn", protection=Protection.CONFIDENTIALITY_MARKING))
    with filled.reading() as uow:
        told = [f"{before}{after}" for before, after in uow.session.execute(text("SELECT before, after FROM history_entry"))]
        assert not any("Hemligtnamn" in words for words in told)
        assert uow.get(Person, made.record).given_name == ""


WORDS = st.none() | st.text()


@given(st.integers(0), WORDS, WORDS, WORDS, st.sampled_from(HistoryAction), st.uuids(), st.none() | st.uuids())
def test_an_entry_is_hashed_by_its_one_json_spelling(
    number: int,
    before: str | None,
    after: str | None,
    reason: str | None,
    action: HistoryAction,
    record: UUID,
    person: UUID | None,
) -> None:
    values = (number, record, "2020-06-15T07:00:00+00:00", person, action.value, "person", record, person)
    said, salt = (before, after, reason), chain.fresh_salt()
    told = _spelled(dict(zip(chain.SAID, (*said, salt), strict=True)))
    assert chain.digest_of_said(*said, salt) == told
    row = dict(zip(chain.FIELDS, (*values, told, chain.START), strict=True))
    assert chain.digest(_plain(row)) == _spelled(row)
    old = dict(zip(chain.OLD_FIELDS, (*values, *said, chain.START), strict=True))
    assert chain.old_digest(_plain(old)) == _spelled(old)


def _plain(row: dict[str, Any]) -> list[Any]:
    return [str(value) if isinstance(value, UUID) else value for value in row.values()]


def _spelled(row: dict[str, Any]) -> str:
    return hashlib.sha256(history.canonical(row).encode()).hexdigest()
