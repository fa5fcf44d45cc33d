"""Programmes keep their extensions; indicators keep one reading a month."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from jobbpunkt import indicators, programmes
from jobbpunkt.errors import InvalidInput
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import NewAssignment, ProgrammeData
from jobbpunkt.register import Register
from models.indicator import IndicatorReading
from models.vocabulary import AssignmentRole


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
    assert (seen.data.ends_on, seen.extensions, seen.participants) == (date(2021, 5, 31), (date(2021, 5, 31),), 1)
    with pytest.raises(InvalidInput), register.writing() as uow:
        programmes.extend(uow, programme, seen.version, new_end=date(2020, 5, 31))


def test_a_month_is_read_once(register: Register) -> None:
    with register.writing() as uow:
        index = indicators.create(uow, key=indicators.SAFETY_INDEX, name="Trygghetsindex").record
        indicators.read(uow, index, indicators.Reading(date(2020, 1, 15), 100, 70))
        indicators.read(uow, index, indicators.Reading(date(2020, 1, 31), 120, 90))
        with pytest.raises(InvalidInput):
            indicators.read(uow, index, indicators.Reading(date(2020, 2, 1), 100, 101))
    with register.reading() as uow:
        rows = uow.session.scalars(select(IndicatorReading)).all()
        assert [(row.month, row.answers, row.positive) for row in rows] == [(date(2020, 1, 1), 120, 90)]


def test_a_resident_is_employed_and_a_mistake_is_taken_away(register: Register) -> None:
    new = NewAssignment(AssignmentRole.SAFETY_AMBASSADOR, "Mona Exempelsdotter", "Bäckby", date(2020, 6, 1), date(2020, 8, 31))
    with register.writing() as uow:
        made = programmes.employ(uow, new).record
    with register.reading() as uow:
        assert [row.data for row in programmes.assignments(uow)] == [new]
    with register.writing() as uow:
        programmes.remove_assignment(uow, made)
    with register.reading() as uow:
        assert programmes.assignments(uow) == ()


def test_an_indicator_shows_its_share_and_its_target(register: Register) -> None:
    with register.writing() as uow:
        index = indicators.create(uow, key=indicators.SAFETY_INDEX, name="Trygghetsindex").record
        indicators.read(uow, index, indicators.Reading(date(2020, 1, 15), 1000, 784))
        indicators.aim(uow, index, year=2020, share=82)
    with register.reading() as uow:
        (seen,) = indicators.indicators(uow)
    assert (seen.readings[0].share, seen.targets) == (Decimal("78.4"), {2020: 82})
