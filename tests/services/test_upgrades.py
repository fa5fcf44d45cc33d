"""A register in use, of any schema that was released, is brought up to date and serves every noun again."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import delete, inspect, select, update
from sqlalchemy.orm.attributes import flag_modified

import migrations
from jobbpunkt import applications
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.clock import Clock
from jobbpunkt.base.errors import UserError
from jobbpunkt.palette import note_search
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import check, database, finding, note_index, pins
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Reading
from migrations import runner
from models.base import Record
from models.coaching import AgreedStep, CoachingSession
from models.history import HistoryEntry
from models.person import Person, PersonNote
from models.search import NoteEntry, SearchEntry
from models.tables import records
from models.vocabulary import Protection
from tests import old_registers
from tests.registers import opened

RELEASED = tuple(sorted(script.revision for script in ScriptDirectory.from_config(runner.config()).walk_revisions()))

NOTES_INDEXED = "0004"  # the revision that fills the index of notes
LIFTED = "0005"  # the revision that brings applications back to the index
FIRST = Path(migrations.__file__).parent / "versions" / "0001_initial.py"
# What the database lets nobody write again; an old register is filled by plain inserts, which its history does not tell of.
GROWING = frozenset({"tally_entry", "stand_mark", "feedback"})
# Tables that the first release did not have.
LATER = frozenset(records()) - set(re.findall(r'create_table\(\s*"(\w+)"', FIRST.read_text(encoding="utf-8")))


@pytest.fixture(params=RELEASED)
def old_place(place: str, request: pytest.FixtureRequest, clock: Clock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The place of a full register of one released schema, closed as its release would have left it."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with opened(place, clock) as register:
        old_registers.age(register.engine, request.param)
        assert database.schema_version(register.engine) == request.param
        register_id = register.slots.read().register_id
    for pin, _ in list(pins.all_of(register_id)):  # its history was chained anew, as its release did it
        pin.unlink()
    return place


@pytest.fixture
def upgraded(old_place: str, clock: Clock) -> Iterator[Register]:
    """The same register, opened by the program of today."""
    with opened(old_place, clock) as register:
        assert database.schema_version(register.engine) == migrations.HEAD
        yield register


def write_all(register: Register, noun: type[Record]) -> None:
    """Read every record of a kind, and write every column of it again; of what came later there is none.

    What only grows is refused by the database, in an old register too.
    """
    with register.reading() as uow:
        rows = uow.session.scalars(select(noun)).all()
    assert len(rows) >= 2 or (not rows and noun.__tablename__ in LATER), noun
    if rows and noun.__tablename__ in GROWING:
        with pytest.raises(UserError):
            _rewrite(register, noun)
        return
    _rewrite(register, noun)
    with register.reading() as uow:
        assert {row.version for row in uow.session.scalars(select(noun))} == ({2} if rows else set()), noun


def _rewrite(register: Register, noun: type[Record]) -> None:
    columns = [one.key for one in inspect(noun).column_attrs if one.key not in {"id", "version"}]
    with register.writing() as uow:
        for row in uow.session.scalars(select(noun)).all():
            for column in columns:
                flag_modified(row, column)


def assert_sound(register: Register, *, but: str = "keys of the user") -> None:
    found = [one for one in check.check(register).findings if one.fields.get("table") not in GROWING]
    told = [one.sentence for one in found if "keys of the user" not in one.sentence and but not in one.sentence]
    assert told == [], "only of users without a password, and of rows that no history was written for, is anything told"


def _find_people(upgraded: Register) -> None:
    with upgraded.reading() as uow:
        assert [len(finding.find(uow, word, kinds={"person"})) for word in ("bare", "all")] == [1, 1]
    if upgraded.engine.dialect.name == "sqlite":
        with upgraded.engine.execution_options(writes=True).begin() as connection:
            # The engine compares each word of the index with the rows that it stands for; it raises where they differ.
            connection.exec_driver_sql("INSERT INTO search_fts(search_fts, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize("old_place", [one for one in RELEASED if one < NOTES_INDEXED], indirect=True)
def test_notes_from_before_their_index_are_found_after_the_upgrade(upgraded: Register) -> None:
    with upgraded.reading() as uow:
        # Of each of the two people a meeting, a note and an agreed step: "note.text", "step.text", "session.note".
        assert [len(note_search.find(uow, words)) for words in ("text bare", "note all")] == [2, 2]
        kept = {(row.record_id, row.kind, row.folded) for row in uow.session.scalars(select(NoteEntry))}
    with upgraded.writing() as uow:
        for noun in (CoachingSession, AgreedStep, PersonNote):
            note_index.put(uow.session.connection(), noun.__tablename__, uow.session.scalars(select(noun.id)).all())
    with upgraded.reading() as uow:
        assert kept == {(row.record_id, row.kind, row.folded) for row in uow.session.scalars(select(NoteEntry))}


def test_applications_that_the_index_lost_are_found_after_the_upgrade_and_only_those(register: Register) -> None:
    """Of three people: whose protection was lifted, who is protected and who was removed, as earlier programs left them."""
    with register.writing() as uow:
        people = [details.create(uow, PersonData(name)).record for name in ("Åsa", "Bo", "Cilla")]
        made = [applications.create(uow, one, ApplicationData("Kafé Ærlig", "Kock", note="2 dagar")).record for one in people]
    with register.reading() as uow:
        whole = [(row.record_id, row.kind, row.person_id, row.title, row.folded) for row in _applications(uow)]
    assert {row[0] for row in whole} == set(made)
    old_registers.downgrade(register.engine, NOTES_INDEXED)
    with register.engine.execution_options(writes=True).begin() as connection:
        connection.execute(delete(SearchEntry).where(SearchEntry.record_id.in_(made[:2])))
        shielded = {"protection": Protection.CONFIDENTIALITY_MARKING}
        connection.execute(update(Person).where(Person.id == people[1]).values(shielded))
        connection.execute(update(Person).where(Person.id == people[2]).values(removed=True))
    runner.upgrade(register.engine)
    with register.reading() as uow:
        found = [(row.record_id, row.kind, row.person_id, row.title, row.folded) for row in _applications(uow)]
        assert found == [row for row in whole if row[0] == made[0]]
        assert [hit.record for hit in finding.find(uow, "aerlig")] == made[:1]


def _applications(uow: Reading) -> Iterable[SearchEntry]:
    return uow.session.scalars(select(SearchEntry).where(SearchEntry.kind == "application"))


@pytest.mark.parametrize("old_place", [one for one in RELEASED if one < LIFTED], indirect=True)
def test_applications_of_a_whole_old_register_are_found_after_the_upgrade(upgraded: Register) -> None:
    with upgraded.reading() as uow:
        assert [len(finding.find(uow, word, kinds={"application"})) for word in ("bare", "all")] == [1, 1]


def test_an_old_register_in_use_is_opened_found_in_and_every_noun_is_read_and_written(upgraded: Register) -> None:
    _find_people(upgraded)
    assert_sound(upgraded, but="not as the history says")  # an old register is filled by plain inserts
    with upgraded.reading() as uow:
        assert len(uow.session.scalars(select(HistoryEntry)).all()) >= 4
    for noun in records().values():
        write_all(upgraded, noun)
    assert_sound(upgraded)
