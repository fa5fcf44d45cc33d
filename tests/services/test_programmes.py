"""Programmes keep their extensions; indicators keep one reading a month."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from jobbpunkt import history, indicators, programmes
from jobbpunkt.errors import InvalidInput
from jobbpunkt.people import details
from jobbpunkt.people.details import PersonData
from jobbpunkt.programmes import NewAssignment, ProgrammeData
from jobbpunkt.register import Register
from models.indicator import IndicatorReading
from models.vocabulary import AssignmentRole

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

    with register.reading() as uow:
        (one,) = programmes.programmes(uow)[0].extensions
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
        history.undo(uow, change.transaction)
    assert end() == (june, [june])


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
    with register.writing() as uow:
        change = indicators.remove_target(uow, index, 2020)
    with register.reading() as uow:
        assert indicators.indicators(uow)[0].targets == {}
    with register.writing() as uow:
        history.undo(uow, change.transaction)
    with register.reading() as uow:
        assert indicators.indicators(uow)[0].targets == {2020: 82}
