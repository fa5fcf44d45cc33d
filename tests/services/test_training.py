"""How far people have come in what a programme trains: the way there is kept, and nothing is noted where nobody was."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from jobbpunkt import programmes, training
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.new_district import copy_to_district
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.training import UnitData
from models.training import TrainingLevel
from models.vocabulary import SkillLevel

BEGUN = date(2020, 2, 3)


@pytest.fixture
def group(register: Register) -> tuple[UUID, UUID]:
    """A programme that trains in what one begins with, and somebody who takes part."""
    with register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
        person = details.create(uow, PersonData("Amina", "Exempel")).record
        programmes.enrol(uow, programme, person, starts_on=BEGUN)
        training.begin(uow, programme, Words("sv"))
    return programme, person


def units(register: Register, programme: UUID) -> tuple[training.Unit, ...]:
    with register.reading() as uow:
        return training.units(uow, programme)


def way(register: Register, group: tuple[UUID, UUID]) -> list[tuple[SkillLevel, date]]:
    with register.reading() as uow:
        return [(one.level, one.on) for one in training.way(uow, *group)]


def note(register: Register, unit: UUID, person: UUID, level: SkillLevel, day: date | None = None) -> UUID:
    with register.writing() as uow:
        return training.note(uow, unit, person, level, day=day).transaction


def test_another_level_is_added_and_the_way_there_is_kept(register: Register, group: tuple[UUID, UUID]) -> None:
    programme, person = group
    unit = units(register, programme)[0].id
    march, may = date(2020, 3, 2), date(2020, 5, 4)
    note(register, unit, person, SkillLevel.SEEN, march)
    note(register, unit, person, SkillLevel.ALONE, may)
    assert way(register, group) == [(SkillLevel.SEEN, march), (SkillLevel.ALONE, may)]
    note(register, unit, person, SkillLevel.WITH_SUPPORT, may)
    assert way(register, group)[-1] == (SkillLevel.WITH_SUPPORT, may), "a slip of the same day is put right"
    with register.reading() as uow:
        stands = training.matrix(uow, programme, uow.clock.today()).standing[person, unit]
    assert (stands.level, stands.since, stands.by) == (SkillLevel.WITH_SUPPORT, may, register.user.name)


def test_a_level_that_stands_keeps_its_day_unless_another_is_said(register: Register, group: tuple[UUID, UUID]) -> None:
    programme, person = group
    unit = units(register, programme)[0].id
    march, april = date(2020, 3, 2), date(2020, 4, 6)
    note(register, unit, person, SkillLevel.ALONE, march)
    note(register, unit, person, SkillLevel.ALONE)
    assert way(register, group) == [(SkillLevel.ALONE, march)]
    note(register, unit, person, SkillLevel.ALONE, april)
    assert way(register, group) == [(SkillLevel.ALONE, april)]


def test_a_level_is_taken_back_and_undone(register: Register, group: tuple[UUID, UUID]) -> None:
    programme, person = group
    unit = units(register, programme)[0].id
    note(register, unit, person, SkillLevel.SEEN, date(2020, 3, 2))
    noted = note(register, unit, person, SkillLevel.ALONE, date(2020, 4, 6))
    with register.writing() as uow:
        taken = training.clear(uow, unit, person)
    assert [level for level, _ in way(register, group)] == [SkillLevel.SEEN]
    with register.writing() as uow:
        undo.undo(uow, taken.transaction)
    with register.writing() as uow:
        undo.undo(uow, noted)
    assert [level for level, _ in way(register, group)] == [SkillLevel.SEEN]
    with register.writing() as uow:
        training.clear(uow, unit, person)
    with pytest.raises(UserError, match="nothing to take back"), register.writing() as uow:
        training.clear(uow, unit, person)


@pytest.mark.parametrize("day", [date(2020, 2, 2), date(2090, 1, 1)])
def test_no_level_before_somebody_begins_nor_on_a_day_to_come(register: Register, group: tuple[UUID, UUID], day: date) -> None:
    unit = units(register, group[0])[0].id
    with pytest.raises(InvalidInput) as refused:
        note(register, unit, group[1], SkillLevel.SEEN, day)
    assert refused.value.field == "noted_on"
    assert way(register, group) == []


def test_no_level_for_who_has_left_or_never_came(register: Register, group: tuple[UUID, UUID]) -> None:
    programme, person = group
    unit = units(register, programme)[0].id
    with register.writing() as uow:
        stranger = details.create(uow, PersonData("Någon", "Annan")).record
        (place,) = programmes.participants(uow, programme)
        programmes.change_participation(uow, place.id, place.version, starts_on=BEGUN, ends_on=date(2020, 5, 31))
    with pytest.raises(InvalidInput, match="took part until"):
        note(register, unit, person, SkillLevel.SEEN, date(2020, 6, 1))
    with pytest.raises(InvalidInput, match="does not take part"):
        note(register, unit, stranger, SkillLevel.SEEN, BEGUN)


@pytest.mark.parametrize("number", [0, 4, -1, 9])
def test_there_is_no_level_outside_the_scale(number: int) -> None:
    with pytest.raises(InvalidInput, match="Press 1, 2 or 3"):
        training.level_of(number)


def test_units_are_ordered_ended_and_kept(register: Register, group: tuple[UUID, UUID]) -> None:
    programme, person = group
    first, second, *_ = units(register, programme)
    with register.writing() as uow:
        training.move(uow, first.id, up=False)
    assert [one.id for one in units(register, programme)][:2] == [second.id, first.id]
    note(register, first.id, person, SkillLevel.SEEN, date(2020, 3, 2))
    now = next(one for one in units(register, programme) if one.id == first.id)
    with pytest.raises(UserError, match="last day"), register.writing() as uow:
        training.remove(uow, first.id, now.version)
    with pytest.raises(InvalidInput, match="that day or a later"), register.writing() as uow:
        training.change(uow, first.id, now.version, UnitData(now.data.name, ended_on=date(2020, 3, 1)))
    with register.writing() as uow:
        training.change(uow, first.id, now.version, UnitData(now.data.name, ended_on=date(2020, 3, 31)))
    with register.reading() as uow:
        shown = training.matrix(uow, programme, date(2020, 4, 1))
    assert first.id not in [unit.id for unit in shown.units]
    with pytest.raises(InvalidInput, match="not trained any more"):
        note(register, first.id, person, SkillLevel.ALONE, date(2020, 4, 1))
    with register.writing() as uow:
        training.remove(uow, second.id, next(one.version for one in units(register, programme) if one.id == second.id))


def test_a_copy_takes_the_units_that_are_trained_and_nobody_s_levels(register: Register, group: tuple[UUID, UUID]) -> None:
    programme, person = group
    gone, stays, *_ = units(register, programme)
    note(register, stays.id, person, SkillLevel.ALONE, date(2020, 3, 2))
    with register.writing() as uow:
        training.change(uow, gone.id, gone.version, UnitData(gone.data.name, ended_on=date(2020, 3, 31)))
        other = copy_to_district(uow, programme, ProgrammeData("Kvinna för Vallby", "Vallby")).record
    assert [one.data for one in units(register, other)] == [one.data for one in units(register, programme)][1:]
    with register.reading() as uow:
        assert len(uow.session.scalars(select(TrainingLevel)).all()) == 1


def test_a_list_to_begin_with_is_given_once(register: Register, group: tuple[UUID, UUID]) -> None:
    assert units(register, group[0])[0].data.name == "Arbetsteknik"
    with pytest.raises(UserError, match="already"), register.writing() as uow:
        training.begin(uow, group[0], Words("sv"))


def test_what_is_noted_of_an_earlier_day_takes_nothing_that_came_later(register: Register, group: tuple[UUID, UUID]) -> None:
    programme, person = group
    unit = units(register, programme)[0].id
    march, april, may = date(2020, 3, 2), date(2020, 4, 6), date(2020, 5, 4)
    note(register, unit, person, SkillLevel.WITH_SUPPORT, april)
    note(register, unit, person, SkillLevel.ALONE, may)
    note(register, unit, person, SkillLevel.ALONE, march)
    assert way(register, group) == [(SkillLevel.ALONE, march), (SkillLevel.WITH_SUPPORT, april), (SkillLevel.ALONE, may)]
