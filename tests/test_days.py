"""Days as people write them."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobbpunkt.base import days
from jobbpunkt.base.words import Words

MONDAY = date(2020, 6, 15)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("idag", "2020-06-15"),
        ("I  morgon", "2020-06-16"),
        ("fredag", "2020-06-19"),
        ("på fre", "2020-06-19"),
        ("måndag", "2020-06-22"),
        ("nästa fredag", "2020-06-26"),
        ("next friday", "2020-06-26"),
        ("+2v", "2020-06-29"),
        ("+3d", "2020-06-18"),
        ("om två veckor", "2020-06-29"),
        ("om en månad", "2020-07-15"),
        ("in 3 days", "2020-06-18"),
        ("3/12", "2020-12-03"),
        ("3/12 2021", "2021-12-03"),
        ("15 juni", "2020-06-15"),
        ("14 juni", "2021-06-14"),
        ("den 3:e sep", "2020-09-03"),
        ("3 december 2022", "2022-12-03"),
        ("den 20", "2020-06-20"),
        ("den 1", "2020-07-01"),
        ("v 27", "2020-06-29"),
        ("vecka 3", "2021-01-18"),
        ("200619", "2020-06-19"),
        ("2020 06 19", "2020-06-19"),
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: str, meant: str) -> None:
    assert days.read(typed, MONDAY) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    "typed", ["", "snart", "31/2", "fr", "om många veckor", "den 32", "v 60", "15", "+999v9", "20201345", "32 juni", "må 15"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        days.read(typed or " ", MONDAY)


def test_a_month_on_from_its_last_day_is_the_last_of_a_shorter_one() -> None:
    assert days.read("+1m", date(2021, 1, 31)) == date(2021, 2, 28)
    assert days.read("+11m", date(2020, 1, 31)) == date(2020, 12, 31)


@given(day=DAYS, today=DAYS)
def test_every_day_is_read_back_from_each_way_of_writing_it(day: date, today: date) -> None:
    for language in ("sv", "en"):
        words = Words(language)
        for typed in (words.day(day), words.day(day, "long"), f"{day:%Y%m%d}", f"{day.day}/{day.month} {day.year}"):
            assert days.read(typed, today) == day
        weekday = days.read(words.weekday(day.weekday()), today)
        assert weekday.weekday() == day.weekday()
        assert timedelta(0) < weekday - today <= timedelta(7)


@given(typed=st.text(max_size=20), today=st.dates())
def test_anything_typed_is_a_day_or_refused(typed: str, today: date) -> None:
    with suppress(ValueError):
        assert isinstance(days.read(typed, today), date)
