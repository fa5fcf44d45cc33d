"""Whoever may not see protected people reads no word of who or where one is, nor of what belongs to them, at any service."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Column, select

from jobbpunkt import applications, cases, coaching, people, programmes
from jobbpunkt.applications import ApplicationData
from jobbpunkt.base.clock import fixed
from jobbpunkt.base.errors import UserError
from jobbpunkt.base.fields import Kind
from jobbpunkt.cases import NewCase, NewOutcome
from jobbpunkt.coaching import MeetingFacts, NewSession
from jobbpunkt.people.fields import FIELDS, PersonData
from jobbpunkt.register import subject
from jobbpunkt.register.index import fold
from jobbpunkt.register.unit_of_work import Reading, Writing
from jobbpunkt.written import cvs, letters
from jobbpunkt.written.versioned import NewWritten
from models.vocabulary import OutcomeKind, PlanKind, Protection
from tests.old_registers import fill_of
from tests.permissions.desk import Desk, Door, desk, one
from tests.permissions.planted import WORD, plant
from tests.permissions.services import takes_register
from tests.permissions.table import DOORS
from tests.permissions.told import told
from tests.permissions.twins import MORE
from tests.registers import NOW, Enough, Template, copy_file

WITHOUT = ("K", "L", "S", "A", "N", "every role without the right")
DAY = date(2020, 6, 15)


@pytest.fixture(scope="module")
def made(sqlite_template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A register with somebody protected, and the word in whatever belongs to them."""
    folder: Path = tmp_path_factory.mktemp("protected")
    with desk(copy_file(sqlite_template, folder / "register.opening.jobbpunkt"), fixed(NOW), folder, MORE) as found:
        with found.registers["C"].writing() as uow:
            someone = found.made["protected"] = _somebody(uow)
            _belongings(uow, someone)
        for kind in (PlanKind.CAREER, PlanKind.HEALTH):
            plant(found.registers["C"], someone, kind)
        with found.registers["C"].reading() as uow:
            lacking = [name for name in _own() if not _rows(uow, subject.ways()[name], {someone})]
        fill_of(found.registers["C"].engine, someone, WORD, lacking)
        yield found


def _own() -> list[str]:
    """Return the tables whose rows say themselves whose they are."""
    return [name for name, column in subject.ways().items() if _above(column) == "person" and column.name == "person_id"]


def _rows(uow: Reading, column: Column[Any], above: set[UUID]) -> set[UUID]:
    return set(uow.session.scalars(select(column.table.c.id).where(column.in_(above))))


def _somebody(uow: Writing) -> UUID:
    typed: dict[str, Any] = {one.name: f"{WORD} {one.name}" for one in FIELDS if one.identifies and one.kind is Kind.LINE}
    return people.details.create(uow, PersonData(**typed, protection=Protection.CONFIDENTIALITY_MARKING)).record


def _belongings(uow: Writing, someone: UUID) -> None:
    cvs.create(uow, NewWritten(someone, WORD), {"basics": {"name": WORD}})
    letters.create(uow, NewWritten(someone, WORD), letters.LetterContent(subject=WORD, body=(WORD,)))
    applications.create(uow, someone, ApplicationData(WORD, WORD, note=WORD))
    meeting = coaching.book(uow, NewSession((someone,), DAY, time(9), MeetingFacts(place=WORD))).record
    coaching.add_step(uow, someone, coaching.StepWords(WORD), session_id=meeting)
    people.notes.add(uow, someone, WORD)
    case = cases.enrol(uow, NewCase(someone, DAY)).record
    uow.flush()
    cases.add_outcome(uow, NewOutcome(case, OutcomeKind.WORK, WORD, DAY, note=WORD))
    programmes.enrol(uow, one("programme"), someone, starts_on=DAY)


def _answer(made: Desk, name: str, door: Door, who: str) -> str:
    register, answers = made.registers[who], [""]
    try:
        if takes_register(name):
            return told(door.call(register, made))
        with register.writing() as uow:
            answers.append(told(door.call(uow, made)))
            raise Enough
    except UserError as error:
        return told(error)
    except Enough:
        return answers[-1]
    except Exception as error:  # noqa: BLE001 - whatever is said then is looked through too
        return repr(error)


def test_no_word_of_a_protected_person_is_told_to_whoever_lacks_the_right_or_the_key(made: Desk) -> None:
    found = [
        f"{name} {number} as {who}"
        for name in sorted(DOORS)
        for number, door in enumerate(DOORS[name], 1)
        for who in WITHOUT
        if WORD in fold(_answer(made, name, door, who))
    ]
    assert found == []


def test_there_is_something_in_every_table_of_what_belongs_to_a_person(made: Desk) -> None:
    """Of a table that comes a row is made by itself; what hangs on such a row is to be written in `_belongings`."""
    someone = made.made["protected"]
    with made.registers["C"].reading() as uow:
        there = {"person": {someone}}
        left = dict(subject.ways())
        while near := [name for name, column in left.items() if _above(column) in there]:
            for name in near:
                column = left.pop(name)
                there[name] = _rows(uow, column, there[_above(column)])
    assert sorted(name for name, ids in there.items() if not ids) == []


def _above(column: Column[Any]) -> str:
    (key,) = column.foreign_keys
    return str(key.column.table.name)


def test_it_would_be_read_by_who_may(made: Desk) -> None:
    shown = {name for name in DOORS for door in DOORS[name] if WORD in fold(_answer(made, name, door, "C"))}
    assert len(shown) > 5
