"""A year that is typed is one that anything can be of, wherever one is typed."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from jobbpunkt import indicators, reports, series
from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.indicators import FactorData, IndicatorData
from jobbpunkt.register.opening import Register
from jobbpunkt.register.unit_of_work import Writing
from jobbpunkt.reports import VoiceWords
from jobbpunkt.series import SeriesData
from models.vocabulary import Effect, EventKind

SAID = VoiceWords("Jag vågade.", "deltagare, 19 år", "muntligen 12 juni")
WRITERS: dict[str, Callable[[Writing, UUID, int], Any]] = {
    "year: what an indicator aims at": lambda uow, key, year: indicators.aim(uow, key, year=year, share=82),
    "year: a sub-question": lambda uow, key, year: indicators.add_factor(uow, key, FactorData(year, "Trapphuset", Effect.RAISES)),
    "year: what a year aims at": lambda uow, _, year: reports.set_targets(uow, year, {"jobseekers_supported": 60}),
    "year: the voice of a year": lambda uow, _, year: reports.write_voice(uow, year, 0, SAID),
    "told_year: a series": lambda uow, _, year: series.create(
        uow, SeriesData("Cirkusskola", EventKind.MEETING_PLACE, date(2020, 6, 1), told_year=year)
    ),
}


@pytest.mark.parametrize("year", [-1, 202, 1899, 2101, 10**12])
@pytest.mark.parametrize("writer", WRITERS)
def test_no_writer_takes_a_year_that_nothing_is_of(register: Register, writer: str, year: int) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, IndicatorData("Kundnöjdhet")).record
        with pytest.raises(InvalidInput) as refused:
            WRITERS[writer](uow, key, year)
    assert refused.value.field == writer.partition(":")[0]


@pytest.mark.parametrize("year", [1900, 2020, 2100])
@pytest.mark.parametrize("writer", WRITERS)
def test_every_writer_takes_a_year_that_a_day_can_be_in(register: Register, writer: str, year: int) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, IndicatorData("Kundnöjdhet")).record
        assert WRITERS[writer](uow, key, year).sentence
