"""Each figure counted where the records lie is the count of the records behind it, in the demo and in a large register."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from jobbpunkt import demo, measures
from jobbpunkt.measures import CATALOGUE, Period
from jobbpunkt.register.opening import Credentials, Register
from models.vocabulary import Unit
from tests.bench import filling
from tests.bench.lives import NOON
from tests.query_plans import plans_of, scanned
from tests.registers import opened

PERIODS = (Period.year(2019), Period.year(2020), Period(date(2020, 3, 1), date(2020, 8, 31)), Period.year(2035))


@pytest.fixture
def lived(demo_place: str) -> Iterator[Register]:
    register = Register.open(demo_place, Credentials("projektledare", demo.PASSWORD))
    yield register
    register.close()


@pytest.fixture(scope="module")
def bulk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    from jobbpunkt.base.clock import fixed

    place = str(tmp_path_factory.mktemp("bulk") / "bulk.jobbpunkt")
    filling.fill(place, 150)
    with opened(place, fixed(NOON)) as register:
        yield register


def compared(register: Register, period: Period) -> int:
    """Evaluate every measure both ways, compare, and return how much was counted in all."""
    with register.reading() as uow:
        read = measures.evaluate(uow, CATALOGUE, period)
        counted = measures.evaluate(uow, CATALOGUE, period, records=False)
    assert [replace(one, records=()) for one in read] == [replace(one, records=()) for one in counted]
    for one in read:
        if one.value is not None and not one.missing and one.unit is not Unit.SHARE:
            total = sum(record.amount or 0 for record in one.records)
            assert one.value == (total // 60 if one.unit is Unit.HOURS else total), one.key
    return sum(len(one.records) for one in read)


@pytest.mark.parametrize("period", PERIODS, ids=str)
def test_the_figures_of_the_demo_are_the_counts_of_their_records(lived: Register, period: Period) -> None:
    assert compared(lived, period) > 30 or period.first.year > 2020


def test_the_figures_of_a_large_register_are_the_counts_of_their_records(bulk: Register) -> None:
    assert sum(compared(bulk, period) for period in PERIODS[:3]) > 500


def test_figures_begin_with_their_period(bulk: Register) -> None:
    lines = plans_of(bulk, lambda uow: measures.evaluate(uow, CATALOGUE, PERIODS[1], records=False))
    # Whether an enrolment is open is asked of all enrolments at once, by what was met in the period.
    assert scanned(lines) <= {"case_file"}, "\n".join(lines)
    for index in (
        "ix_coaching_session_starts_at",
        "ix_outcome_starts_on",
        "ix_case_file_enrolled_on",
        "ix_application_applied_on",
        "ix_application_step_recent",
        "ix_plan_version_adopted_at",
        "ix_cv_version_made_at",
        "ix_letter_version_made_at",
    ):
        assert any(index in line for line in lines), index
