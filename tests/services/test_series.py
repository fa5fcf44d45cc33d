"""Series and their occasions: within the period, with numbers as they were said."""

from dataclasses import replace
from datetime import date, time

import pytest

from jobbpunkt import events, series
from jobbpunkt.base.clock import instant
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.events import EventDetails
from jobbpunkt.register import undo
from jobbpunkt.register.opening import Register
from jobbpunkt.series import SeriesData
from models.vocabulary import ActivityStatus, EventKind

SCHOOL = SeriesData(
    "Mimer Dance School",
    EventKind.OTHER,
    date(2019, 1, 7),
    date(2019, 12, 31),
    occasions=38,
    attendance_said="ett sextiotal",
    told_year=2020,
)


def _evening(day: date) -> EventDetails:
    return EventDetails(EventKind.OTHER, "Danskväll", instant(day, time(18)), status=ActivityStatus.HELD)


def test_a_series_keeps_its_number_as_it_was_said_and_reckons_the_participations(register: Register) -> None:
    with register.writing() as uow:
        series.create(uow, SCHOOL)
    with register.reading() as uow:
        (found,) = series.rows(uow)
    assert (found.data.occasions, found.data.attendance, found.data.attendance_said) == (38, 60, "ett sextiotal")
    assert found.participations == 2280
    assert found.recorded == 0


@pytest.mark.parametrize(("day", "said"), [(date(2018, 12, 31), "2019-01-07"), (date(2020, 1, 1), "2019-12-31")])
def test_an_occasion_outside_its_series_is_refused(register: Register, day: date, said: str) -> None:
    with register.writing() as uow:
        key = series.create(uow, SCHOOL).record
        with pytest.raises(InvalidInput) as refused:
            events.create(uow, replace(_evening(day), series_id=key))
    assert refused.value.field == "starts_at"
    assert said in str(refused.value.fields)


def test_a_series_holds_its_occasions(register: Register) -> None:
    with register.writing() as uow:
        key = series.create(uow, SCHOOL).record
        for day in (date(2019, 2, 1), date(2019, 3, 1)):
            events.create(uow, replace(_evening(day), series_id=key))
    with register.reading() as uow:
        (found,) = series.rows(uow)
    assert found.recorded == 2
    for first, last in ((date(2019, 2, 2), date(2019, 12, 31)), (date(2019, 1, 1), date(2019, 2, 28))):
        with register.writing() as uow, pytest.raises(InvalidInput, match="occasions"):
            series.change(uow, key, 1, replace(SCHOOL, starts_on=first, ends_on=last))
    with register.writing() as uow, pytest.raises(UserError, match="has occasions"):
        series.remove(uow, key, 1)


def test_a_series_has_a_name_of_its_own_and_can_be_taken_away_and_back(register: Register) -> None:
    with register.writing() as uow:
        key = series.create(uow, SCHOOL).record
        with pytest.raises(InvalidInput, match="already"):
            series.create(uow, replace(SCHOOL, name="mimer dance SCHOOL"))
    with register.writing() as uow:
        change = series.remove(uow, key, 1)
    with register.reading() as uow:
        assert series.rows(uow) == ()
    with register.writing() as uow:
        undo.undo(uow, change.transaction)
    with register.reading() as uow:
        assert len(series.rows(uow)) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"attendance": -1, "attendance_said": ""}, "attendance"),
        ({"attendance": 70}, "attendance_said"),
        ({"occasions": -1}, "occasions"),
        ({"told_year": 20}, "told_year"),
        ({"ends_on": date(2018, 1, 1)}, "ends_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(register: Register, wrong: dict[str, object], field: str) -> None:
    with register.writing() as uow, pytest.raises(InvalidInput) as refused:
        series.create(uow, replace(SCHOOL, **wrong))  # type: ignore[arg-type] # each value fits its field
    assert refused.value.field == field


def test_attendance_below_nothing_is_refused_of_an_event_too(register: Register) -> None:
    with register.writing() as uow:
        key = events.create(uow, _evening(date(2019, 2, 1))).record
        with pytest.raises(InvalidInput) as refused:
            events.record(uow, key, 1, attendance=-1, views=None)
    assert refused.value.field == "attendance"
