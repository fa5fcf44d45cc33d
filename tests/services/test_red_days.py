"""Nobody is asked to come on a red day."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base.red_days import SATURDAY, name_of, workday_from


def test_sundays_are_no_holidays_but_easter_and_midsummer_are() -> None:
    assert name_of(date(2020, 5, 3)) == ""
    assert name_of(date(2021, 4, 2)) == "Långfredagen"
    assert name_of(date(2020, 6, 19)) == "Midsommarafton"
    assert workday_from(date(2020, 12, 24)) == date(2020, 12, 28)
    assert workday_from(date(2020, 5, 1)) == date(2020, 5, 4)


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_workday_is_near_and_never_red(day: date) -> None:
    found = workday_from(day)
    assert 0 <= (found - day).days <= 6
    assert found.weekday() < SATURDAY
    assert not name_of(found)
