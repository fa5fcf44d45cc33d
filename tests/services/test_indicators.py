"""Indicators that are made in the window: how often, of whom, their targets, and what moved them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt import indicators, measures, reports
from jobbpunkt.base.errors import InvalidInput, UserError
from jobbpunkt.base.words import Words
from jobbpunkt.indicators import FactorData, IndicatorData, IndicatorView, MonthResult
from jobbpunkt.measures import Period
from jobbpunkt.register.opening import Register
from jobbpunkt.reports import Format, Kind, ReportChoice
from models.vocabulary import Effect, Frequency
from tests.services.test_reports import pdf_line

YEARLY = IndicatorData("Kundnöjdhet", "Hur nöjd är du?", Frequency.YEARLY, "Alla hyresgäster")
JANUARY = date(2020, 1, 1)


def _read(register: Register) -> IndicatorView:
    with register.reading() as uow:
        (found,) = indicators.indicators(uow)
    return found


def test_a_year_comes_out_some_points_below_its_target(register: Register) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, IndicatorData("Trygghetsindex")).record
        indicators.read(uow, key, MonthResult(JANUARY, 500, 390))
        indicators.read(uow, key, MonthResult(date(2020, 2, 3), 500, 394))
        indicators.aim(uow, key, year=2020, share=82)
    result = _read(register).in_year(2020)
    assert (result.share, result.target, result.gap) == (Decimal("78.4"), Decimal("82.0"), Decimal("-3.6"))
    assert _read(register).in_year(2019).share is None


def test_a_share_alone_is_kept_for_its_period(register: Register) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, YEARLY).record
        indicators.read(uow, key, MonthResult(date(2020, 6, 1), None, None, Decimal("65.5")))
        indicators.read(uow, key, MonthResult(JANUARY, None, None, Decimal("66.5")))
    found = _read(register)
    assert [(one.month, one.share) for one in found.readings] == [(JANUARY, Decimal("66.5"))]
    assert found.in_year(2020).share == Decimal("66.5")


def test_a_share_alone_of_the_safety_index_is_the_figure(register: Register) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, IndicatorData("Trygghetsindex"), key=indicators.SAFETY_INDEX).record
        indicators.read(uow, key, MonthResult(JANUARY, None, None, Decimal("78.4")))
    with register.reading() as uow:
        (figure,) = measures.evaluate(uow, [measures.measure("safety_index")], Period.year(2020))
    assert figure.value == 78.4
    assert _read(register).in_year(2020).share == Decimal("78.4")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (MonthResult(JANUARY, None, None, Decimal("100.1")), "stated"),
        (MonthResult(JANUARY, None, None, Decimal(-1)), "stated"),
        (MonthResult(JANUARY, 10, 11), "positive"),
        (MonthResult(JANUARY, -1, 0), "answers"),
        (MonthResult(JANUARY, 10, None), "positive"),
        (MonthResult(JANUARY, None, 10), "answers"),
        (MonthResult(JANUARY, 10, 5, Decimal(50)), "stated"),
    ],
)
def test_a_measurement_that_cannot_be_is_refused_at_its_field(register: Register, wrong: MonthResult, field: str) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, YEARLY).record
        with pytest.raises(InvalidInput) as refused:
            indicators.read(uow, key, wrong)
    assert refused.value.field == field


@pytest.mark.parametrize("share", [100.1, -0.1, float("nan"), float("inf")])
def test_a_target_that_nothing_can_reach_is_refused(register: Register, share: float) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, YEARLY).record
        with pytest.raises(InvalidInput, match="0 to 100 per cent"):
            indicators.aim(uow, key, year=2020, share=share)


def test_how_often_follows_what_was_measured(register: Register) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, IndicatorData("Trygghetsindex")).record
        indicators.read(uow, key, MonthResult(date(2020, 2, 1), 10, 5))
    with register.writing() as uow, pytest.raises(InvalidInput, match="within such a period"):
        indicators.change(uow, key, 1, IndicatorData("Trygghetsindex", frequency=Frequency.QUARTERLY))
    with register.writing() as uow:
        indicators.change(uow, key, 1, IndicatorData("Trygghet", "Hur trygg?", base="Hälften"))
    assert _read(register).data == IndicatorData("Trygghet", "Hur trygg?", base="Hälften")


def test_an_indicator_with_measurements_stays_and_an_empty_one_goes(register: Register) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, YEARLY).record
        with pytest.raises(InvalidInput, match="already"):
            indicators.create(uow, YEARLY)
        factor = indicators.add_factor(uow, key, FactorData(2020, "Trapphuset", Effect.RAISES)).record
    with register.writing() as uow, pytest.raises(UserError, match="Remove them first"):
        indicators.remove(uow, key, 1)
    with register.writing() as uow:
        indicators.remove_factor(uow, factor, 1)
        indicators.remove(uow, key, 1)
        assert indicators.indicators(uow) == ()


def test_sub_questions_say_which_way_and_what_is_done(register: Register) -> None:
    data = FactorData(2020, "Kvällar och nätter", Effect.LOWERS, Decimal("61.5"), "Mer belysning")
    with register.writing() as uow:
        key = indicators.create(uow, YEARLY).record
        factor = indicators.add_factor(uow, key, FactorData(2020, "Kvällar", Effect.RAISES)).record
        with pytest.raises(InvalidInput, match="already"):
            indicators.add_factor(uow, key, FactorData(2020, "kvällar", Effect.LOWERS))
        with pytest.raises(InvalidInput) as refused:
            indicators.add_factor(uow, key, FactorData(2020, "Trapphuset", Effect.RAISES, Decimal(101)))
        assert refused.value.field == "share"
    with register.writing() as uow:
        indicators.change_factor(uow, factor, 1, data)
    (found,) = _read(register).factors
    assert FactorData(found.year, found.question, found.effect, found.share, found.action) == data
    assert _read(register).years() == (2020,)


MONTH = st.tuples(st.integers(1, 500), st.floats(0, 1)).map(lambda told: (told[0], int(told[0] * told[1])))


@given(st.lists(MONTH, min_size=1, max_size=12))
def test_the_share_of_a_year_is_of_all_its_answers(told: list[tuple[int, int]]) -> None:
    readings = tuple(MonthResult(date(2020, number, 1), *one) for number, one in enumerate(told, start=1))
    share = IndicatorView(None, 1, "", YEARLY, readings, {}).in_year(2020).share  # type: ignore[arg-type] # it stands in no register
    answers, positive = map(sum, zip(*told, strict=True))
    assert share == round(Decimal(100 * positive) / answers, 1)
    months = [one.share or Decimal(0) for one in readings]
    assert min(months) - Decimal("0.1") <= share <= max(months) + Decimal("0.1")


@pytest.mark.parametrize(("answers", "positive", "told"), [(40, 30, "75 %"), (40, 37, ""), (40, 40, ""), (9, 5, "")])
def test_an_indicator_of_few_leaves_without_its_share(
    register: Register, words_sv: Words, answers: int, positive: int, told: str
) -> None:
    with register.writing() as uow:
        key = indicators.create(uow, IndicatorData("Trivsel")).record
        indicators.read(uow, key, MonthResult(JANUARY, answers, positive))
    with register.reading() as uow:
        material = reports.gather(uow, ReportChoice(Kind.ANNUAL, Period.year(2020)), words_sv)
    text = pdf_line(reports.write(material, words_sv, Format.PDF))
    assert f"Trivsel: {told or '–'}" in text
