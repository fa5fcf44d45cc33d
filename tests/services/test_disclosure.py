"""What is hidden of small groups: no number of few follows from all that was told."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from jobbpunkt.base.errors import InvalidInput
from jobbpunkt.disclosure import Course, Key, Nature, Reason, Released, decide, is_calendar, refused_period
from jobbpunkt.disclosure.hiding import Figures

NATURES = {
    "supported": Nature(Course.STOCK),
    "in_work": Nature(Course.FLOW, "supported"),
    "cases_new": Nature(Course.FLOW),
    "cases_closed": Nature(Course.FLOW),
    "cases_active": Nature(Course.POINT),
}
YEAR = (date(2020, 1, 1), date(2020, 12, 31))
SPRING, AUTUMN = (date(2020, 1, 1), date(2020, 6, 30)), (date(2020, 7, 1), date(2020, 12, 31))


def key(measure: str, days: tuple[date, date] = YEAR, kind: str = "", group: str = "") -> Key:
    return Key(measure, kind, group, *days)


def row(measure: str, days: tuple[date, date] = YEAR, **groups: int) -> dict[Key, int]:
    return {key(measure, days): sum(groups.values())} | {key(measure, days, "sex", one): n for one, n in groups.items()}


def left(figures: Figures, days: tuple[date, date] = YEAR, *before: Released) -> Released:
    told = decide(figures, NATURES, before).told(figures)
    return Released(uuid4(), "annual", "pdf", *days, datetime(2021, 1, 7, 9, tzinfo=UTC), "Ett Exempel", told)


def test_a_period_that_would_tell_of_the_rest_of_the_year_is_hidden_and_names_the_year() -> None:
    year = left({key("supported"): 60})
    decision = decide({key("supported", SPRING): 57}, NATURES, [year])
    why = decision.hidden[key("supported", SPRING)]
    assert (why.reason, why.earlier) == (Reason.EARLIER, year)
    assert decide({key("supported", SPRING): 55}, NATURES, [year]).hidden == {}
    assert decide({key("supported", SPRING): 60}, NATURES, [year]).hidden == {}


def test_the_last_of_four_quarters_is_not_found_by_adding_up() -> None:
    quarters = [(date(2020, month, 1), date(2020, month + 2, 31 if month == 1 else 30)) for month in (1, 4, 7)]
    before: list[Released] = []
    for days in quarters:
        before.append(left({key("cases_new", days): 10}, days, *before))
    assert decide({key("cases_new"): 33}, NATURES, before).why(key("cases_new")) is not None
    assert decide({key("cases_new"): 36}, NATURES, before).why(key("cases_new")) is None


def test_the_same_days_as_the_register_stood_later_do_not_tell_of_whom_it_learnt() -> None:
    first = left(row("supported", woman=33, man=27))
    later = decide(row("supported", woman=34, man=27), NATURES, [first])
    assert later.why(key("supported")) is not None
    moved = decide(row("supported", woman=32, man=28), NATURES, [first])
    assert moved.why(key("supported")) is None
    assert moved.why(key("supported", YEAR, "sex", "woman")) is not None
    assert decide(row("supported", woman=33, man=27), NATURES, [first]).told(row("supported", woman=33, man=27)) == first.told


def test_who_went_is_not_found_from_who_was_there_and_who_came() -> None:
    before = left({key("cases_active", (SPRING[1], SPRING[1])): 40}, SPRING)
    figures = {key("cases_active", (YEAR[1], YEAR[1])): 42, key("cases_new", AUTUMN): 5, key("cases_closed", AUTUMN): 3}
    told = decide(figures, NATURES, [before]).told(figures)
    assert list(told.values()).count(None) >= 2
    assert list(decide(figures, NATURES).told(figures).values()).count(None) == 1


@pytest.mark.parametrize(
    ("of", "are", "shown"), [(20, 8, True), (20, 20, False), (20, 18, False), (20, 0, False), (20, 15, True)]
)
def test_all_none_and_all_but_a_few_are_hidden(of: int, are: int, *, shown: bool) -> None:
    figures = {key("supported"): of, key("in_work"): are}
    assert (decide(figures, NATURES).why(key("in_work")) is None) == shown


@pytest.mark.parametrize("earlier", ["cases_closed", "cases_new", "cases_active", "supported"])
def test_what_is_decided_of_a_campaign_stands_beside_any_earlier_report(earlier: str) -> None:
    """A campaign knows nothing of how the catalogue's figures go over time."""
    before = left({key(earlier): 12, key(earlier, SPRING): 3})
    assert decide({key("called@1"): 12}, {}, [before]).hidden == {}


def test_a_base_under_ten_is_not_divided() -> None:
    assert key("supported", YEAR, "sex") in decide(row("supported", woman=9), NATURES).withheld
    assert key("supported", YEAR, "sex") not in decide(row("supported", woman=10), NATURES).withheld


@pytest.mark.parametrize(
    ("first", "last", "nearest"),
    [
        (date(2020, 1, 1), date(2020, 6, 29), "2020-01-01 to 2020-06-30"),
        (date(2020, 3, 2), date(2020, 3, 30), "2020-03-01 to 2020-03-31"),
        (date(2019, 12, 30), date(2020, 12, 30), "2020-01-01 to 2020-12-31"),
        (date(2020, 4, 5), date(2020, 7, 2), "2020-04-01 to 2020-06-30"),
    ],
)
def test_other_days_are_refused_and_the_nearest_period_is_named(first: date, last: date, nearest: str) -> None:
    assert not is_calendar(first, last)
    with pytest.raises(InvalidInput) as refused:
        raise refused_period(first, last)
    assert f"The nearest is {nearest}." in refused.value.text(lambda sentence, **fields: sentence.format(**fields))


def test_months_quarters_half_years_and_years_are_calendar_periods() -> None:
    for first, last in (YEAR, SPRING, AUTUMN, (date(2020, 2, 1), date(2020, 2, 29)), (date(2020, 4, 1), date(2020, 6, 30))):
        assert is_calendar(first, last)
    assert not is_calendar(date(2020, 2, 1), date(2020, 4, 30))
