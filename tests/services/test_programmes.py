"""Programmes keep their extensions; indicators keep one reading a month."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from jobbpunkt import assignments, indicators, programmes, work
from jobbpunkt.assignments import NewAssignment
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.base.words import Words
from jobbpunkt.indicators import IndicatorData
from jobbpunkt.new_district import copy_to_district
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import ProgrammeData
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.work import AreaData, TaskData
from models.indicator import IndicatorReading
from models.vocabulary import AreaKind, AssignmentRole

MAY = date(2021, 5, 31)


def test_a_programme_is_extended_and_remembers_it(register: Register) -> None:
    with register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby", ends_on=date(2020, 12, 31))).record
        person = details.create(uow, PersonData("Åsa", "Öberg")).record
        programmes.enrol(uow, programme, person, starts_on=date(2020, 3, 2))
    with register.reading() as uow:
        seen = programmes.programmes(uow)[0]
        assert [row.name.text for row in programmes.participants(uow, programme)] == ["Åsa Öberg"]
    with register.writing() as uow:
        programmes.extend(uow, programme, seen.version, new_end=date(2021, 5, 31))
    with register.reading() as uow:
        seen = programmes.programmes(uow)[0]
    assert (seen.data.ends_on, [one.new_end for one in seen.extensions], seen.participants) == (MAY, [MAY], 1)
    with pytest.raises(InvalidInput), register.writing() as uow:
        programmes.extend(uow, programme, seen.version, new_end=date(2020, 5, 31))


def test_an_extension_is_put_right_and_taken_back_with_the_end(register: Register) -> None:
    december, june = date(2020, 12, 31), date(2021, 6, 30)
    with register.writing() as uow:
        programme = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby", ends_on=december)).record
        programmes.extend(uow, programme, 1, new_end=MAY, reason="Fler platser", decided_on=date(2020, 6, 1))

    def end() -> tuple[date | None, list[date]]:
        with register.reading() as uow:
            (seen,) = programmes.programmes(uow)
        return seen.data.ends_on, [one.new_end for one in seen.extensions]

    with register.reading() as reader:
        (one,) = programmes.programmes(reader)[0].extensions
    assert (one.reason, one.decided_on) == ("Fler platser", date(2020, 6, 1))
    with register.writing() as uow:
        programmes.change_extension(uow, one.id, one.version, new_end=june)
    assert end() == (june, [june])
    with pytest.raises(InvalidInput), register.writing() as uow:
        programmes.change_extension(uow, one.id, one.version + 1, new_end=date(2020, 5, 31))
    with register.writing() as uow:
        change = programmes.remove_extension(uow, one.id, one.version + 1)
    assert end() == (december, [])
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    assert end() == (june, [june])


def test_a_month_is_read_once(register: Register) -> None:
    with register.writing() as uow:
        index = indicators.create(uow, IndicatorData("Trygghetsindex"), key=indicators.SAFETY_INDEX).record
        indicators.read(uow, index, indicators.MonthResult(date(2020, 1, 15), 100, 70))
        indicators.read(uow, index, indicators.MonthResult(date(2020, 1, 31), 120, 90))
        with pytest.raises(InvalidInput):
            indicators.read(uow, index, indicators.MonthResult(date(2020, 2, 1), 100, 101))
    with register.reading() as uow:
        rows = uow.session.scalars(select(IndicatorReading)).all()
        assert [(row.month, row.answers, row.positive) for row in rows] == [(date(2020, 1, 1), 120, 90)]


def test_a_resident_is_employed_and_a_mistake_is_taken_away(register: Register) -> None:
    new = NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, "Mona Exempelsdotter", "Bäckby", date(2020, 6, 1), date(2020, 8, 31))
    with register.writing() as uow:
        made = assignments.employ(uow, new).record
    with register.reading() as uow:
        assert [row.data for row in assignments.rows(uow)] == [new]
    with register.writing() as uow:
        assignments.remove(uow, made)
    with register.reading() as uow:
        assert assignments.rows(uow) == ()


def test_an_indicator_shows_its_share_and_its_target(register: Register) -> None:
    with register.writing() as uow:
        index = indicators.create(uow, IndicatorData("Trygghetsindex"), key=indicators.SAFETY_INDEX).record
        indicators.read(uow, index, indicators.MonthResult(date(2020, 1, 15), 1000, 784))
        indicators.aim(uow, index, year=2020, share=82)
    with register.reading() as uow:
        (seen,) = indicators.indicators(uow)
    assert (seen.readings[0].share, seen.targets) == (Decimal("78.4"), {2020: 82})
    with register.writing() as uow:
        change = indicators.remove_target(uow, index, 2020)
    with register.reading() as uow:
        assert indicators.indicators(uow)[0].targets == {}
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    with register.reading() as uow:
        assert indicators.indicators(uow)[0].targets == {2020: 82}


def test_a_programme_is_copied_to_a_district_with_its_way_of_working_and_nobody(register: Register) -> None:
    with register.writing() as uow:
        first = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby", ends_on=MAY)).record
        person = details.create(uow, PersonData("Åsa")).record
        programmes.enrol(uow, first, person, starts_on=date(2020, 3, 2))
        area = work.add_area(uow, first, AreaData(AreaKind.CELLAR, "Källaren")).record
        for what in ("Golv", "Dörrar"):
            work.add_task(uow, first, TaskData(what, "Sopat", 2), kind=AreaKind.CELLAR)
        work.add_task(uow, first, TaskData("Hylla", "Torkad"), kind=AreaKind.CELLAR, area_id=area)
    with register.writing() as uow:
        made = copy_to_district(uow, first, ProgrammeData("Kvinna för Råby", "Råby", ends_on=MAY))
    with register.reading() as uow:
        assert [(task.data.object, task.data.times) for task in work.tasks(uow, made.record)] == [("Golv", 2), ("Dörrar", 2)]
        assert (work.areas(uow, made.record), programmes.participants(uow, made.record)) == ((), ())
        assert len(work.tasks(uow, first)) == 3
    with register.writing() as uow:
        undo.undo(uow, made.transaction)
    with register.reading() as uow:
        assert [one.data.name for one in programmes.programmes(uow)] == ["Kvinna för Bäckby"]


def test_a_copy_whose_name_is_there_or_that_ends_before_it_begins_leaves_nothing(register: Register) -> None:
    with register.writing() as uow:
        first = programmes.create(uow, ProgrammeData("Kvinna för Bäckby", "Bäckby")).record
    for data, field in (
        (ProgrammeData("kvinna för BÄCKBY", "Råby"), "name"),
        (ProgrammeData("Kvinna för Råby", "Råby", "", MAY, date(2020, 5, 31)), "ends_on"),
    ):
        with pytest.raises(InvalidInput) as refused, register.writing() as uow:
            copy_to_district(uow, first, data)
        assert refused.value.field == field
    with register.reading() as uow:
        assert len(programmes.programmes(uow)) == 1


def test_a_last_day_is_said_as_its_month_where_it_is_the_months_last() -> None:
    words = Words("sv")
    said = [words.last_day(day) for day in (MAY, date(2020, 2, 29), date(2021, 5, 30), date(2020, 2, 28))]
    assert said == ["maj 2021", "februari 2020", "30 maj 2021", "28 februari 2020"]
