"""A word of its own in every column that holds words, of every table that hangs on a person: none is left, and all come back.

The columns are found in the metadata, so that a new table or column is covered by itself, or makes this red.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import JSON, Column, Enum, LargeBinary, String, Table, Uuid, select

from jobbpunkt.base.ids import new_id
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.register import subject
from jobbpunkt.register.check import check
from jobbpunkt.register.index import fold
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.register.veil import MEETING, OPEN, PERSON, plain_table
from models.tables import metadata, records
from models.types import Content, Structured, Worded
from models.vocabulary import Protection
from tests.attacks.test_protected import HIDDEN, pages, protection, stored
from tests.old_registers import fill, the_id
from tests.registers import NOW

TYPED = PersonData(
    "Kvittenfrid",
    "Kvittenlund",
    identity_number="19980504-2398",
    phone="0701740620",
    email="kvitten@exempel.se",
    street="Kvittengatan 12",
    postal_code="722 31",
    city="Kvittenby",
    contact_note="ring kvittenmorgon",
    language="tigrinja",
    driving_licence="kvittenkort",
    own_goal="kvittenmål",
)
# As they are stored and as they are folded for the search.
OF_THE_PERSON = (
    *("kvittenfrid", "kvittenlund", "199805042398", "1998-05-04", "070-174 06 20", "kvitten@exempel.se"),
    *("kvittengatan", "722 31", "kvittenby", "kvittenmorgon", "tigrinja", "kvittenkort", "kvittenmal"),
)


def theirs() -> list[str]:
    """Return every table that hangs on a person, parents first; meetings with them."""
    return [one.name for one in metadata().sorted_tables if one.name in {MEETING, *subject.ways()}]


def is_words(column: Column[Any]) -> bool:
    """Tell whether a column can hold what somebody wrote, sealed or not as its type may be."""
    return isinstance(column.type, String | JSON | LargeBinary | Worded | Structured | Content) and not isinstance(
        column.type, Enum | Uuid
    )


class Planting:
    """Rows of one person, each of its words nowhere else."""

    def __init__(self, person: UUID) -> None:
        self.ids: dict[str, UUID] = {PERSON: person}
        self.words: dict[str, tuple[str, UUID, str]] = {}
        self._numbers = count(1)

    def everywhere(self, uow: Writing) -> None:
        """Add a row to each table, and then change all of its words, so that the history has twice as many."""
        for name in theirs():
            row = self._add(uow, name)
            uow.flush()
            self._write(row)

    def again(self, uow: Writing) -> None:
        """Change all words of every row once more."""
        for name in theirs():
            self._write(uow.get(records()[name], self.ids[name]))

    def _add(self, uow: Writing, name: str) -> Any:
        table, way = metadata().tables[name], subject.ways().get(name)
        row_id = self.ids[name] = new_id()
        values = self._beside_words(uow, table)
        if way is not None:
            (key,) = way.foreign_keys
            values[way.name] = self.ids[key.column.table.name]
        if name == "session_participant":
            values["session_id"] = self.ids[MEETING]
        row = records()[name](id=row_id, **values)
        self._write(row)
        return uow.add(row)

    def _beside_words(self, uow: Writing, table: Table) -> dict[str, Any]:
        own = {"id", "version"}
        return {one.name: self._value(uow, one) for one in table.columns if not is_words(one) and one.name not in own}

    def _another(self, uow: Writing, table: Table) -> UUID:
        """Add a further row of a table that is nobody's own: those that are there stand for something already."""
        row = uow.add(records()[table.name](id=new_id(), **self._beside_words(uow, table)))
        uow.flush()
        return row.id

    def _value(self, uow: Writing, column: Column[Any]) -> Any:
        if column.nullable:
            return None
        kind: Any = column.type
        for foreign in column.foreign_keys:
            parent = foreign.column.table
            return self._another(uow, parent) if column.unique and parent.name not in self.ids else the_id(parent.name, full=True)
        if isinstance(kind, Enum):
            return next(iter(kind.enum_class or ()))
        if isinstance(kind, Uuid):
            return new_id()
        return {date: date(2020, 3, 2), time: time(9), bool: False, int: 7, float: 7.5, datetime: NOW}[kind.python_type]

    def _write(self, row: Any) -> None:
        for column in row.__table__.columns:
            place = f"{column.table.name}.{column.name}"
            if is_words(column) and place not in OPEN:
                word, where = f"kvitten{next(self._numbers)}lykta", (row.__tablename__, row.id, column.name)
                if isinstance(column.type, Content | LargeBinary):  # of bytes the history keeps only a digest
                    self.words = {old: at for old, at in self.words.items() if at != where}
                self.words[word] = where
                setattr(row, column.name, _holding(column, word))
            elif is_words(column):
                setattr(row, column.name, f"K{next(self._numbers):05}")


def _holding(column: Column[Any], word: str) -> Any:
    kind = column.type
    if isinstance(kind, Structured):
        return {"said": [word]}
    if isinstance(kind, JSON):
        return [word]
    return word.encode() if isinstance(kind, Content | LargeBinary) else word


def rows(register: Register, names: list[str]) -> dict[tuple[str, Any], dict[str, Any]]:
    """Return every row of some tables as it lies, by table and key; the counter of saves left out."""
    found: dict[tuple[str, Any], dict[str, Any]] = {}
    with register.engine.connect() as connection:
        for name in names:
            plain = plain_table(name)
            (key,) = plain.primary_key.columns
            for row in connection.execute(select(plain)).mappings():
                found[name, row[key.name]] = {column: value for column, value in row.items() if column != "version"}
    return found


def left(register: Register, words: Iterable[str]) -> list[str]:
    """Return those of some words that stand anywhere in the register."""
    everything = fold(stored(register))
    return [word for word in words if word in everything]


@pytest.fixture
def planted(register: Register) -> Planting:
    """Somebody with a word in every column of every table."""
    fill(register.engine)
    with register.writing() as uow:
        person = details.create(uow, TYPED).record
    planting = Planting(person)
    with register.writing() as uow:
        planting.everywhere(uow)
    return planting


def test_every_column_of_words_is_planted_in(planted: Planting) -> None:
    """What is not is said to be open, and why."""
    wanted = {f"{name}.{one.name}" for name in theirs() for one in metadata().tables[name].columns if is_words(one)}
    there = {f"{name}.{column}" for name, _, column in planted.words.values()}
    assert wanted - there == set(OPEN)
    assert len(planted.words) > len(there), "and once more for the history"


def test_no_word_is_left_and_every_word_comes_back(register: Register, planted: Planting) -> None:
    words = [*OF_THE_PERSON, *planted.words]
    found = left(register, words)
    assert [planted.words.get(word, word) for word in words if word not in found] == []
    before, told = rows(register, [PERSON, *theirs()]), rows(register, ["history_entry"])
    protection(register, planted.ids[PERSON], HIDDEN)
    assert left(register, words) == []
    if register.engine.dialect.name == "sqlite":
        lying = pages(register).lower()
        assert [word for word in words if word.encode() in lying] == []
    with register.writing() as uow:
        planted.again(uow)
    assert left(register, planted.words) == [], "what is written afterwards is sealed too"
    with register.writing() as uow:
        for word, (name, row, column) in list(planted.words.items())[-3:]:
            assert word in str(getattr(uow.get(records()[name], row), column)), "and reads as it was written"
    protection(register, planted.ids[PERSON], Protection.NONE)
    words = [*OF_THE_PERSON, *planted.words]
    assert sorted(set(words) - set(left(register, words))) == []
    after = rows(register, [PERSON, *theirs()])
    assert after.keys() == before.keys()
    assert after[PERSON, planted.ids[PERSON]] == before[PERSON, planted.ids[PERSON]]
    now = rows(register, ["history_entry"])
    assert [entry for entry in told if now[entry] != told[entry]] == []
    assert "sealed:" not in stored(register)
    assert [one for one in check(register).findings if "history" in one.sentence and "fit" in one.sentence] == []


def test_lifted_at_once_everything_is_as_it_was(register: Register, planted: Planting) -> None:
    before, told = rows(register, [PERSON, *theirs()]), rows(register, ["history_entry"])
    protection(register, planted.ids[PERSON], HIDDEN)
    protection(register, planted.ids[PERSON], Protection.NONE)
    after, now = rows(register, [PERSON, *theirs()]), rows(register, ["history_entry"])
    assert [one for one in before if after[one] != before[one]] == []
    assert [one for one in told if now[one] != told[one]] == []
